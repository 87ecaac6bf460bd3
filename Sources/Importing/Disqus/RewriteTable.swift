public import Diagnostics

/// Old addresses and where their pages stand now, one pair a line.
public struct RewriteTable: Sendable {
  private var targets: [String: String] = [:]

  /// A table without a line.
  public init() {}

  /// Reads a table: in each line an old address or path, blanks or a comma, and a path of the site.
  ///
  /// Empty lines and lines that begin with `#` don't count. A line that has only one address is an
  /// error at its place.
  public init(_ file: SourceFile, log: inout DiagnosticLog) {
    var start = 0
    for line in file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let range = start..<start + line.count
      start = range.upperBound + 1
      let words = String(decoding: line, as: UTF8.self)
        .split { $0 == " " || $0 == "\t" || $0 == "," || $0 == ";" || $0 == "\r" }
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      guard words.count == 2, let target = linkPath(String(words[1])) else {
        log.append(
          Diagnostic(
            "a line of a rewrite table must be an old address and a path of the site",
            at: SourceSpan(file, range),
            help: "write `/2010/old.html /2010/new/`"
          )
        )
        continue
      }
      targets[RewriteTable.key(String(first))] = target
    }
  }

  /// Where the page of an address stands now, if the table says.
  func target(of link: String) -> String? {
    targets[RewriteTable.key(link)] ?? linkPath(link).flatMap { targets[RewriteTable.key($0)] }
  }

  /// An address without scheme and last slash; with its host and query, if it has them.
  private static func key(_ address: String) -> String {
    var key = address
    if let scheme = key.firstRange(of: "://") { key = String(key[scheme.upperBound...]) }
    key = foldedPath(percentDecoded(key))
    while key.count > 1, key.hasSuffix("/") { key.removeLast() }
    return key
  }
}
