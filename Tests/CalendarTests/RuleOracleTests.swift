import TestSupport
import Testing

@testable import Calendar

@Test(.enabled(if: Oracle.has(module: "dateutil")))
func `rules made at random give what dateutil says`() throws {
  var rules = 0
  var occurrences = 0
  var differences: [String] = []
  for line in try Oracle.output(of: "rules.py").split(separator: "\n") {
    let fields = line.split(separator: " ").map(String.init)
    guard case .local(let start) = RecurrenceTime(basicText: fields[0].utf8) else {
      Issue.record("no start: \(line)")
      continue
    }
    let rule = try RecurrenceRule(fields[1])
    let ours = RecurrenceExpansion(rule, from: start, isAllDay: false, in: .utc)
      .prefix(40).map { RecurrenceTime.local($0).basicText }
    rules += 1
    occurrences += fields.count - 2
    if ours != Array(fields.dropFirst(2)) {
      differences.append(
        "\(fields[0]) \(fields[1])\n  \(ours.prefix(5))\n  \(fields.dropFirst(2).prefix(5))"
      )
    }
  }
  #expect(rules == 1000)
  #expect(occurrences > 10_000)
  #expect(
    differences.isEmpty,
    "\(differences.count)\n\(differences.prefix(20).joined(separator: "\n"))"
  )
}
