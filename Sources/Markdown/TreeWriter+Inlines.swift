internal import HTML

extension TreeWriter {
  mutating func writeSoftBreak(_ node: Node) -> Bool {
    if endsAlertMarker(node) { return false }
    output.append(UInt8(ascii: "\n"))
    if trust == .author { plain.append(UInt8(ascii: " ")) }
    return false
  }

  mutating func writeLineBreak(_ node: Node) -> Bool {
    if endsAlertMarker(node) { return false }
    output.write("<br />\n")
    if trust == .author { plain.append(UInt8(ascii: "\n")) }
    return false
  }

  mutating func writeCode(_ node: Node) -> Bool {
    let code = node.literal
    addPlain(code, keepsBackslashes: true)
    output.write("<code>")
    writeEscaped(code, keepsBackslashes: true)
    output.write("</code>")
    return false
  }

  mutating func writeHTMLInline(_ node: Node) -> Bool {
    let text = node.literal
    if moreMarker(in: text)?.count == text.count {
      markMore(at: node)
    } else if passesHTML {
      writeRaw(text)
    } else {
      addPlain(text, keepsBackslashes: true)
      writeEscaped(text, keepsBackslashes: true)
    }
    return false
  }

  mutating func enterLink(_ node: Node) {
    linkDepth += 1
    guard trust == .author else { return openStrangersLink(address(of: node)) }
    output.write("<a href=\"")
    _ = writeResolved(node, kind: .link)
    writeTitle(node)
    output.write("\">")
  }

  mutating func leaveLink() {
    linkDepth -= 1
    guard trust == .author || isStrangersLinkOpen else { return }
    output.write("</a>")
    isStrangersLinkOpen = false
  }

  mutating func writeImage(_ node: Node) -> Bool {
    guard trust == .author else { return writeStrangersImage(node) }
    writeImage(node, isLazy: false)
    return false
  }

  mutating func writeImage(_ node: Node, isLazy: Bool) {
    output.write("<img src=\"")
    let size = writeResolved(node, kind: .image)
    output.write("\" alt=\"")
    output.writeEscaped(plainText(of: node))
    if !isLazy { writeTitle(node) }
    output.write("\"")
    if let size {
      output.write(" width=\"")
      output.write(size.width)
      output.write("\" height=\"")
      output.write(size.height)
      output.write("\"")
    }
    output.write(isLazy ? " loading=\"lazy\" />" : " />")
  }

  private mutating func writeTitle(_ node: Node) {
    guard !node.title.isEmpty else { return }
    output.write("\" title=\"")
    writeEscaped(node.title)
  }

  /// The address of a link or image as it was written.
  func address(of node: Node) -> [UInt8] {
    isGuarded ? node.url.unguarded(keepsBackslashes: false) : node.url.array
  }

  /// The text below a node without markup, as an image's alternative text has it.
  func plainText(of root: Node) -> [UInt8] {
    var text: [UInt8] = []
    var node = root
    while true {
      switch node.kind {
      case .text: text.append(contentsOf: node.literal.unguarded(keepsBackslashes: false))
      case .code, .htmlInline:
        text.append(contentsOf: node.literal.unguarded(keepsBackslashes: true))
      case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
      default: break
      }
      if let child = node.firstChild {
        node = child
        continue
      }
      while node != root, node.next == nil, let parent = node.parent { node = parent }
      guard node != root, let next = node.next else { return text }
      node = next
    }
  }
}
