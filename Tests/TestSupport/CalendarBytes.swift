import Foundation

/// Looks at a calendar file as bytes: what no library checks, and some programs stumble over.
public enum CalendarBytes {
  /// What RFC 5545 asks of a file's lines and of an event's properties and this file doesn't do.
  public static func faults(in bytes: [UInt8]) -> [String] {
    var faults = lineFaults(in: bytes)
    let lines = unfolded(bytes)
    faults += eventFaults(in: lines)
    let used = Set(lines.compactMap { parameter("TZID", of: $0) })
    let defined = lines.filter { $0.hasPrefix("TZID:") }.map { String($0.dropFirst(5)) }
    if defined.count != Set(defined).count { faults.append("a zone is defined twice") }
    if Set(defined) != used { faults.append("zones defined \(Set(defined)), used \(used)") }
    if lines.contains(where: { $0.hasPrefix("METHOD:") }) { faults.append("a METHOD") }
    return faults
  }

  /// What RFC 5545 asks of lines and a file doesn't do.
  public static func lineFaults(in bytes: [UInt8]) -> [String] {
    var faults: [String] = []
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { faults.append("a byte order mark") }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.removeLast().count > 0 { faults.append("no line end at the end") }
    for line in lines {
      let text = String(decoding: line, as: UTF8.self)
      if line.last != 0x0D { faults.append("no CR LF: \(text)") }
      if line.dropLast().contains(0x0D) { faults.append("a CR inside: \(text)") }
      if line.count - 1 > 75 { faults.append("\(line.count - 1) octets: \(text)") }
      if String(validating: line, as: UTF8.self) == nil {
        faults.append("a cut character: \(text)")
      }
      if line.count < 2 { faults.append("an empty line") }
    }
    if lines.last.map({ Array($0) }) != Array("END:VCALENDAR\r".utf8) {
      faults.append("END:VCALENDAR isn't the last line")
    }
    return faults
  }

  private static func unfolded(_ bytes: [UInt8]) -> [String] {
    var lines: [[UInt8]] = []
    for line in bytes.split(separator: 0x0A) {
      if line.first == 0x20 {
        lines[lines.count - 1] += line.dropFirst().dropLast()
      } else {
        lines.append(Array(line.dropLast()))
      }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func eventFaults(in lines: [String]) -> [String] {
    var faults: [String] = []
    var names: Set<String> = []
    for event in lines.split(separator: "BEGIN:VEVENT").dropFirst() {
      let event = event.prefix { $0 != "END:VEVENT" }
      func all(_ name: String) -> [String] {
        event.filter { $0.hasPrefix("\(name):") || $0.hasPrefix("\(name);") }
      }
      for name in ["UID", "DTSTAMP", "DTSTART"] where all(name).count != 1 {
        faults.append("\(all(name).count) \(name)")
      }
      if all("DTSTAMP").contains(where: { !$0.hasSuffix("Z") }) { faults.append("a local DTSTAMP") }
      let name = (all("UID") + all("RECURRENCE-ID")).joined(separator: " ")
      if !names.insert(name).inserted { faults.append("twice: \(name)") }
      let times = ["DTSTART", "DTEND", "EXDATE", "RECURRENCE-ID"].flatMap(all)
      let forms = Set(
        times.map { line in
          let isUTC = line.hasSuffix("Z")
          let parameters = line.prefix { $0 != ":" }.drop { $0 != ";" }
          return "\(parameters) \(isUTC)"
        }
      )
      if forms.count > 1 { faults.append("forms of times differ: \(forms.sorted())") }
    }
    return faults
  }

  private static func parameter(_ name: String, of line: String) -> String? {
    guard let start = line.range(of: ";\(name)=") else { return nil }
    return String(line[start.upperBound...].prefix { $0 != ":" && $0 != ";" })
  }
}
