/// The character reference that begins at an `&` (HTML §13.2.5.72).
///
/// - Returns: `nil` when none does.
func htmlReference(
  _ text: [UInt8],
  at start: Int,
  end limit: Int
) -> (scalar: Unicode.Scalar, end: Int)? {
  var end = start + 1
  guard end < limit else { return nil }
  let isNumber = text[end] == UInt8(ascii: "#")
  if isNumber { end += 1 }
  let name = end
  while end < limit, end - name < 12, text[end].isASCIILetter || text[end].isASCIIDigit { end += 1 }
  guard end > name else { return nil }
  let hasSemicolon = end < limit && text[end] == UInt8(ascii: ";")
  let next = hasSemicolon ? end + 1 : end
  if isNumber { return referencedScalar(text[name..<end]).map { ($0, next) } }
  let word = String(decoding: text[name..<end], as: UTF8.self)
  guard let scalar = EntityNames[word],
    hasSemicolon || EntityNames.needsNoSemicolon(word)
  else { return nil }
  return (scalar, next)
}

extension [UInt8] {
  /// A text of HTML with its character references replaced, each once.
  var decodingReferences: [UInt8] {
    guard contains(UInt8(ascii: "&")) else { return self }
    var output: [UInt8] = []
    output.reserveCapacity(count)
    var index = 0
    while index < count {
      if self[index] == UInt8(ascii: "&"),
        let (scalar, end) = htmlReference(self, at: index, end: count)
      {
        output += Array(String(scalar).utf8)
        index = end
      } else {
        output.append(self[index])
        index += 1
      }
    }
    return output.cleaned
  }
}

/// A text of HTML as plain text in one line: tags gone, references replaced.
func plainText(_ html: [UInt8]) -> String {
  var text: [UInt8] = []
  for token in HTMLTokenizer(html, keepsUnknown: true) {
    switch token {
    case .text(let range): text += html[range]
    case .start(let tag) where HTMLNames.isBlock(tag.name) || tag.name == "br":
      text.append(0x20)
    case .end(let name, _) where HTMLNames.isBlock(name): text.append(0x20)
    case .start, .end, .comment: continue
    }
  }
  return String(decoding: text.decodingReferences, as: UTF8.self).inOneLine
}
