extension MarkdownConverter {
  /// An address as Markdown writes it in brackets; `nil` for one that a link of Markdown can't have
  /// here, so that it stays as it was.
  ///
  /// A path without a `/` before it would be a file beside the page, and `#place` is checked by the
  /// build: WordPress' own are neither.
  func linkTarget(_ address: String) -> String? {
    let address = address.trimmedASCII
    let scheme = address.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    let rest = address.dropFirst(scheme.count)
    let isFull = rest.first == ":" && !scheme.isEmpty
    let isSitePath = scheme.isEmpty && rest.hasPrefix("/") && !rest.hasPrefix("//")
    guard isFull else { return isAuthor && isSitePath ? encodedTarget(address) : nil }
    switch scheme.lowercased() {
    case "http", "https": guard rest.hasPrefix("://"), rest.count > 3 else { return nil }
    case "mailto": break
    case "ftp", "tel": guard isAuthor else { return nil }
    default: return nil
    }
    return encodedTarget(address)
  }
}

/// An address with what would end it, or mean something in Markdown, percent-encoded or escaped.
private func encodedTarget(_ address: String) -> String {
  var target = ""
  for scalar in address.unicodeScalars {
    switch scalar {
    case " ": target += "%20"
    case "<": target += "%3C"
    case ">": target += "%3E"
    case "\"": target += "%22"
    case "\\": target += "%5C"
    case "(": target += "%28"
    case ")": target += "%29"
    case "&": target += "&amp;"
    case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
    default: target.unicodeScalars.append(scalar)
    }
  }
  return target
}

/// A link's title with the blank before it.
func markdownTitle(_ title: String) -> String {
  let text = title.inOneLine
  guard !text.isEmpty else { return "" }
  let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    .replacing("&", with: "&amp;")
  return " \"\(escaped)\""
}

/// An address as a link of its own, in angle brackets; `nil` when it can't be one.
func autolink(_ address: String) -> [UInt8]? {
  let isWeb = address.hasPrefix("http://") || address.hasPrefix("https://")
  let isClean = address.utf8.allSatisfy {
    $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
      && $0 != UInt8(ascii: "\\")
  }
  guard isWeb, isClean else { return nil }
  return Array("<\(address.replacing("&", with: "&amp;"))>".utf8)
}

extension String {
  /// The text without ASCII blanks around it.
  var trimmedASCII: String {
    String(decoding: Array(utf8).trimmed, as: UTF8.self)
  }
}
