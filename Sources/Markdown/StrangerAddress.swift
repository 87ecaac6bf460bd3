/// Whether a stranger's link may lead there: http, https or mailto, without user names and without
/// characters that don't show or that reorder what shows, encoded or not.
func isSafeForStrangers(_ address: [UInt8]) -> Bool {
  guard !address.isEmpty, !hidesCharacters(address) else { return false }
  if address.contains(UInt8(ascii: "%")), hidesCharacters(percentDecoded(address)) { return false }
  let scheme = address.prefix { $0 != UInt8(ascii: ":") }
  let rest = address.dropFirst(scheme.count + 1)
  switch String(decoding: scheme, as: UTF8.self).lowercased() {
  case "mailto": return rest.contains(UInt8(ascii: "@")) && rest.first != UInt8(ascii: "/")
  case "http", "https": return rest.starts(with: "//".utf8) && isHost(rest.dropFirst(2))
  default: return false
  }
}

extension [UInt8] {
  /// Whether an address is of the web, safe, and written as it is in `href`, all of which nearly every one is:
  /// `http://` or `https://`, a host, and nothing that would have to be looked at twice.
  func isPlainWebAddress(_ address: Range<Int>) -> Bool {
    var index = address.lowerBound
    guard takes("http", at: &index, of: address) else { return false }
    if index < address.upperBound, self[index] == UInt8(ascii: "s") { index += 1 }
    guard takes("://", at: &index, of: address), index < address.upperBound,
      isAlphanumeric(self[index])
    else { return false }
    return firstIndex(from: index) { !isAlphanumeric($0) && !ASCIISet.plainAddress.contains($0) }
      >= address.upperBound
  }

  /// Goes over words of ours, where they stand.
  private func takes(_ words: StaticString, at index: inout Int, of range: Range<Int>) -> Bool {
    guard range.upperBound - index >= words.utf8CodeUnitCount else { return false }
    let start = index
    index += words.utf8CodeUnitCount
    return words.withUTF8Buffer { words in
      words.indices.allSatisfy { unsafe words[$0] == self[start + $0] }
    }
  }
}

extension ASCIISet {
  /// What an address may have besides letters and digits that means nothing in a host, hides nothing and isn't
  /// replaced: neither `@`, `%`, `\\` nor `'` and `&`.
  fileprivate static let plainAddress = ASCIISet("-._~:/?#!$+,;=*")
}

/// Whether an address goes on with a host and nothing that a reader would take for one.
private func isHost(_ rest: ArraySlice<UInt8>) -> Bool {
  let authority = rest.prefix {
    $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
  }
  guard let first = authority.first, first != UInt8(ascii: ":") else { return false }
  // Browsers read a backslash as a slash, and decode %40 in a host.
  return !authority.contains {
    $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "%")
      || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "\"")
  }
}

private func hidesCharacters(_ address: [UInt8]) -> Bool {
  // Nearly every address is of printable ASCII, where nothing hides.
  if address.firstIndex(from: 0, where: { $0 <= 0x20 || $0 >= 0x7F }) == address.count {
    return false
  }
  return String(decoding: address, as: UTF8.self).unicodeScalars.contains { scalar in
    // What replaces control characters is as bad as they are.
    if scalar == "\u{FFFD}" { return true }
    if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: return true
    default: return false
    }
  }
}

private func percentDecoded(_ address: [UInt8]) -> [UInt8] {
  var decoded: [UInt8] = []
  decoded.reserveCapacity(address.count)
  var index = 0
  while index < address.count {
    if address[index] == UInt8(ascii: "%"), index + 2 < address.count,
      let high = hexValue(address[index + 1]), let low = hexValue(address[index + 2]),
      // An encoded blank is a blank in a file's name: nothing is hidden by it.
      high << 4 | low != 0x20
    {
      decoded.append(high << 4 | low)
      index += 3
    } else {
      decoded.append(address[index])
      index += 1
    }
  }
  return decoded
}

private func hexValue(_ digit: UInt8) -> UInt8? {
  switch digit {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
  default: nil
  }
}
