/// HTML whose `href`, `src` and `poster` have scheme and host, also in an author's own HTML: a reader of
/// feeds has no page to resolve them against.
///
/// - Parameters:
///   - html: a text as it stands in its page.
///   - origin: scheme and host of the site, without a `/` behind them.
///   - page: the page's whole address.
/// - Returns: the same text, but for those addresses.
func absoluteAddresses(in html: [UInt8], origin: String, page: String) -> [UInt8] {
  leading(html, of: ["href", "src", "poster"]) { address in
    absolute(address, origin: origin, page: page)
  }
}

/// HTML whose links to places on their own page lead there from any other page too, also in an author's
/// own HTML.
///
/// - Parameters:
///   - html: the beginning of a text as it stands in its page.
///   - page: the page's address.
/// - Returns: the same text, but for the `href` that begin with `#`.
func fragmentsOnPage(in html: [UInt8], page: String) -> [UInt8] {
  guard html.contains(UInt8(ascii: "#")) else { return html }
  return leading(html, of: ["href"]) { address in
    address.first == UInt8(ascii: "#") ? (page, address.startIndex) : nil
  }
}

/// HTML with something put before the addresses of some attributes.
///
/// - Parameters:
///   - html: a text.
///   - names: the attributes.
///   - lead: what has to stand before the rest of an address, and where the rest begins; `nil` for one
///     that stays as it is.
/// - Returns: the same text, but for those addresses.
private func leading(
  _ html: [UInt8],
  of names: [StaticString],
  _ lead: (ArraySlice<UInt8>) -> (lead: String, rest: Int)?
) -> [UInt8] {
  var output: [UInt8] = []
  var copied = 0
  var scan = AttributeScan(html)
  while let attribute = scan.next() {
    guard names.contains(where: { scan.has($0, at: attribute.name) }) else { continue }
    let written = html[attribute.value].drop { $0 <= UInt8(ascii: " ") }
    guard let (lead, rest) = lead(written) else { continue }
    if copied == 0 { output.reserveCapacity(html.count + 256) }
    output += html[copied..<attribute.value.lowerBound]
    output += Array(lead.utf8)
    copied = rest
  }
  return copied == 0 ? html : output + html[copied...]
}

/// What has to stand before the rest of an address, and where the rest begins; `nil` for one that
/// stays as it is (RFC 3986 §5.2).
private func absolute(
  _ address: ArraySlice<UInt8>,
  origin: String,
  page: String
) -> (lead: String, rest: Int)? {
  let start = address.startIndex
  switch address.first {
  case nil: return nil
  case UInt8(ascii: "#"), UInt8(ascii: "?"): return (page, start)
  case UInt8(ascii: "/"):
    let isHost = address.dropFirst().first == UInt8(ascii: "/")
    return (isHost ? String(origin.prefix { $0 != "/" }) : origin, start)
  default:
    guard !hasScheme(address) else { return nil }
    return relative(address, origin: origin, page: page)
  }
}

/// The folder of the page, or one above it, for an address that begins with neither `/` nor scheme.
private func relative(
  _ address: ArraySlice<UInt8>,
  origin: String,
  page: String
) -> (lead: String, rest: Int) {
  var folders = page.dropFirst(origin.count).split(separator: "/", omittingEmptySubsequences: false)
  // What stands behind the last `/` names the page itself.
  _ = folders.popLast()
  var rest = address
  while true {
    if rest.starts(with: "./".utf8) {
      rest = rest.dropFirst(2)
    } else if rest.starts(with: "../".utf8) {
      rest = rest.dropFirst(3)
      // The first is what stands before the path's own `/`.
      if folders.count > 1 { _ = folders.popLast() }
    } else {
      return (origin + folders.joined(separator: "/") + "/", rest.startIndex)
    }
  }
}

/// Whether an address begins with a scheme (RFC 3986 §3.1).
private func hasScheme(_ address: ArraySlice<UInt8>) -> Bool {
  let end = address.firstIndex {
    $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?")
      || $0 == UInt8(ascii: "#")
  }
  return end.map { address[$0] == UInt8(ascii: ":") } ?? false
}
