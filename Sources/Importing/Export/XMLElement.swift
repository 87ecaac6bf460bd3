/// An element of an export with all that stands in it.
final class XMLElement {
  /// Its name as it was written, prefix and all, but for prefixes that only rename a known namespace.
  let name: String
  /// Its attributes, in the order written.
  let attributes: [(name: String, value: String)]
  /// The text that stands directly in it, character references replaced.
  var text: [UInt8] = []
  /// The elements in it.
  var children: [XMLElement] = []
  /// Whether its end tag was there.
  var isClosed = false
  /// The line on which it begins.
  let line: Int

  init(name: String, attributes: [(name: String, value: String)], line: Int) {
    self.name = name
    self.attributes = attributes
    self.line = line
  }

  /// The first element of that name in it.
  subscript(name: String) -> XMLElement? {
    children.first { $0.name == name }
  }

  /// All elements of that name in it.
  func all(_ name: String) -> [XMLElement] {
    children.filter { $0.name == name }
  }

  /// The text of the first element of that name, without control characters.
  func bytes(_ name: String) -> [UInt8]? {
    self[name].map { $0.text.cleaned }
  }

  /// The same as a string without blanks around it; `nil` when it is empty or isn't there.
  func line(_ name: String) -> String? {
    guard let bytes = bytes(name) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self).inOneLine
    return text.isEmpty ? nil : text
  }

  /// The value of an attribute.
  func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }
}

extension String {
  /// The text with every run of blanks and line ends as one space, and none around it.
  var inOneLine: String {
    split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " ")
  }
}
