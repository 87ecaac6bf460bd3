internal import HTML

/// Writes an XML document of ours, indented by two blanks a level.
struct XMLWriter {
  private(set) var bytes: [UInt8] = []
  private var open: [String] = []

  init() {
    bytes.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  /// Writes a part of a document, which stands inside elements.
  init(inside elements: [String]) {
    open = elements
  }

  /// Makes room for so many bytes more.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Writes a part that another writer wrote for this place.
  mutating func raw(_ part: [UInt8]) { bytes += part }

  /// Writes an element with others inside.
  mutating func element(
    _ name: String,
    _ attributes: KeyValuePairs<String, String> = [:],
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
    _ name: String,
    _ attributes: KeyValuePairs<String, String> = [:],
    text: String
  ) {
    start(name, attributes)
    bytes.append(">")
    bytes.append(xml: text)
    end(name)
  }

  /// Writes an element that holds markup as text, unescaped so that people can read it.
  mutating func element(_ name: String, cdata: [UInt8]) {
    start(name, [:])
    bytes.append("><![CDATA[")
    bytes.append(xml: cdata, as: .cdata)
    bytes.append("]]>")
    end(name)
  }

  /// Writes an element that has attributes alone.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    start(name, attributes)
    bytes.append("/>\n")
  }

  private mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    indent()
    bytes.append("<")
    bytes.append(name)
    for (name, value) in attributes {
      bytes.append(" ")
      bytes.append(name)
      bytes.append("=\"")
      bytes.append(xml: value, as: .attribute)
      bytes.append("\"")
    }
  }

  private mutating func end(_ name: String) {
    bytes.append("</")
    bytes.append(name)
    bytes.append(">\n")
  }

  private mutating func indent() {
    for _ in 0..<(2 * open.count) { bytes.append(UInt8(ascii: " ")) }
  }
}
