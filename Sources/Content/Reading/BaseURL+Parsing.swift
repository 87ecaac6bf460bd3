/// Why a text isn't the address of a site.
package enum BaseURLFault: Error {
  case noScheme
  case noHost
  case badHost
  case badPort
  case badPath

  /// What a label says of it.
  package var text: String {
    switch self {
    case .noScheme: "doesn't begin with `https://` or `http://`"
    case .noHost: "has no host"
    case .badHost: "has a host with characters other than letters, digits, `-` and `.`"
    case .badPort: "has a port that is no number from 1 to 65535"
    case .badPath: "has a path with `?`, `#`, `..` or a blank"
    }
  }
}

extension BaseURL {
  /// Reads an address; scheme and host are lower-cased and a missing `/` at the end is added.
  package init(_ text: String) throws(BaseURLFault) {
    guard let scheme = text.scheme, scheme == "http" || scheme == "https",
      text.utf8.dropFirst(scheme.utf8.count + 1).starts(with: "//".utf8)
    else { throw .noScheme }
    let rest = text.utf8.dropFirst(scheme.utf8.count + 3)
    let authority = rest.prefix { !"/?#".utf8.contains($0) }
    let parts = authority.split(
      separator: UInt8(ascii: ":"),
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    let host = String(decoding: parts[0], as: UTF8.self).lowercased()
    guard !host.isEmpty else { throw .noHost }
    guard host.utf8.allSatisfy({ $0.isLetter || $0.isDigit || "-.".utf8.contains($0) }) else {
      throw .badHost
    }
    let port = try parts.count == 2 ? BaseURL.port(parts[1]) : ""
    let path = String(decoding: rest.dropFirst(authority.count), as: UTF8.self)
    self.init(origin: "\(scheme)://\(host)\(port)", host: host, path: try BaseURL.path(path))
  }

  private static func port(_ digits: Substring.UTF8View) throws(BaseURLFault) -> String {
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.allSatisfy(\.isDigit), let number = UInt16(text), number > 0 else {
      throw .badPort
    }
    return ":\(number)"
  }

  private static func path(_ path: String) throws(BaseURLFault) -> String {
    guard !path.isEmpty else { return "/" }
    guard sitePathFault(path) == nil, !path.utf8.contains(UInt8(ascii: " ")) else { throw .badPath }
    return path.utf8.last == UInt8(ascii: "/") ? path : path + "/"
  }
}
