import Calendar
import Content
import Diagnostics
import Testing

private let page = """
  ---
  title: "Tea \\u00e9"
  start: 2026-06-09 18:00
  end: 2026-06-09T21:00:00-04:00
  timezone: America/New_York
  repeat: every week
  except: [2026-06-16, 2026-06-23 18:00]
  venue: {name: Hall, lat: 42.36, lon: -71}
  speakers: [{name: A, talk: B}, c]
  schedule:
    - at: 12:30
      title: |
        Doors
  price: 12.50
  currency: EUR
  tags: [a, 'b', "c"]
  links: {a: "https://x.example"}
  extra: {a: [1, 2.5, ~]}
  aliases: /old/
  ---
  Text
  """

private let thread = """
  - id: 1
    author: jo@x.example
    url: "https://x.example/"
    date: 2026-05-01T10:00:00Z
    body: |
      Text
  - {id: 2, reply_to: 1, date: 2026-05-02, body: 'x'}
  """

/// Numbers that look random and are the same in every run (a linear congruential generator).
private struct Chance {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, limit)
  }
}

/// A text with some bytes changed, taken away, doubled or put elsewhere.
private func mutated(_ text: String, _ chance: inout Chance) -> [UInt8] {
  var bytes = Array(text.utf8)
  let inserts = Array("\u{0}\t\n\r\"'#&*:,-[]{}|>?%@!~<\u{7F}9".utf8) + [0xC3, 0xFF, 0xE2]
  for _ in 0...chance.next(below: 4) {
    let place = chance.next(below: bytes.count)
    switch chance.next(below: 4) {
    case 0 where !bytes.isEmpty: bytes[place] = inserts[chance.next(below: inserts.count)]
    case 1 where !bytes.isEmpty:
      bytes.removeSubrange(place..<min(bytes.count, place + 1 + chance.next(below: 9)))
    case 2: bytes.insert(inserts[chance.next(below: inserts.count)], at: place)
    default:
      let end = min(bytes.count, place + chance.next(below: 40))
      bytes.insert(contentsOf: bytes[place..<end], at: chance.next(below: bytes.count))
    }
  }
  return bytes
}

@Test(arguments: 1...8)
func `no bytes crash the reader, and what is said points into the files`(seed: UInt64) {
  var chance = Chance(state: seed)
  for _ in 0..<50 {
    let files = [
      "content/events/e.md": mutated(page, &chance),
      "content/events/e.comments.yml": mutated(thread, &chance),
      "content/communities/c.md": mutated(page, &chance),
    ]
    let reading = Reading(bytes: files)
    for diagnostic in reading.log.diagnostics {
      #expect(!diagnostic.message.isEmpty)
      #expect(diagnostic.path == nil || files.keys.contains(diagnostic.path ?? ""))
    }
  }
}

@Test(arguments: [
  "start: 9999-12-31 23:59", "start: 0001-01-01", "start: 0001-01-01 00:00+14:00",
  "start: 9999-12-31\nduration: 9999d", "start: 9999-12-31 23:59\nduration: 99999999999999999999h",
  "start: 2026-06-09\nsequence: 99999999999999999999", "start: 2026-06-09\nlat: 1",
  "start: 2026-06-09\nprice: 999999999999999999999999",
  "start: 2026-06-09\nextra: {a: 99999999999999999999, b: 1e999, c: -, d: 1-1, e: 0x1F}",
]) func `no number is too large`(lines: String) {
  let reading = Reading(["content/events/e.md": "---\n\(lines)\n---\n"])
  #expect(reading.site != nil)
}

@Test func `front matter may not nest without end`() {
  let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
  let reading = Reading(["content/a.md": "---\nextra: {a: \(deep)}\n---\n"])
  #expect(reading.log.diagnostics.count == 1)
}
