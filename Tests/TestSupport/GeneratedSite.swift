/// A site with many events of every kind, the same each time it is made.
public enum GeneratedSite {
  /// Its settings; all is seen from a day in the middle of its events.
  public static let settings = """
    title: "Harbor, \\"City\\" & <Meetups>; all"
    description: Meetups by the sea
    base_url: https://harbor.example/club/
    timezone: America/New_York
    now: 2026-11-01T12:00:00Z
    events: {horizon: 6}
    """

  /// The files of a site with so many files of events, some of them series and changed occurrences.
  public static func files(events count: Int) -> [String: String] {
    var files = shared
    files["site.yml"] = settings
    var random = Random(seed: 7)
    for number in 0..<count {
      let draft = EventDraft(number, &random)
      files["content/events/\(draft.name).md"] = draft.text
      for (name, text) in draft.changes { files["content/events/\(name).md"] = text }
    }
    return files
  }

  private static let shared = [
    "content/communities/boston.md":
      "---\nname: Boston, \"Beans\"\ncity: Boston\ntimezone: America/New_York\n---\nWe meet.\n",
    "content/communities/berlin.md":
      "---\nname: Берлин\ncity: Berlin\ntimezone: Europe/Berlin\norganizers: [jess]\n---\n",
    "content/people/jess.md": "---\nname: Jess \"J\" Bloom\n---\n",
    "content/venues/hall.md":
      "---\nname: The Hall; upstairs\naddress: 1 Main Street\ncity: Boston\nregion: MA\n"
      + "postcode: \"02110\"\ncountry: US\nlat: 42.36\nlon: -71.06\n---\n",
  ]
}

/// Numbers that look like chance and aren't.
private struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[next(elements.count)] }
}

private struct EventDraft {
  let name: String
  private(set) var text: String
  private(set) var changes: [(name: String, text: String)] = []

  init(_ number: Int, _ random: inout Random) {
    name = "event-\(number)"
    var keys = ["title: \(random.pick(titles).quoted)"]
    let month = 1 + random.next(12)
    let date = "\(2025 + random.next(3))-\(month.twoDigits)-\((1 + random.next(28)).twoDigits)"
    let isAllDay = random.next(6) == 0
    let time = "\((8 + random.next(13)).twoDigits):\(random.pick(["00", "15", "30"]))"
    let rule = number % 10 == 0 ? random.pick(rules) : nil
    keys.append("start: \(date)\(isAllDay ? "" : " " + time)")
    switch random.next(3) {
    case 0: keys.append(isAllDay ? "duration: 2d" : "duration: 1h30m")
    case 1 where isAllDay || rule != nil: break
    case 1: keys.append("end: \(date) 23:45")
    default: break
    }
    keys += random.pick([
      ["community: boston"], ["community: berlin"], [], ["timezone: Asia/Tokyo"],
    ])
    keys += random.pick(places)
    keys += random.pick(extras)
    let summary = random.pick(summaries)
    if !summary.isEmpty { keys.append("summary: \(summary.quoted)") }
    if let rule {
      keys.append("repeat: \"\(rule)\"")
      // What the rule doesn't give is said, so that it may begin anywhere.
      keys.append("also: [\(date)]")
      changes = EventDraft.changes(of: name, on: date, isAllDay: isAllDay, number)
    }
    text = "---\n" + keys.map { $0 + "\n" }.joined() + "---\n\(random.pick(bodies))\n"
  }

  private static func changes(
    of name: String,
    on date: String,
    isAllDay: Bool,
    _ number: Int
  ) -> [(String, String)] {
    let head = "---\nseries: \(name)\noccurrence: \(date)\n"
    switch number / 10 % 4 {
    case 0: return [("\(name)-off", head + "status: cancelled\n---\nNot this time.\n")]
    case 1 where !isAllDay:
      let start = "start: \(date) 20:45\ntitle: Later\nsequence: 3\nupdated: 2025-01-01\n"
      return [("\(name)-later", head + start + "---\n")]
    case 2:
      return [("\(name)-moved", head + "status: moved-online\nonline: https://a.example/\n---\n")]
    default: return []
    }
  }
}

private let titles = [
  "Tea", "Swift night; talks, pizza \\ beer", "</script><b>bold</b>", "Größe & Maß: ÄÖÜ",
  "日本語のとても長い題名がここにあり、折り返されなければならない題名です、はい",
  "👩‍👩‍👧‍👦 family 😀", "A title, \"quoted\"", String(repeating: "long", count: 40), "BEGIN:VEVENT",
]

private let summaries = [
  "", "One line.", "Semi; comma, back\\slash: \"quotes\"", "Two\nlines", "\u{202E}reversed",
  String(repeating: "ß", count: 100), "END:VEVENT", "<!-- --> & </SCRIPT >",
]

private let bodies = [
  "", "A *text* with [a link](https://a.example/) & more.", "Line\n\n- item\n- item",
]

private let places = [
  ["venue: hall"], ["online: https://meet.example/room?x=1&y=2"],
  ["venue: hall", "online: https://meet.example/room"], [],
  ["venue: {name: \"Café, \\\"Zum Löwen\\\"\", city: Berlin, country: DE}"],
  ["venue: {name: Somewhere}"],
]

private let extras = [
  [], ["status: cancelled"], ["status: postponed"],
  ["status: rescheduled", "previous_start: 2025-01-01 10:00"],
  ["status: moved-online"],
  ["price: 12.50", "currency: EUR", "rsvp: https://rsvp.example/?a=1&b=2", "capacity: 40"],
  ["price: 0"], ["tags: [swift, \"C++\", \"a, b\"]", "sequence: 2", "updated: 2026-01-02 03:04"],
  ["organizers: [jess, Robin Field]", "speakers: [{name: jess, talk: On Tea}, \"O'Neil\"]"],
  ["hashtag: \"#tea\"", "image: https://img.example/a.png", "date: 2025-05-05"],
]

private let rules = [
  "every week until 2028-12-31", "every 2nd tuesday", "last thursday of the month",
  "every 2 weeks 10 times", "every month", "FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20281231T000000Z",
  "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1;COUNT=20",
]

extension Int {
  fileprivate var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}

extension String {
  /// The text as YAML reads it in double quotes.
  fileprivate var quoted: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
