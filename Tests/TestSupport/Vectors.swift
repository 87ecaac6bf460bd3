import Foundation

extension SharedSets {
  /// The files of `real/xss`.
  public static let vectorFiles = [
    "ammonia_tests.json", "blns.json", "bluemonday_cases.json", "dompurify_expect.json",
    "h5sc_items.json", "h5sc_payloads.json", "h5sc_vectors.txt", "html5lib_sanitizer_tests1.dat",
    "loofah_testdata_sanitizer_tests1.json", "owasp_vectors.json",
  ]

  /// The vectors of a file of `real/xss`: a JSON document's strings, another file's lines.
  ///
  /// The HTML5 Security Cheatsheet's have names of payloads in them.
  public static func vectors(of file: String) throws -> [String] {
    let bytes = try bytes("real/xss/\(file)")
    guard file.hasSuffix(".json") else {
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    let vectors = strings(in: try JSONSerialization.jsonObject(with: Data(bytes)))
    guard file.hasPrefix("h5sc_items") else { return vectors }
    let payloads = try JSONDecoder().decode(
      [String: String].self,
      from: Data(try SharedSets.bytes("real/xss/h5sc_payloads.json"))
    )
    return vectors.map { vector in
      payloads.reduce(vector) { $0.replacing("%\($1.key)%", with: $1.value) }
    }
  }

  /// The files of one of the archives of `real/markdown`, in its order.
  public static func hostileInputs(_ name: String) throws -> [[UInt8]] {
    let archive = "real/markdown/\(name)_pathological_inputs.tar.gz"
    let output = try Oracle.output(of: "unpack.py", input: try bytes(archive))
    return try JSONDecoder().decode([Data].self, from: Data(output.utf8)).map { Array($0) }
  }

  /// Every string in a JSON document, its keys left out.
  private static func strings(in value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.flatMap { strings(in: $0) }
    case let map as [String: Any]: map.keys.sorted().flatMap { strings(in: map[$0] ?? "") }
    default: []
    }
  }
}

/// The closed set of what a stranger's text may become.
public enum CommentMarkup {
  private static let elements: Set = [
    "p", "br", "em", "strong", "del", "code", "pre", "a", "blockquote", "ul", "ol", "li",
  ]

  /// Whether something that html5lib found is in the closed set.
  public static func allows(_ finding: String) -> Bool {
    let parts = finding.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
    switch (parts[0], parts.count) {
    case ("element", 2): return elements.contains(String(parts[1]))
    case ("attribute", 4):
      switch (parts[1], parts[2]) {
      case ("a", "href"):
        return parts[3].lowercased().contains(#/^(https?:\/\/[^@\/]+($|[\/?#])|mailto:)/#)
      case ("a", "rel"): return parts[3] == "nofollow ugc noopener"
      case ("code", "class"): return parts[3].contains(#/^language-[A-Za-z0-9_+#.-]+$/#)
      case ("ol", "start"): return parts[3].allSatisfy(\.isNumber)
      default: return false
      }
    default: return false
    }
  }
}
