/// An `<item>` of a WordPress export: a post, a page, an attachment, or something of WordPress' own.
struct WordPressItem {
  let element: XMLElement

  init(_ element: XMLElement) { self.element = element }

  /// A field by its name, with or without its prefix.
  func line(_ name: String) -> String? {
    element.line("wp:\(name)") ?? element.line(name)
  }

  var id: String { line("post_id") ?? "" }
  var type: String { line("post_type") ?? "post" }
  /// Empty when it isn't there, which counts as published.
  var status: String { line("status") ?? "" }
  var isProtected: Bool { line("post_password") != nil }
  var slug: String { line("post_name") ?? "" }
  var link: String? { element.line("link") }
  var parent: String? { line("post_parent").flatMap { $0 == "0" ? nil : $0 } }
  var title: String { plainText(element.bytes("title") ?? []) }
  var content: [UInt8] { element.bytes("content:encoded") ?? [] }
  var excerpt: String { plainText(element.bytes("excerpt:encoded") ?? []) }
  var creator: String? { element.line("dc:creator") }
  var takesComments: Bool { line("comment_status") != "closed" }
  var attachmentURL: String? { line("attachment_url") }
  var comments: [WordPressComment] { element.all("wp:comment").map(WordPressComment.init) }

  /// Whether all that decides about its publication was read before the file broke off.
  ///
  /// WordPress writes the password behind the status, and the comments at the end.
  var isReadable: Bool {
    element.isClosed || element["wp:comment"] != nil || element["wp:postmeta"] != nil
      || element["wp:post_password"]?.isClosed == true
  }

  /// The value of a custom field.
  func meta(_ key: String) -> String? {
    for meta in element.all("wp:postmeta") where meta.line("wp:meta_key") == key {
      return meta.line("wp:meta_value")
    }
    return nil
  }

  /// The names of its categories and tags, each once, in the order written.
  var tags: [String] {
    var names: [String] = []
    for category in element.all("category") {
      let domain = category.attribute("domain") ?? "category"
      guard ["category", "post_tag", "tag"].contains(domain) else { continue }
      let name = plainText(category.text.cleaned)
      if !name.isEmpty { names.append(name) }
    }
    return names
  }

  /// When it was written.
  var date: ExportDate? {
    ExportDate(local: line("post_date"), utc: line("post_date_gmt"))
      ?? ExportDate(rfc2822: element.line("pubDate"))
  }

  /// When it was changed last.
  var modified: ExportDate? {
    ExportDate(local: line("post_modified"), utc: line("post_modified_gmt"))
  }
}

/// A `<wp:comment>`.
struct WordPressComment {
  let element: XMLElement

  /// Whether it shows.
  enum State: Equatable {
    case approved, pending, spam, trash, none
  }

  init(_ element: XMLElement) { self.element = element }

  private func line(_ name: String) -> String? {
    element.line("wp:comment_\(name)") ?? element.line("comment_\(name)")
  }

  var id: String { line("id") ?? "" }
  var parent: String? { line("parent").flatMap { $0 == "0" ? nil : $0 } }
  var url: String? { line("author_url") }
  var user: String? { line("user_id").flatMap { $0 == "0" ? nil : $0 } }
  /// `comment` where none is written.
  var type: String { line("type") ?? "comment" }
  var content: [UInt8] { element.bytes("wp:comment_content") ?? [] }
  var author: String { plainName(element.bytes("wp:comment_author") ?? []) }
  var date: ExportDate? { ExportDate(local: line("date"), utc: line("date_gmt")) }

  var state: State {
    switch line("approved") {
    case "1", "approve", "approved": .approved
    case "0", "hold": .pending
    case "spam": .spam
    case "trash", "post-trashed": .trash
    default: .none
    }
  }
}

/// A name as WordPress keeps it: its references replaced once, without the domain of an e-mail address.
func plainName(_ name: [UInt8]) -> String {
  let text = String(decoding: name.decodingReferences, as: UTF8.self).inOneLine
  return withoutMailDomains(text)
}

/// The text without the domains of e-mail addresses in it; one in brackets behind a name goes whole.
func withoutMailDomains(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
  let words = text.split(separator: " ")
  return words.compactMap { word -> String? in
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains(".") else { return String(word) }
    let isBracketed = parts[0].first == "<" || parts[0].first == "("
    if isBracketed, words.count > 1 { return nil }
    return String(parts[0].drop { $0 == "<" || $0 == "(" })
  }.joined(separator: " ")
}

/// A visitor's address, when it is one that a thread may have; it never holds a user's name.
func webAddress(_ text: String?) -> String? {
  guard let text else { return nil }
  let isWeb = text.hasPrefix("http://") || text.hasPrefix("https://")
  let bytes = Array(text.utf8)
  let isClean = bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"\\<>\"".utf8.contains($0) }
  guard isWeb, isClean, let slashes = bytes.firstIndex(of: Array("//".utf8), from: 0) else {
    return nil
  }
  let authority = bytes[(slashes + 2)...].prefix { !"/?#".utf8.contains($0) }
  return authority.isEmpty || authority.contains(UInt8(ascii: "@")) ? nil : text
}
