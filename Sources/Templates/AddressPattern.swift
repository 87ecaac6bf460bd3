/// What counts as an address in a text.
enum AddressPattern {
  private static let commonDomains: Set<String> = [
    "com", "net", "int", "edu", "gov", "org", "info", "mil",
  ]

  /// Whether a word is a web address: with a scheme, with `www.`, or a name in a common domain.
  static func isWebAddress(_ word: [UInt8]) -> Bool {
    let scalars = UTF8Text.scalars(word.lowercased)[...]
    for prefix in ["https://", "http://", "www."] where scalars.starts(with: prefix.unicodeScalars)
    {
      let rest = scalars.dropFirst(prefix.unicodeScalars.count)
      if isHost(rest, isDomain: isTopLevelDomain) { return true }
      if prefix != "www.", isNumericHost(rest) { return true }
    }
    return isHost(scalars, needsDot: true) {
      commonDomains.contains(String(String.UnicodeScalarView($0)))
    }
  }

  private typealias Text = ArraySlice<Unicode.Scalar>

  /// Whether a text is labels with dots between them, then a port and a path, if any.
  private static func isHost(
    _ text: Text,
    needsDot: Bool = false,
    isDomain: (Text) -> Bool
  ) -> Bool {
    let end = text.firstIndex { !isLabel($0) && $0 != "." } ?? text.endIndex
    // A port or a path begins at the host's end; a shorter host would need one too.
    guard isTail(text[end...]) else { return false }
    let labels = text[..<end].split(separator: ".", omittingEmptySubsequences: false)
    guard let last = labels.last, isDomain(last), labels.count > 1 || !needsDot else {
      return false
    }
    return labels.dropLast().allSatisfy {
      needsDot ? (2...63).contains($0.count) || false : !$0.isEmpty
    }
  }

  private static func isLabel(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isWord || scalar == "%" || scalar == "-"
  }

  private static func isTopLevelDomain(_ label: Text) -> Bool {
    if label.starts(with: "xn--".unicodeScalars) {
      let rest = label.dropFirst(4)
      return (2...59).contains(rest.count) && rest.allSatisfy { $0.isWord || $0 == "%" }
    }
    return (2...63).contains(label.count) && label.allSatisfy { ("a"..."z").contains($0) }
  }

  /// Whether a text is `:port` and a path, a query or a fragment, each of which may be absent.
  private static func isTail(_ text: Text) -> Bool {
    var rest = text
    if rest.first == ":" {
      let digits = rest.dropFirst().prefix { ("0"..."9").contains($0) }
      guard (1...5).contains(digits.count) else { return false }
      rest = rest.dropFirst(1 + digits.count)
    }
    return rest.isEmpty || "/?#".unicodeScalars.contains(rest[rest.startIndex])
  }

  private static func isNumericHost(_ text: Text) -> Bool {
    let digits = text.prefix { ("0"..."9").contains($0) || $0 == "." }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 4, parts.allSatisfy({ (1...3).contains($0.count) }) {
      return isTail(text.dropFirst(digits.count))
    }
    guard text.first == "[", let end = text.firstIndex(of: "]") else { return false }
    let groups = text[(text.startIndex + 1)..<end].split(
      separator: ":",
      omittingEmptySubsequences: false
    )
    let isValid = groups.allSatisfy { group in
      group.count <= 4 && group.allSatisfy { ("0"..."9").contains($0) || ("a"..."f").contains($0) }
    }
    return isValid && (3...9).contains(groups.count) && isTail(text[(end + 1)...])
  }

  /// Whether a word is a mail address.
  static func isMail(_ word: [UInt8]) -> Bool {
    let scalars = UTF8Text.scalars(word)
    guard let at = scalars.lastIndex(of: "@"), at > 0 else { return false }
    let host = scalars[(at + 1)...]
    guard let first = host.first, first.isWord,
      host.allSatisfy({ $0.isWord || $0 == "." || $0 == "-" }),
      let dot = host.lastIndex(of: "."), dot > host.startIndex, dot + 1 < host.endIndex
    else { return false }
    return host[(dot + 1)...].allSatisfy(\.isWord)
  }
}
