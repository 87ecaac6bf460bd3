import Calendar
import Diagnostics

/// What the whole of a WordPress export says before its posts can be written: who wrote them, in which
/// zone, and where each stands.
struct WordPressIndex {
  /// An author.
  struct Author {
    let login: String
    let name: String
    /// The id of the person that they become.
    let person: String
  }

  private(set) var title = ""
  private(set) var description = ""
  private(set) var language = ""
  /// The blog's own address.
  private(set) var base: String?
  private(set) var authors: [Author] = []
  private(set) var authorsByLogin: [String: Int] = [:]
  private(set) var authorsByID: [String: Int] = [:]
  /// Attachments' addresses by their ids, for posts' images.
  private(set) var attachments: [String: String] = [:]
  /// What the addresses of uploads begin with, without the scheme.
  private(set) var uploads: [String] = []
  /// Pages' slugs and parents, for those whose link says nothing of them.
  private(set) var pages: [String: (slug: String, parent: String?)] = [:]
  private(set) var zones = ZoneGuess()
  /// The items that nobody is to see.
  private(set) var hidden: Set<String> = []
  /// How many items there are.
  private(set) var itemCount = 0
  private var people = FileNames()

  /// Reads a file for what it says of itself.
  init(_ path: String) throws(SystemError) {
    var scanner = try ExportScanner(path: path, shape: .wordPress)
    while let entry = try scanner.next() {
      if entry.name == "item" { note(WordPressItem(entry)) } else { note(entry) }
    }
  }

  private mutating func note(_ item: WordPressItem) {
    itemCount += 1
    zones.note(item.date?.offset == nil ? nil : item.date)
    if item.status == "draft" || WordPressVerdict.reasonToHide(item) != nil {
      hidden.insert(item.id)
    }
    if item.type == "attachment", let url = item.attachmentURL {
      attachments[item.id] = url
      noteUploads(url, item.meta("_wp_attached_file"))
    }
    if item.type == "page" { pages[item.id] = (item.slug, item.parent) }
  }

  /// Notes where uploads stand: before what WordPress calls the file.
  private mutating func noteUploads(_ url: String, _ file: String?) {
    guard let file, url.hasSuffix("/\(file)"), let scheme = url.firstRange(of: "://") else {
      return
    }
    let base = String(url[scheme.upperBound...].dropLast(file.count))
    if uploads.last != base, !uploads.contains(base), uploads.count < 16 { uploads.append(base) }
  }

  private mutating func note(_ entry: XMLElement) {
    let text = plainText(entry.text.cleaned)
    switch entry.name {
    case "title" where title.isEmpty: title = text
    case "description" where description.isEmpty: description = text
    case "language" where language.isEmpty: language = text
    case "wp:base_blog_url": base = text
    case "wp:base_site_url", "link": base = base ?? text
    case "wp:author": noteAuthor(entry)
    default: return
    }
  }

  private mutating func noteAuthor(_ entry: XMLElement) {
    guard let login = entry.line("wp:author_login"), authorsByLogin[login] == nil else { return }
    let written = plainName(entry.bytes("wp:author_display_name") ?? [])
    let name = written.isEmpty ? withoutMailDomains(login) : written
    let stem = fileName(withoutMailDomains(login).lowercased())
    let path = people.path(
      in: "",
      stem: stem.isEmpty || stem == "index" ? "author" : stem,
      suffix: ""
    )
    if let id = entry.line("wp:author_id") { authorsByID[id] = authors.count }
    authorsByLogin[login] = authors.count
    authors.append(Author(login: login, name: name, person: path))
  }

  /// The author of a login, if the export lists them.
  func author(login: String?) -> Author? {
    login.flatMap { authorsByLogin[$0] }.map { authors[$0] }
  }

  /// The author of a user's number, if the export lists them.
  func author(id: String?) -> Author? {
    id.flatMap { authorsByID[$0] }.map { authors[$0] }
  }

  /// The path of a page by its parents' slugs.
  func pagePath(_ item: WordPressItem) -> String? {
    var slugs = [fileName(item.slug)]
    var parent = item.parent
    while let id = parent, let page = pages[id], slugs.count < 32 {
      slugs.append(fileName(page.slug))
      parent = page.parent
    }
    let parts = slugs.reversed().filter { !$0.isEmpty }
    return parts.isEmpty ? nil : "/" + parts.joined(separator: "/") + "/"
  }
}
