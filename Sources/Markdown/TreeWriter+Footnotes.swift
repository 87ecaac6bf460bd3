internal import HTML

/// The footnotes of a text: which are defined, and in which order they are referred to.
struct Footnotes {
  /// Their items in cmark's tree, by label.
  private var items: [String: (node: Node, label: [UInt8])] = [:]
  private var numbers: [String: Int] = [:]
  /// The column of each line on which a definition's item begins.
  private(set) var columns: [Int: Int] = [:]

  /// In the order in which they are referred to first.
  private(set) var order: [(label: [UInt8], node: Node, marks: Int)] = []

  /// Whether any is defined.
  var isUsed: Bool { !items.isEmpty }

  /// Adds a definition; the first of a label counts.
  mutating func define(_ label: [UInt8], _ node: Node) {
    columns[node.startLine] = node.startColumn
    let key = Self.key(label)
    if items[key] == nil { items[key] = (node, label) }
  }

  /// The range of `[^label]` in a text, if that is defined.
  func mark(in text: TreeText, at index: Int) -> Range<Int>? {
    guard text.hasPrefix("[^", at: index) else { return nil }
    var end = index + 2
    while end < text.count, text[end] != UInt8(ascii: "]"), text[end] != UInt8(ascii: "["),
      !isSpace(text[end])
    { end += 1 }
    guard end < text.count, text[end] == UInt8(ascii: "]") else { return nil }
    return items[Self.key(text[index + 2..<end].array)] == nil ? nil : index..<end + 1
  }

  /// Counts a reference.
  ///
  /// - Returns: the footnote's number and label, and how often it was referred to, this time too.
  mutating func refer(to label: [UInt8]) -> (number: Int, label: [UInt8], mark: Int)? {
    let key = Self.key(label)
    if let number = numbers[key] {
      order[number - 1].marks += 1
      return (number, order[number - 1].label, order[number - 1].marks)
    }
    guard let item = items[key] else { return nil }
    order.append((item.label, item.node, 1))
    numbers[key] = order.count
    return (order.count, item.label, 1)
  }

  private static func key(_ label: [UInt8]) -> String {
    String(decoding: label, as: UTF8.self).lowercased()
  }
}

extension TreeWriter {
  /// Writes the number that leads to a footnote.
  mutating func writeFootnoteMark(_ text: [UInt8]) {
    let label = Array(text[2..<text.count - 1])
    guard let (number, name, mark) = footnotes.refer(to: label) else {
      preconditionFailure("a footnote's mark was looked up before")
    }
    output.write("<sup class=\"footnote-ref\"><a href=\"#fn-")
    output.writeAddress(name)
    output.write("\" id=\"fnref-")
    output.writeEscaped(name)
    if mark > 1 {
      output.write("-")
      output.write(mark)
    }
    output.write("\" data-footnote-ref>")
    output.write(number)
    output.write("</a></sup>")
  }

  /// Writes the footnotes that were referred to, those that footnotes refer to as well.
  mutating func writeFootnotes() {
    guard !footnotes.order.isEmpty else { return }
    output.startLine()
    output.write("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    var index = 0
    while index < footnotes.order.count {
      writeFootnote(index)
      index += 1
    }
    output.write("</ol>\n</section>\n")
  }

  private mutating func writeFootnote(_ index: Int) {
    let (label, item, _) = footnotes.order[index]
    openFootnote = item
    output.write("<li id=\"fn-")
    output.writeEscaped(label)
    output.write("\">\n")
    var last: Node?
    var child = item.firstChild
    while let node = child {
      last = node
      child = node.next
      // What goes back stands in the last paragraph, where the text ends.
      footnoteEnd = child == nil && node.kind == .paragraph ? (node, index) : nil
      write(node)
    }
    if last?.kind != .paragraph { writeReferencesBack(index) }
    output.startLine()
    output.write("</li>\n")
    openFootnote = nil
    footnoteEnd = nil
  }

  /// Writes what leads from a footnote to the places that refer to it.
  mutating func writeReferencesBack(_ index: Int) {
    let (label, _, marks) = footnotes.order[index]
    for mark in 1...marks {
      if mark > 1 { output.write(" ") }
      output.write("<a href=\"#fnref-")
      output.writeAddress(label)
      if mark > 1 {
        output.write("-")
        output.write(mark)
      }
      output.write(
        "\" class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\""
      )
      writeOrdinal(index + 1, mark)
      output.write("\" aria-label=\"Back to reference ")
      writeOrdinal(index + 1, mark)
      output.write("\">↩")
      if mark > 1 {
        output.write("<sup class=\"footnote-ref\">")
        output.write(mark)
        output.write("</sup>")
      }
      output.write("</a>")
    }
  }

  private mutating func writeOrdinal(_ number: Int, _ mark: Int) {
    output.write(number)
    if mark > 1 {
      output.write("-")
      output.write(mark)
    }
  }
}
