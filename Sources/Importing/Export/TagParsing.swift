/// A start tag's parts.
struct ParsedTag {
  /// Its name as typed.
  var name = ""
  /// Its attributes, in the order written; quotes may be missing.
  var attributes: [(name: String, value: String)] = []
  /// Whether it ends in `/>`.
  var isEmpty = false
}

/// Takes a start tag apart: `<post dsq:id="1" a=b c/>`.
func parseTag(_ bytes: [UInt8]) -> ParsedTag {
  var tag = ParsedTag()
  var end = bytes.count - 1
  if end > 1, bytes[end - 1] == UInt8(ascii: "/") {
    tag.isEmpty = true
    end -= 1
  }
  var index = 1
  func word(_ stop: (UInt8) -> Bool) -> String {
    let start = index
    while index < end, !stop(bytes[index]) { index += 1 }
    return String(decoding: Array(bytes[start..<index]).cleaned, as: UTF8.self)
  }
  func skipBlanks() {
    while index < end, bytes[index].isBlank { index += 1 }
  }
  tag.name = word { $0.isBlank || $0 == UInt8(ascii: "/") }
  while index < end {
    skipBlanks()
    guard index < end else { break }
    let name = word { $0.isBlank || $0 == UInt8(ascii: "=") }
    skipBlanks()
    var value: [UInt8] = []
    if index < end, bytes[index] == UInt8(ascii: "=") {
      index += 1
      skipBlanks()
      let start: Int
      if index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
        let quote = bytes[index]
        start = index + 1
        index = start
        while index < end, bytes[index] != quote { index += 1 }
        value = Array(bytes[start..<index])
        index += 1
      } else {
        start = index
        while index < end, !bytes[index].isBlank { index += 1 }
        value = Array(bytes[start..<index])
      }
    } else if name.isEmpty {
      index += 1
    }
    if !name.isEmpty {
      let text = replacingXMLReferences(value[...]).cleaned
      tag.attributes.append((name, String(decoding: text, as: UTF8.self)))
    }
  }
  return tag
}
