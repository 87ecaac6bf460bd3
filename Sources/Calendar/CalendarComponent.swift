/// What stands between `BEGIN` and `END` (RFC 5545 §3.6).
struct CalendarComponent {
  /// The name in capitals.
  let name: String

  /// Where it begins in the file.
  let range: Range<Int>

  /// Its properties in order.
  var lines: [ContentLine] = []

  /// The components in it, in order.
  var components: [CalendarComponent] = []

  /// The first property of a name.
  func first(_ name: String) -> ContentLine? { lines.first { $0.name == name } }

  /// All properties of a name.
  func all(_ name: String) -> [ContentLine] { lines.filter { $0.name == name } }
}

/// What a calendar file has that can't be read.
public struct CalendarProblem: Hashable, Sendable {
  /// What is wrong.
  public let message: String

  /// The line that it is about, as offsets into the file.
  public let range: Range<Int>
}

extension CalendarComponent {
  /// Alarms lie in events and those in calendars; nothing real is deeper.
  private static let depthLimit = 16

  /// Reads the components of a file and what is wrong with its lines.
  ///
  /// The components are those at the top: calendars, or, in pieces of files, events themselves.
  static func tree(of bytes: [UInt8]) -> (top: [CalendarComponent], problems: [CalendarProblem]) {
    var problems: [CalendarProblem] = []
    var open = [CalendarComponent(name: "", range: 0..<0)]
    func close() {
      let component = open.removeLast()
      open[open.count - 1].components.append(component)
    }
    for (line, range) in ContentLine.lines(of: bytes) {
      guard let line else {
        problems.append(CalendarProblem(message: "a line isn't `NAME:VALUE`", range: range))
        continue
      }
      let name = line.value.uppercased().trimmed
      if line.name == "BEGIN" {
        guard open.count <= depthLimit else {
          problems.append(CalendarProblem(message: "components are nested too deep", range: range))
          break
        }
        open.append(CalendarComponent(name: name, range: range))
      } else if line.name == "END" {
        guard open.dropFirst().contains(where: { $0.name == name }) else {
          problems.append(CalendarProblem(message: "`END:\(name)` has no `BEGIN`", range: range))
          continue
        }
        var isClosed = false
        while !isClosed {
          isClosed = open[open.count - 1].name == name
          close()
        }
      } else {
        open[open.count - 1].lines.append(line)
      }
    }
    for component in open.dropFirst() {
      let message = "`BEGIN:\(component.name)` has no `END`"
      problems.append(CalendarProblem(message: message, range: component.range))
    }
    while open.count > 1 { close() }
    return (open[0].components, problems)
  }
}

extension String {
  /// The text without the blanks at its ends.
  var trimmed: String {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let end = utf8.reversed().drop(while: isBlank).reversed().drop(while: isBlank)
    return String(decoding: Array(end), as: UTF8.self)
  }
}
