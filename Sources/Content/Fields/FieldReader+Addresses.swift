internal import Diagnostics
internal import YAML

extension FieldReader {
  /// A web address: `http` or `https`.
  func url(_ key: String) -> String? {
    name(key).flatMap { checked($0, name: "`\(key)`", as: .web) }
  }

  /// A web address or a path, relative or on this site.
  func address(_ key: String) -> Located<String>? {
    guard let written = name(key) else { return nil }
    return checked(written, name: "`\(key)`", as: .webOrPath).map { Located($0, at: written.span) }
  }

  /// A map of names to addresses.
  func links(_ key: String) -> [NamedLink] {
    freeMap(key).compactMap { pair in
      guard !pair.value.isNothing, let written = line(pair.value, name: "`\(key).\(pair.key)`"),
        let url = checked(written, name: "`\(key).\(pair.key)`", as: .link)
      else { return nil }
      return NamedLink(name: pair.key, url: url)
    }
  }

  /// An address that is fit for its use; otherwise it says why not.
  func checked(
    _ written: Located<String>,
    name: @autoclosure () -> String,
    as use: AddressUse
  ) -> String? {
    guard let fault = use.fault(of: written.value) else { return written.value }
    faults.say("\(name()) must be \(use.rule)", at: written.span.range, label: fault)
    return nil
  }

  /// Paths on this site where a page stands or stood: `permalink` and `aliases`.
  func sitePaths(_ key: String) -> [Located<String>] {
    lines(key).filter { isSitePath($0, name: "`\(key)`") }
  }

  /// A path on this site where a page stands.
  func sitePath(_ key: String) -> Located<String>? {
    name(key).flatMap { isSitePath($0, name: "`\(key)`") ? $0 : nil }
  }

  private func isSitePath(_ path: Located<String>, name: @autoclosure () -> String) -> Bool {
    guard let fault = sitePathFault(path.value) else { return true }
    faults.say("\(name()) must be a path on this site", at: path.span.range, label: fault)
    return false
  }

  /// The last part of an address.
  func slug(_ key: String) -> String? {
    guard let written = name(key) else { return nil }
    let forbidden = written.value.utf8.first { $0 <= 0x20 || "/\\?#%".utf8.contains($0) }
    guard forbidden == nil, !written.value.utf8.allSatisfy({ $0 == UInt8(ascii: ".") }) else {
      faults.say(
        "`\(key)` must be one part of an address",
        at: written.span.range,
        label: forbidden.map { "holds `\(Character(Unicode.Scalar($0)))`" } ?? "leads elsewhere"
      )
      return nil
    }
    return written.value
  }
}

/// What an address is used for, which says what it may be.
enum AddressUse {
  /// `http` or `https`.
  case web
  /// The same, or a path, relative or on this site.
  case webOrPath
  /// The same, or a path, or `mailto`.
  case link

  /// What an address for this use must be.
  var rule: String {
    switch self {
    case .web: "an address that begins with `https://` or `http://`"
    case .webOrPath: "a path, or an address that begins with `https://` or `http://`"
    case .link: "a path, or an address that begins with `https://`, `http://` or `mailto:`"
    }
  }

  /// Why an address isn't fit, or `nil` when it is.
  func fault(of address: String) -> String? {
    if let byte = address.utf8.first(where: { $0.isForbiddenInAddress }) {
      return byte == 0x20 ? "holds a blank" : "holds a character that an address can't have"
    }
    guard let scheme = address.scheme else {
      return self == .web ? "has no `https://`" : nil
    }
    switch scheme {
    case "http", "https":
      let rest = address.utf8.dropFirst(scheme.utf8.count + 1)
      let slash = UInt8(ascii: "/")
      guard rest.first == slash, rest.dropFirst().first == slash,
        let host = rest.dropFirst(2).first, host == UInt8(ascii: ":") || !host.endsScheme
      else { return "has no host" }
      return nil
    case "mailto" where self == .link: return nil
    default: return "has the scheme `\(scheme)`"
    }
  }

  /// Whether an address is certainly fit for ``web``; one that isn't may be fit nevertheless.
  static func isWeb(_ address: ArraySlice<UInt8>) -> Bool {
    unsafe address.withUnsafeBufferPointer { bytes in
      let start = unsafe bytes.begins(with: "https://") ? 8 : bytes.begins(with: "http://") ? 7 : 0
      guard start > 0, start < bytes.count, unsafe !bytes[start].endsScheme else { return false }
      for index in start..<bytes.count where unsafe bytes[index].isForbiddenInAddress {
        return false
      }
      return true
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these are the first bytes.
  @inline(__always)
  fileprivate func begins(with text: StaticString) -> Bool {
    guard count >= text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { text in
      for index in text.indices where unsafe text[index] != self[index] { return false }
      return true
    }
  }
}

extension UInt8 {
  /// Whether a scheme can't go on with it, or be one behind it: `:`, `/`, `?` and `#`.
  fileprivate var endsScheme: Bool {
    self == UInt8(ascii: ":") || self == UInt8(ascii: "/") || self == UInt8(ascii: "?")
      || self == UInt8(ascii: "#")
  }

  /// Whether it is a byte that no address holds unescaped (RFC 3986 §2; letters beyond ASCII pass).
  fileprivate var isForbiddenInAddress: Bool {
    // Nearly all bytes of addresses are small letters.
    if self >= UInt8(ascii: "a") { return self == 0x7F }
    return switch self {
    case 0x00...0x20, UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""):
      true
    default: false
    }
  }
}

/// Why an address isn't linked that a stranger gave, or `nil` when it is: it must be one of the web, and hide
/// neither where it leads nor what it says, as in a comment's text.
func faultOfStrangersAddress(_ address: String) -> String? {
  if let fault = AddressUse.web.fault(of: address) { return fault }
  let authority = address.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2).prefix {
    $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
  }
  if authority.contains(UInt8(ascii: "@")) { return "has a user name before its host" }
  return address.unicodeScalars.contains(where: \.turnsDirection)
    ? "holds a character that turns the text round" : nil
}

extension Unicode.Scalar {
  /// Whether it turns the direction of what follows it.
  var turnsDirection: Bool {
    ("\u{202A}"..."\u{202E}").contains(self) || ("\u{2066}"..."\u{2069}").contains(self)
  }
}

/// Why a path can't be a page's address on this site, or `nil` when it can.
func sitePathFault(_ path: String) -> String? {
  guard path.utf8.first == UInt8(ascii: "/") else { return "doesn't begin with `/`" }
  if path.utf8.starts(with: "//".utf8) { return "begins with `//`, which names a host" }
  for byte in path.utf8 {
    if byte < 0x20 || byte == 0x7F { return "holds a control character" }
    if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") {
      return "holds `\(Character(Unicode.Scalar(byte)))`"
    }
  }
  let parts = path.utf8.split(separator: UInt8(ascii: "/"))
  let leadsUp = parts.contains { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) }
  return leadsUp ? "holds `.` or `..` as a part" : nil
}

extension String {
  /// The scheme in lower case, or `nil` for a path (RFC 3986 §3.1).
  var scheme: String? {
    guard let end = utf8.firstIndex(where: \.endsScheme), utf8[end] == UInt8(ascii: ":"),
      utf8.first?.isLetter == true
    else { return nil }
    let scheme = String(self[..<end])
    // Nearly all are lower case already, and changing case costs a pass by Unicode's tables.
    return scheme.utf8.contains { $0 < 0x61 || $0 > 0x7A } ? scheme.lowercased() : scheme
  }
}

/// Whether an address is one that `online` and the like take: `http` or `https`, with a host.
package func isWebAddress(_ address: String) -> Bool { AddressUse.web.fault(of: address) == nil }

/// Whether a path is one that `permalink` takes.
package func isSitePath(_ path: String) -> Bool { sitePathFault(path) == nil }
