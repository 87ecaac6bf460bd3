/// An address that stands in the text without angle brackets (GFM §6.9).
struct BareLink {
  /// What of the text is the link.
  let range: Range<Int>
  /// What has to stand before it in the address: `http://` before `www.`, `mailto:` before an e-mail
  /// address.
  let prefix: StaticString

  /// Finds the address around a `://`.
  ///
  /// - Parameters:
  ///   - text: a text of cmark's tree.
  ///   - colon: where the colon stands.
  ///   - floor: where it may begin at the earliest.
  init?(url text: TreeText, colon: Int, floor: Int) {
    guard text.hasPrefix("://", at: colon) else { return nil }
    var start = colon
    while start > floor, isLetter(text[start - 1]) { start -= 1 }
    guard Self.isScheme(text[start..<colon]),
      let end = addressEnd(in: text, host: colon + 3, from: start)
    else { return nil }
    range = start..<end
    prefix = ""
  }

  private static func isScheme(_ word: TreeText) -> Bool {
    guard (3...5).contains(word.count) else { return false }
    return ["http", "https", "ftp"].contains { scheme in
      word.count == scheme.utf8.count && zip(scheme.utf8, 0...).allSatisfy { word[$1] | 0x20 == $0 }
    }
  }

  /// Finds the address around the full stop of a `www.`.
  init?(www text: TreeText, fullStop: Int, floor: Int) {
    let start = fullStop - 3
    guard start >= floor,
      (start..<fullStop).allSatisfy({ text[$0] | 0x20 == UInt8(ascii: "w") }),
      start == 0 || maySurround(text[start - 1]),
      let end = addressEnd(in: text, host: start, from: start), end > fullStop + 1
    else { return nil }
    range = start..<end
    prefix = "http://"
  }

  /// Finds the e-mail address around an `@`.
  init?(email text: TreeText, at sign: Int, floor: Int) {
    var start = sign
    while start > floor, isLocalByte(text[start - 1]) { start -= 1 }
    guard start < sign, start == 0 || text[start - 1] != UInt8(ascii: "/") else { return nil }
    var end = sign + 1
    var hasFullStop = false
    while end < text.count, isDomainByte(text[end]) {
      // A full stop at the end of a sentence isn't the address's.
      let isFullStop = text[end] == UInt8(ascii: ".")
      if isFullStop, end + 1 >= text.count || !isAlphanumeric(text[end + 1]) { break }
      hasFullStop = hasFullStop || isFullStop
      end += 1
    }
    guard hasFullStop, isAlphanumeric(text[end - 1]),
      end == text.count || text[end] != UInt8(ascii: "@")
    else { return nil }
    let scheme: StaticString = "mailto:"
    let hasScheme =
      start - floor >= scheme.utf8CodeUnitCount
      && text.hasPrefix(scheme, at: start - scheme.utf8CodeUnitCount)
    range = (hasScheme ? start - scheme.utf8CodeUnitCount : start)..<end
    prefix = hasScheme ? "" : scheme
  }
}

/// Where an address ends whose host begins at an index; `nil` when that is no host.
private func addressEnd(in text: TreeText, host: Int, from start: Int) -> Int? {
  var underscores = (last: 0, before: 0)
  var index = host
  // No host is longer than 253 bytes (RFC 1035 §2.3.4).
  while index < text.count, index - host <= 512, isHostByte(text[index]) {
    let guarded = text.guardedCharacter(at: index)?.character
    switch guarded ?? text[index] {
    case UInt8(ascii: "."): underscores = (0, underscores.last)
    case UInt8(ascii: "_"): underscores.last += 1
    default: break
    }
    index += guarded == nil ? 1 : 3
  }
  guard index > host, text[host] != UInt8(ascii: "."), underscores == (0, 0) else { return nil }
  while index < text.count, !isSpace(text[index]), text[index] != UInt8(ascii: "<") { index += 1 }
  let end = unsafe text[start..<index].withBytes { unsafe trimmedAddressEnd($0) } + start
  return end > host ? end : nil
}

/// Where an address ends within the bytes up to the next blank: what closes a sentence or a bracket
/// isn't part of it.
///
/// - Returns: an index of the bytes.
func trimmedAddressEnd<Bytes: RandomAccessCollection<UInt8>>(_ address: Bytes) -> Int
where Bytes.Index == Int {
  var surplus = 0
  for byte in address {
    if byte == UInt8(ascii: ")") { surplus += 1 }
    if byte == UInt8(ascii: "(") { surplus -= 1 }
  }
  var end = address.endIndex
  while end > address.startIndex {
    if endsWithPunctuationOfThreeBytes(address[..<end]) {
      end -= 3
      continue
    }
    switch address[end - 1] {
    case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","),
      UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "'"), UInt8(ascii: "\""):
      end -= 1
    case UInt8(ascii: ")"):
      guard surplus > 0 else { return end }
      surplus -= 1
      end -= 1
    case UInt8(ascii: ";"): end = entityStart(in: address, end: end) ?? end - 1
    default: return end
    }
  }
  return end
}

/// Whether a curly quote or an ellipsis ends an address, as smart punctuation made it of `"`, `'` or
/// `...`, or a guarded character that would end a sentence.
private func endsWithPunctuationOfThreeBytes<Bytes: RandomAccessCollection<UInt8>>(
  _ address: Bytes
) -> Bool where Bytes.Index == Int {
  guard address.count >= 3, address[address.endIndex - 3] == 0xE2 else { return false }
  let last = address[address.endIndex - 1]
  switch address[address.endIndex - 2] {
  case 0x80: return [0x98, 0x99, 0x9C, 0x9D, 0xA6].contains(last)
  case Guard.lead.1:
    // Every character that is guarded as it is, but for `-` and `[`, ends a sentence.
    guard let (character, isEscaped) = Guard.meaning(last) else { return false }
    return !isEscaped && character != UInt8(ascii: "-") && character != UInt8(ascii: "[")
  default: return false
  }
}

/// Where `&name;` begins that ends at an index.
private func entityStart<Bytes: RandomAccessCollection<UInt8>>(in address: Bytes, end: Int) -> Int?
where Bytes.Index == Int {
  var start = end - 1
  while start > address.startIndex, isAlphanumeric(address[start - 1]) { start -= 1 }
  guard start < end - 1, start > address.startIndex, address[start - 1] == UInt8(ascii: "&") else {
    return nil
  }
  return start - 1
}

/// What may stand before a `www.`: a blank, or what opens emphasis or a bracket.
private func maySurround(_ byte: UInt8) -> Bool {
  isSpace(byte) || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
    || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "(")
}

private func isHostByte(_ byte: UInt8) -> Bool {
  isDomainByte(byte) || byte >= 0x80
}

private func isDomainByte(_ byte: UInt8) -> Bool {
  isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    || byte == UInt8(ascii: ".")
}

private func isLocalByte(_ byte: UInt8) -> Bool {
  isDomainByte(byte) || byte == UInt8(ascii: "+")
}
