extension TreeWriter {
  /// The text of an item that begins with `[ ] ` or `[x] ` (GFM §5.3).
  func taskMarker(of item: Node) -> Node? {
    guard options.taskLists, let paragraph = item.firstChild, paragraph.kind == .paragraph,
      let node = paragraph.firstChild, node.kind == .text
    else { return nil }
    let text = node.literal
    guard text.count > 3, text[0] == UInt8(ascii: "["), text[2] == UInt8(ascii: "]"),
      text[3] == UInt8(ascii: " "),
      text[1] == UInt8(ascii: " ") || text[1] | 0x20 == UInt8(ascii: "x")
    else { return nil }
    return node
  }

  mutating func writeTaskBox(isDone: Bool) {
    output.write(
      isDone
        ? "<input checked=\"\" disabled=\"\" type=\"checkbox\"> "
        : "<input disabled=\"\" type=\"checkbox\"> "
    )
  }
}
