import Content
import Diagnostics

/// A copy of WordPress' uploads, of which the site gets what the export names.
struct MediaFolder {
  /// The folder; `nil` when none was given.
  let root: String?
  /// What the addresses of uploads begin with, without the scheme: `host/wp-content/uploads/`.
  let bases: [String]
  /// Files that the export names and the folder doesn't have, or that are too large to copy.
  private(set) var missing: [String] = []
  private var known: [String: String?] = [:]
  private(set) var copied = 0

  /// The most bytes of a file that is copied.
  private static let limit = 256 << 20

  init(root: String?, index: WordPressIndex) {
    self.root = root
    var bases = index.uploads
    if let base = index.base, let scheme = base.firstRange(of: "://") {
      let home = base[scheme.upperBound...]
      bases.append("\(home)\(home.hasSuffix("/") ? "" : "/")wp-content/uploads/")
    }
    var seen: Set<String> = []
    self.bases = bases.filter { seen.insert($0).inserted }
  }

  /// A text with the addresses of files that are copied led to the site.
  mutating func rewrite(
    _ html: [UInt8],
    copy: (String, [UInt8]) throws(SystemError) -> Bool
  ) throws(SystemError) -> [UInt8] {
    guard root != nil else { return html }
    var html = html
    for base in bases {
      let pattern = Array(base.utf8)
      var output: [UInt8] = []
      var start = 0
      while let found = html.firstIndex(of: pattern, from: start) {
        let end = html[(found + pattern.count)...].firstIndex { !$0.isUploadName } ?? html.count
        let name = String(decoding: html[(found + pattern.count)..<end], as: UTF8.self)
        let scheme = schemeStart(html, before: found)
        if scheme >= start, let path = try place(name, base: base, copy: copy) {
          output += html[start..<scheme] + Array(path.utf8)
        } else {
          output += html[start..<end]
        }
        start = end
      }
      html = output + html[start...]
    }
    return html
  }

  /// The address on the site of a file, by its whole address; `nil` when it isn't copied.
  mutating func address(
    of url: String,
    copy: (String, [UInt8]) throws(SystemError) -> Bool
  ) throws(SystemError) -> String? {
    let rewritten = try rewrite(Array(url.utf8), copy: copy)
    return rewritten.first == UInt8(ascii: "/") ? String(decoding: rewritten, as: UTF8.self) : nil
  }

  /// Where the scheme before a host begins, or the two slashes that stand for one.
  private func schemeStart(_ html: [UInt8], before host: Int) -> Int {
    for scheme in ["https://", "http://", "//"] {
      let start = host - scheme.utf8.count
      if start >= 0, html[start..<host].elementsEqual(scheme.utf8) { return start }
    }
    return -1
  }

  /// Copies a file once; returns its address on the site.
  private mutating func place(
    _ name: String,
    base: String,
    copy: (String, [UInt8]) throws(SystemError) -> Bool
  ) throws(SystemError) -> String? {
    if let path = known[name] { return path }
    let decoded = percentDecoded(name).composed
    let parts = decoded.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && !part.hasPrefix(".") && !part.contains("\\")
        && part.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } && part.utf8.count < 250
    }
    let folder = base.contains("/wp-content/uploads/") ? "wp-content/uploads" : "uploads"
    var address: String?
    if isPlain, let root, let bytes = try read("\(root)/\(decoded)", decoded) {
      if try copy("content/\(folder)/\(decoded)", bytes) {
        copied += 1
        address = "/\(folder)/\(name)"
      }
    }
    known[name] = .some(address)
    if address == nil { missing.append(name) }
    return address
  }

  /// The bytes of a file; `nil` when it isn't there, or too large.
  private func read(_ location: String, _ name: String) throws(SystemError) -> [UInt8]? {
    do throws(SystemError) {
      return try readRegularFile(location, as: name, limit: Self.limit)
    } catch {
      // Not there, a folder, or not ours to read: named as missing.
      return nil
    }
  }
}

extension UInt8 {
  /// Whether it goes on with the name of a file in an address.
  fileprivate var isUploadName: Bool {
    self > 0x20 && self != 0x7F && !"\"'<>()[]?#,&;\\".utf8.contains(self)
  }
}
