import Content

/// Where something stands: its path on the site and the file that is written for it.
struct PageAddress: Sendable, Hashable {
  /// The path from the site's root, not percent-encoded, without base_url's path: `/tags/café/`.
  let path: String

  /// The file below the destination: `tags/café/index.html`.
  let file: String

  /// The address that a permalink gives: a folder with `index.html` when it ends in `/` or its last
  /// part has no extension, otherwise that file.
  init(permalink: String) {
    let slash = UInt8(ascii: "/")
    let first = permalink.utf8.firstIndex { $0 != slash } ?? permalink.endIndex
    let trimmed = String(permalink[first...])
    let hasOneSlash = trimmed.utf8.count + 1 == permalink.utf8.count
    let path = hasOneSlash ? permalink : String(joining: "/", trimmed)
    let lastSlash = trimmed.utf8.lastIndex(of: slash)
    let start = lastSlash.map { trimmed.utf8.index(after: $0) } ?? trimmed.startIndex
    let last = trimmed[start...].utf8
    if last.isEmpty {
      self.path = path
      file = String(joining: trimmed, "index.html")
    } else if last.dropFirst().contains(UInt8(ascii: ".")) {
      self.path = path
      file = trimmed
    } else {
      self.path = path + "/"
      file = String(joining: trimmed, "/index.html")
    }
  }

  /// The address of a file that is no page: `/images/a.jpg` for `images/a.jpg`.
  init(file: String) {
    let relative = file.utf8.first == UInt8(ascii: "/") ? String(file.drop { $0 == "/" }) : file
    path = String(joining: "/", relative)
    self.file = relative
  }

  /// The folder for what stands beside the page, ending in `/`: `/a/b/` for `/a/b/` and `/a/b.html`.
  var folder: String {
    if path.utf8.last == UInt8(ascii: "/") { return path }
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return path + "/" }
    return path[..<dot] + "/"
  }

  /// The page's continuation of that number: `/posts/page/2/`; the page itself for 1.
  func continuation(_ number: Int) -> PageAddress {
    number == 1 ? self : PageAddress(permalink: String(joining: folder, "page/", "\(number)/"))
  }

  /// A file in the page's folder: `feed.xml` beside `/tags/c/` is `/tags/c/feed.xml`.
  func beside(_ name: String) -> PageAddress {
    PageAddress(file: String(joining: folder, name))
  }

  /// The path of a file in the page's folder, for pages that only link to it.
  func path(beside name: String) -> String { String(joining: folder, name) }
}
