internal import Diagnostics

extension Node {
  /// Calls a closure with each `id` in the author's own HTML below this node.
  ///
  /// Complexity: a pass over the tree, and over the HTML in it.
  func forEachRawID(_ body: (String) -> Void) {
    var node = self
    while true {
      switch node.kind {
      case .htmlBlock, .htmlInline: node.literal.forEachID(body)
      default: break
      }
      if let child = node.firstChild {
        node = child
        continue
      }
      while node != self, node.next == nil, let parent = node.parent { node = parent }
      guard node != self, let next = node.next else { return }
      node = next
    }
  }
}

extension TreeText {
  /// Finds what `id=` gives, with quotes or without.
  ///
  /// It needn't know tags from text between them: an id too many that is taken does no harm.
  fileprivate func forEachID(_ body: (String) -> Void) {
    guard contains(UInt8(ascii: "=")) else { return }
    let text = unguarded(keepsBackslashes: true)
    var index = 1
    while index + 2 < text.count {
      defer { index += 1 }
      guard text[index] | 0x20 == UInt8(ascii: "i"), text[index + 1] | 0x20 == UInt8(ascii: "d"),
        isSpace(text[index - 1])
      else { continue }
      var start = text.firstIndex(from: index + 2) { !isSpace($0) }
      guard start < text.count, text[start] == UInt8(ascii: "=") else { continue }
      start = text.firstIndex(from: start + 1) { !isSpace($0) }
      guard start < text.count else { return }
      let quote = text[start]
      let end: Int
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        start += 1
        end = text.nextIndex(of: quote, from: start) ?? start
      } else {
        end = text.firstIndex(from: start) { isSpace($0) || $0 == UInt8(ascii: ">") }
      }
      if start < end { body(String(decoding: text[start..<end], as: UTF8.self)) }
      index = max(index, end - 1)
    }
  }
}
