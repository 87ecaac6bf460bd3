/// Makes links of the addresses in a text, as Jinja's `urlize` does.
struct Urlizer {
  var limit: Int?
  var attributes: [UInt8] = []
  var schemes: [[UInt8]] = []

  init(_ arguments: CallArguments, _ renderer: inout Renderer) throws(TemplateFault) {
    if case .none = arguments[0] {} else { limit = try arguments[0].argument("trim_url_limit") }
    try addAttributes(arguments)
    if case .none = arguments[4] { return }
    for scheme in try renderer.collect(arguments[4], "isn't a list of schemes") {
      let text = try scheme.textArgument("extra_schemes")
      guard Self.isScheme(text) else {
        throw TemplateFault("\(scheme.quoted) isn't the beginning of an address")
      }
      schemes.append(text)
    }
  }

  private mutating func addAttributes(_ arguments: CallArguments) throws(TemplateFault) {
    var relations: Set<String> = ["noopener"]
    if case .none = arguments[3] {
    } else {
      let given = try arguments[3].textArgument("rel")
      for word in UTF8Text.scalars(given).split(whereSeparator: \.isPythonSpace) {
        relations.insert(String(String.UnicodeScalarView(word)))
      }
    }
    if arguments[1].isTrue { relations.insert("nofollow") }
    let rel = Value(relations.sorted().joined(separator: " "))
    attributes = Array(" rel=\"".utf8) + rel.escapedText + Array("\"".utf8)
    guard arguments[2].isTrue else { return }
    attributes += Array(" target=\"".utf8) + (try arguments[2].escaped()) + Array("\"".utf8)
  }

  private static func isScheme(_ text: [UInt8]) -> Bool {
    let scalars = UTF8Text.scalars(text)
    guard let colon = scalars.lastIndex(of: ":"), colon >= 2, scalars.count - colon <= 3 else {
      return false
    }
    return scalars[..<colon].allSatisfy { $0.isWord || ".+-".unicodeScalars.contains($0) }
      && scalars[(colon + 1)...].allSatisfy { $0 == "/" }
  }

  /// The text, which is escaped already, with its addresses as links.
  func linked(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var word: [UInt8] = []
    for scalar in UTF8Text.scalars(text) {
      if scalar.isPythonSpace {
        result += linkedWord(word)
        word = []
        result.append(scalar)
      } else {
        word.append(scalar)
      }
    }
    return result + linkedWord(word)
  }

  private func linkedWord(_ word: [UInt8]) -> [UInt8] {
    guard !word.isEmpty else { return [] }
    var parts = WordParts(word)
    parts.balance()
    return parts.head + linkedAddress(parts.middle) + parts.tail
  }

  private func linkedAddress(_ address: [UInt8]) -> [UInt8] {
    func begins(_ prefix: String) -> Bool { address.starts(with: prefix.utf8) }
    if AddressPattern.isWebAddress(address) {
      let hasScheme = begins("https://") || begins("http://")
      let target = hasScheme ? address : Array("https://".utf8) + address
      return link(target, attributes, cut(address))
    }
    if begins("mailto:"), AddressPattern.isMail(Array(address.dropFirst(7))) {
      return link(address, [], Array(address.dropFirst(7)))
    }
    if address.contains(UInt8(ascii: "@")), !begins("www."), !begins("@"),
      !address.contains(UInt8(ascii: ":")), AddressPattern.isMail(address)
    {
      return link(Array("mailto:".utf8) + address, [], address)
    }
    // As in Jinja, each further scheme that fits wraps what the one before made, so only one fits.
    for scheme in schemes where address != scheme && address.starts(with: scheme) {
      return link(address, attributes, address)
    }
    return address
  }

  private func cut(_ address: [UInt8]) -> [UInt8] {
    guard let limit, UTF8Text.count(address) > limit else { return address }
    return Array(UTF8Text.prefix(address, limit)) + Array("...".utf8)
  }

  private func link(_ target: [UInt8], _ attributes: [UInt8], _ text: [UInt8]) -> [UInt8] {
    Array("<a href=\"".utf8) + target + Array("\"".utf8) + attributes + Array(">".utf8) + text
      + Array("</a>".utf8)
  }
}

/// A word without the punctuation around it.
private struct WordParts {
  var head: [UInt8] = []
  var middle: [UInt8]
  var tail: [UInt8] = []

  private static let openers = ["(", "<", "&lt;"].map { Array($0.utf8) }
  private static let closers = [")", ">", ".", ",", "&gt;"].map { Array($0.utf8) }

  init(_ word: [UInt8]) {
    middle = word
    while let opener = Self.openers.first(where: { middle.starts(with: $0) }) {
      head += opener
      middle.removeFirst(opener.count)
    }
    while let closer = Self.closers.first(where: { middle.ends(with: $0) }) {
      tail = closer + tail
      middle.removeLast(closer.count)
    }
  }

  /// Gives closing brackets back to an address that has the opening ones.
  mutating func balance() {
    for (open, close) in [("(", ")"), ("<", ">"), ("&lt;", "&gt;")] {
      let close = Array(close.utf8)
      let opened = middle.occurrences(of: Array(open.utf8))
      guard opened > middle.occurrences(of: close) else { continue }
      for _ in 0..<min(opened, tail.occurrences(of: close)) {
        guard let found = tail.firstRange(of: close) else { break }
        middle += tail[..<(found + close.count)]
        tail.removeFirst(found + close.count)
      }
    }
  }
}

extension [UInt8] {
  fileprivate func ends(with suffix: [UInt8]) -> Bool {
    matches(suffix, at: count - suffix.count)
  }

  fileprivate func occurrences(of needle: [UInt8]) -> Int {
    var count = 0
    var position = 0
    while let found = firstRange(of: needle, from: position) {
      count += 1
      position = found + needle.count
    }
    return count
  }
}
