import TestSupport
import Testing

@testable import Calendar

private let path = "real/ics/libical/icalrecur_test.txt"

/// A rule of libical's test file with what it gives from a start.
private struct GoldenCase {
  var comment = ""
  var rule = ""
  var start = ""
  var instances: [String] = []
}

private func cases() throws -> [GoldenCase] {
  var cases: [GoldenCase] = []
  var golden = GoldenCase()
  for line in String(decoding: try SharedSets.bytes(path), as: UTF8.self).split(separator: "\n") {
    if line.hasPrefix("#") { golden.comment += line.dropFirst() }
    if line.hasPrefix("RRULE:") { golden.rule = String(line.dropFirst(6)) }
    if line.hasPrefix("DTSTART:") { golden.start = String(line.dropFirst(8)) }
    guard line.hasPrefix("INSTANCES:") else { continue }
    golden.instances = line.dropFirst(10).split(separator: ",").map(String.init)
    cases.append(golden)
    golden = GoldenCase()
  }
  return cases
}

/// What our expansion gives, in the form of the file.
private func expansion(_ golden: GoldenCase) throws -> [String] {
  let rule = try RecurrenceRule(golden.rule)
  let start = try #require(RecurrenceTime(basicText: golden.start.utf8))
  let local: CivilDateTime
  switch start {
  case .date(let date): local = CivilDateTime(date: date, time: .midnight)
  case .local(let time): local = time
  case .instant(let instant): local = Zone.utc.civil(instant)
  }
  var isAllDay = false
  if case .date = start { isAllDay = true }
  return RecurrenceExpansion(rule, from: local, isAllDay: isAllDay, in: .utc)
    .prefix(golden.instances.count + 5).map { local in
      switch start {
      case .date: RecurrenceTime.date(local.date).basicText
      case .local: RecurrenceTime.local(local).basicText
      case .instant: RecurrenceTime.instant(Instant(seconds: local.secondsAsUTC)).basicText
      }
    }
}

@Test(.enabled(if: SharedSets.includes(path)))
func `every rule of libical's tests gives what libical says`() throws {
  let cases = try cases()
  #expect(cases.count > 140)
  for golden in cases {
    var expected = golden.instances
    if expected.first?.contains("UNIMPLEMENTED") == true {
      // libical can't; RFC 5545's table says: the 30ths of December that lie in a first week.
      expected = ["20241230", "20251230", "20301230", "20311230"]
    }
    let ours = try expansion(golden)
    #expect(ours == expected, "\(golden.comment): \(golden.rule) from \(golden.start)")
  }
}
