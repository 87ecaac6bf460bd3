import Content

/// Addresses of the site: where a blog's pages stood, and which of them are taken.
struct SiteAddresses {
  private var taken: Set<String>

  init() {
    taken = Set(
      [
        "", "/posts", "/events", "/communities", "/tags", "/archive", "/search", "/404.html",
        "/feed.xml", "/feed.json", "/sitemap.xml", "/robots.txt", "/events.ics", "/_redirects",
        "/comments/feed.xml", "/index.html", "/page", "/assets",
      ]
    )
  }

  /// Takes an address; of two pages at one the second gets a number.
  mutating func take(_ path: String) -> String {
    var number = 1
    while true {
      let candidate = number == 1 ? path : numbered(path, number)
      if taken.insert(addressKey(candidate)).inserted, !isBuilt(candidate) { return candidate }
      number += 1
    }
  }

  /// Whether the build itself makes pages there: of people, communities, venues and tags.
  private func isBuilt(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.count == 2
      && ["people", "communities", "venues", "tags", "page"].contains(parts[0])
  }

  private func numbered(_ path: String, _ number: Int) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    // What the build makes pages of has one part below it: step aside.
    let bare = path.hasSuffix("/") ? String(path.dropLast()) : path
    if isBuilt(path), parts.count > 1 { return "/pages\(bare)\(number == 2 ? "" : "-\(number)")/" }
    if let dot = bare.lastIndex(of: "."), dot > bare.lastIndex(of: "/") ?? bare.startIndex {
      return "\(bare[..<dot])-\(number)\(bare[dot...])"
    }
    return "\(bare)-\(number)/"
  }
}

/// An address as far as it matters where a page stands: without its last `/`, case and Unicode's ways of
/// writing aside.
func addressKey(_ path: String) -> String {
  var key = foldedPath(path)
  for end in ["/index.html", "/index.htm", "/index.php"] where key.hasSuffix(end) {
    key = String(key.dropLast(end.count))
  }
  while key.hasSuffix("/") { key.removeLast() }
  return key
}

/// The path of a page's old address; `nil` when that has a query, as `?p=123`, or isn't a path that a
/// page here may have.
func pagePath(ofLink link: String?) -> String? {
  guard let link, let path = linkPath(link), !link.contains("?"), path != "/" else { return nil }
  return path
}

/// The path of an address, percent-decoded; `nil` when a site can't have it.
func linkPath(_ link: String) -> String? {
  var rest = link[...]
  if let scheme = rest.firstRange(of: "://") {
    rest = rest[scheme.upperBound...].drop { $0 != "/" && $0 != "?" && $0 != "#" }
  } else if rest.hasPrefix("//") {
    rest = rest.dropFirst(2).drop { $0 != "/" }
  }
  let raw = String(rest.prefix { $0 != "?" && $0 != "#" })
  // `https://host//2013/` is served as `/2013/`.
  let decoded = percentDecoded(raw.isEmpty ? "/" : raw).composed
  var path = ""
  for character in decoded where character != "/" || path.last != "/" { path.append(character) }
  let hasFault = path.unicodeScalars.contains { scalar in
    scalar.value < 0x20 || scalar.value == 0x7F || "\\?#".unicodeScalars.contains(scalar)
      || scalar.properties.generalCategory == .format
  }
  let leadsUp = path.split(separator: "/").contains { $0 == ".." || $0 == "." }
  guard path.hasPrefix("/"), !hasFault, !leadsUp, path.utf8.count < 900,
    path.split(separator: "/").allSatisfy({ $0.utf8.count < 240 })
  else { return nil }
  return path
}
