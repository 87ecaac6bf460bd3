/// What `#…` can lead to in a piece of HTML: each element's `id`, and an `<a>`'s `name`.
struct AnchorScan {
  /// Every anchor, as the bytes that stand in the page.
  private(set) var ids: Set<[UInt8]> = []
  /// The headings' ids, in order, for suggestions.
  private(set) var headings: [String] = []

  /// Reads a whole text; costs a pass over it.
  init(_ html: [UInt8]) {
    var scan = AttributeScan(html)
    while let attribute = scan.next() {
      let value = html[attribute.value]
      if scan.has("id", at: attribute.name) {
        ids.insert(Array(value))
        if AnchorScan.isHeading(html[attribute.element]) {
          headings.append(String(decoding: value, as: UTF8.self))
        }
      } else if scan.has("name", at: attribute.name), scan.has("a", at: attribute.element) {
        ids.insert(Array(value))
      }
    }
  }

  private static func isHeading(_ element: ArraySlice<UInt8>) -> Bool {
    guard element.count == 2, let first = element.first, let level = element.last else {
      return false
    }
    return first | 0x20 == UInt8(ascii: "h")
      && (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(level)
  }
}
