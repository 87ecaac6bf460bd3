internal import Calendar
internal import HTML

/// Writes an XML document of ours, indented by two blanks a level.
struct XMLWriter {
  private(set) var bytes: [UInt8] = []
  private var open: [StaticString] = []

  init() {
    bytes.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  /// Makes room for so many bytes more.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Writes a part that another writer wrote for this place.
  mutating func raw(_ part: [UInt8]) { bytes += part }

  /// Writes an element with others inside.
  mutating func element(
    _ name: StaticString,
    _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ content: (inout XMLWriter) -> Void
  ) {
    start(name, attributes)
    bytes.append(">\n")
    open.append(name)
    content(&self)
    open.removeLast()
    indent()
    end(name)
  }

  /// Writes an element that holds text.
  mutating func element(
    _ name: StaticString,
    _ attributes: KeyValuePairs<StaticString, String> = [:],
    text: String
  ) {
    start(name, attributes)
    bytes.append(">")
    bytes.append(xml: text)
    end(name)
  }

  /// Writes an element that holds a time as RSS wants it.
  mutating func element(_ name: StaticString, time: ZonedTime) {
    start(name, [:])
    bytes.append(">")
    bytes.append(rfc2822: time)
    end(name)
  }

  /// Writes an element that has attributes alone.
  mutating func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
    start(name, attributes)
    bytes.append("/>\n")
  }

  private mutating func start(
    _ name: StaticString,
    _ attributes: KeyValuePairs<StaticString, String>
  ) {
    indent()
    bytes.append("<")
    bytes.append(literal: name)
    for (name, value) in attributes {
      bytes.append(" ")
      bytes.append(literal: name)
      bytes.append("=\"")
      bytes.append(xml: value, as: .attribute)
      bytes.append("\"")
    }
  }

  private mutating func end(_ name: StaticString) {
    bytes.append("</")
    bytes.append(literal: name)
    bytes.append(">\n")
  }

  private mutating func indent() {
    for _ in open { bytes.append(literal: "  ") }
  }
}
