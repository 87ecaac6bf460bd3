internal import HTML

/// What crawlers are asked to leave alone, and where the sitemap is (RFC 9309).
public struct RobotsFile: Hashable, Sendable {
  /// Paths that no crawler should fetch, from the root and beginning with `/`; by prefix.
  public var disallowedPaths: [String]

  /// The absolute addresses of sitemaps.
  public var sitemaps: [String]

  /// Creates the rules, by which everything may be fetched.
  public init(disallowedPaths: [String] = [], sitemaps: [String] = []) {
    self.disallowedPaths = disallowedPaths
    self.sitemaps = sitemaps
  }

  /// The file.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append("User-agent: *\n")
    // A group has to have a rule; an empty path forbids nothing.
    for path in disallowedPaths.isEmpty ? [""] : disallowedPaths {
      bytes.append(path.isEmpty ? "Disallow:" : "Disallow: ")
      bytes.append(robots: path)
    }
    for sitemap in sitemaps {
      bytes.append("\nSitemap: ")
      bytes.append(robots: sitemap)
    }
    return bytes
  }
}

extension [UInt8] {
  /// Appends a value and ends its line; what could begin another line or a comment is encoded.
  fileprivate mutating func append(robots value: String) {
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in value.utf8 {
      if byte > 0x20, byte != 0x7F, byte != UInt8(ascii: "#") {
        append(byte)
      } else {
        append("%")
        append(digits[Int(byte >> 4)])
        append(digits[Int(byte & 15)])
      }
    }
    append("\n")
  }
}
