extension TreeWriter {
  mutating func enterBlockQuote(_ node: Node) -> Bool {
    endSummary(before: node)
    output.startLine()
    if !openAlert(node) { output.write("<blockquote>\n") }
    return true
  }

  mutating func leaveBlockQuote(_ node: Node) {
    output.startLine()
    if alerts.last?.quote == node {
      alerts.removeLast()
      output.write("</div>\n")
    } else {
      output.write("</blockquote>\n")
    }
  }

  mutating func enterList(_ node: Node) -> Bool {
    if holdsOnlyFootnotes(node) { return false }
    endSummary(before: node)
    output.startLine()
    if !node.isOrdered {
      output.write("<ul>\n")
    } else if node.listStart == 1 {
      output.write("<ol>\n")
    } else {
      output.write("<ol start=\"")
      output.write(node.listStart)
      output.write("\">\n")
    }
    return true
  }

  /// Whether a list is one that only stands for definitions of footnotes.
  private func holdsOnlyFootnotes(_ list: Node) -> Bool {
    guard footnotes.isUsed else { return false }
    var child = list.firstChild
    while let item = child {
      if !isFootnote(item) { return false }
      child = item.next
    }
    return true
  }

  private func isFootnote(_ item: Node) -> Bool {
    footnotes.isUsed && footnotes.columns[item.startLine] == item.startColumn
  }

  mutating func enterItem(_ node: Node) -> Bool {
    // A footnote is written at the end, if anything refers to it.
    if isFootnote(node) { return false }
    output.startLine()
    output.write("<li>")
    if let marker = taskMarker(of: node) { taskMarker = marker }
    return true
  }

  mutating func writeCodeBlock(_ node: Node) -> Bool {
    endSummary(before: node)
    output.startLine()
    output.write("<pre><code")
    if let language = language(of: node) {
      output.write(" class=\"language-")
      writeEscaped(language)
      output.write("\"")
    }
    output.write(">")
    let code = node.literal
    writeEscaped(code, keepsBackslashes: true)
    output.write("</code></pre>\n")
    addPlain(code, keepsBackslashes: true)
    endPlainBlock()
    return false
  }

  /// The first word of a fence's info string; a stranger's must look like a language's name.
  private func language(of node: Node) -> TreeText? {
    let info = node.fenceInfo
    var end = 0
    while end < info.count, !isSpace(info[end]) { end += 1 }
    guard end > 0 else { return nil }
    let word = info[0..<end]
    guard trust == .stranger else { return word }
    let isName = word.count <= 32 && (0..<word.count).allSatisfy { isLanguageByte(word[$0]) }
    return isName ? word : nil
  }

  mutating func writeHTMLBlock(_ node: Node) -> Bool {
    output.startLine()
    var text = node.literal
    if let marker = moreMarker(in: text) {
      markMore(at: node)
      text = text[marker.upperBound..<text.count]
      if text.isBlank { return false }
    }
    endSummary(before: node)
    if passesHTML {
      writeRaw(text)
      output.startLine()
    } else {
      output.writePlainParagraphs(text.unguarded(keepsBackslashes: true))
    }
    return false
  }

  var passesHTML: Bool { trust == .author && options.allowsHTML }

  mutating func writeThematicBreak(_ node: Node) -> Bool {
    endSummary(before: node)
    output.startLine()
    guard trust == .stranger else {
      output.write("<hr />\n")
      return false
    }
    // A comment has no rules: the dashes may have been meant as dashes.
    output.writePlainParagraphs(source.text(from: node.startColumn, inLine: node.startLine))
    return false
  }

  mutating func enterParagraph(_ node: Node) -> Bool {
    if let table = table(inPlaceOf: node) {
      endSummary(before: node)
      writeTable(table, inPlaceOf: node)
      return false
    }
    if isAlertMarkerAlone(node) { return false }
    if let image = figureImage(of: node) {
      endSummary(before: node)
      writeFigure(image)
      return false
    }
    if !isInTightList(node) {
      output.startLine()
      beginSummary(with: node)
      output.write("<p>")
    }
    return true
  }

  func table(inPlaceOf node: Node) -> TableContent? {
    tables.isEmpty || inFragment ? nil : tables[node.startLine]
  }

  mutating func leaveParagraph(_ node: Node) {
    if let footnoteEnd, footnoteEnd.paragraph == node {
      output.write(" ")
      writeReferencesBack(footnoteEnd.index)
    }
    strikethrough.apply(to: &output, plain: &plain)
    if !isInTightList(node) {
      output.write("</p>\n")
      extendSummary(with: node)
    }
    endPlainBlock()
  }

  /// Whether a paragraph is an item of a list whose items aren't set apart.
  func isInTightList(_ paragraph: Node) -> Bool {
    guard let item = paragraph.parent, item.kind == .item, let list = item.parent else {
      return false
    }
    return list.isTight && item != openFootnote
  }

  /// Whether a text of the tree may hold guards.
  func hasGuards(_ text: TreeText) -> Bool { isGuarded && text.contains(Guard.lead.0) }

  mutating func addPlain(_ text: TreeText, keepsBackslashes: Bool = false) {
    guard trust == .author else { return }
    if hasGuards(text) {
      plain.append(contentsOf: text.unguarded(keepsBackslashes: keepsBackslashes))
    } else {
      plain.write(text)
    }
  }

  /// Ends a block of the plain text with one line feed.
  mutating func endPlainBlock() {
    if trust == .author { plain.startLine() }
  }

  /// Writes a text of the tree so that it shows as itself.
  mutating func writeEscaped(_ text: TreeText, keepsBackslashes: Bool = false) {
    if hasGuards(text) {
      output.writeEscaped(text.unguarded(keepsBackslashes: keepsBackslashes))
    } else {
      output.writeEscaped(text)
    }
  }

  /// Writes an author's HTML.
  mutating func writeRaw(_ text: TreeText) {
    summary.hasRawHTML = true
    if hasGuards(text) {
      output.append(contentsOf: text.unguarded(keepsBackslashes: true))
    } else {
      output.write(text)
    }
  }
}

/// Whether a language's name may have a byte, in a stranger's fence.
func isLanguageByte(_ byte: UInt8) -> Bool {
  isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ".")
}
