extension MarkdownConverter {
  /// Code: fenced when it is nothing but text.
  func code(_ node: HTMLNode) -> [MarkdownBlock] {
    let parts = node.children.filter { !$0.isBlank }
    let inner = parts.count == 1 && parts[0].is("code") ? parts[0] : node
    let isPlain = inner.children.allSatisfy { $0.kind != .element || $0.is("br") }
    let language = [node, inner].lazy.compactMap(\.language).first
    let hasOnlyLanguage = [node, inner].allSatisfy { element in
      element.attributes.allSatisfy {
        HTMLNode.isNeutral($0, on: "pre") || ($0.name == "class" && element.language != nil)
      }
    }
    if isAuthor, !isPlain || !hasOnlyLanguage { return [MarkdownBlock(.other, verbatim(node))] }
    var text = inner.plainText
    if text.first == 0x0A { text.removeFirst() }
    while text.last?.isBlank == true { text.removeLast() }
    guard !text.isEmpty else { return [] }
    let fence = String(repeating: "`", count: max(3, text.longestRun(of: UInt8(ascii: "`")) + 1))
    return [
      MarkdownBlock(
        .other,
        Array("\(fence)\(language ?? "")\n".utf8) + text + [0x0A] + Array(fence.utf8)
      )
    ]
  }

  /// A paragraph whose tag says more than Markdown can, in one piece.
  func rawParagraph(_ node: HTMLNode) -> [UInt8] {
    guard !node.holdsBlock else { return verbatim(node) }
    var text: [UInt8] = []
    serialize(node, into: &text, breaks: breaksLines)
    return text.withoutBlankLines
  }

  /// An element as it was, without the empty lines that would end a block of HTML in Markdown.
  func verbatim(_ node: HTMLNode) -> [UInt8] {
    var text: [UInt8] = []
    serialize(node, into: &text, breaks: false)
    return ["script", "style", "pre", "textarea"].contains(node.name)
      ? text : text.withoutBlankLines
  }

  private func serialize(_ root: HTMLNode, into text: inout [UInt8], breaks: Bool) {
    var pending: [(node: HTMLNode?, end: String, isPre: Bool)] = [(root, "", false)]
    let isWhole = ["script", "style", "pre", "textarea"].contains(root.name)
    while let (next, end, isPre) = pending.popLast() {
      guard let node = next else {
        text += Array(end.utf8)
        continue
      }
      switch node.kind {
      case .comment:
        if !node.isEditorComment { text += node.source }
      case .text:
        text +=
          isPre && !isWhole
          ? node.source.withReferencedBlankLines
          : breaks ? node.source.withBreaks : node.source
      case .element:
        text += Array(node.rawTag.utf8)
        guard !HTMLNames.void.contains(node.name), !node.source.isSelfClosing else { continue }
        pending.append((nil, "</\(node.name)>", false))
        let isPre = isPre || node.is("pre", "textarea", "script", "style")
        pending += node.children.reversed().map { ($0, "", isPre) }
      }
    }
  }
}

extension HTMLNode {
  /// The start tag as it was, in one line.
  var rawTag: String { String(decoding: source, as: UTF8.self).replacingLineEnds }

  /// Whether it is a mark of WordPress' block editor.
  var isEditorComment: Bool {
    let text = source.dropFirst(4).drop(while: \.isBlank)
    return text.starts(with: "wp:".utf8) || text.starts(with: "/wp:".utf8)
  }

  /// All text in it, references replaced, `br` as a line's end.
  var plainText: [UInt8] {
    var text: [UInt8] = []
    var pending = [self]
    while let node = pending.popLast() {
      switch node.kind {
      case .text: text += node.source.decodingReferences
      case .comment: continue
      case .element:
        if node.name == "br" { text.append(0x0A) }
        pending += node.children.reversed()
      }
    }
    return text
  }

  /// The language that a class names: `language-swift`, `lang:swift`, `brush: swift`.
  var language: String? {
    guard let classes = self["class"] else { return nil }
    let words = classes.split { $0 == " " || $0 == ";" }.map(String.init)
    for (index, word) in words.enumerated() {
      for prefix in ["language-", "lang-", "lang:", "brush:"] where word.hasPrefix(prefix) {
        let rest = word.dropFirst(prefix.count)
        let name = rest.isEmpty && index + 1 < words.count ? words[index + 1][...] : rest
        let isName =
          !name.isEmpty
          && name.utf8.allSatisfy {
            $0.isASCIILetter || $0.isASCIIDigit || "_+#.-".utf8.contains($0)
          }
        if isName { return String(name) }
      }
    }
    return nil
  }

  /// Whether its attributes mean nothing outside of WordPress.
  var hasOnlyNeutralAttributes: Bool {
    attributes.allSatisfy { HTMLNode.isNeutral($0, on: name) }
  }

  /// Whether an attribute means nothing outside of WordPress, which puts it there by itself.
  static func isNeutral(_ attribute: (name: String, value: String), on element: String) -> Bool {
    switch attribute.name {
    case "rel", "target", "loading", "decoding", "srcset", "sizes", "fetchpriority":
      return element == "a" || element == "img"
    case "class":
      return attribute.value.split(separator: " ").allSatisfy { name in
        name.hasPrefix("wp-block-") || name.hasPrefix("wp-image-") || name.hasPrefix("size-")
          || name.hasPrefix("attachment-") || name == "alignnone" || name == "wp-smiley"
          || name == "wp-element-caption" || name == "more-link"
      }
    case let name: return name.hasPrefix("data-") && element == "img"
    }
  }
}

extension String {
  fileprivate var replacingLineEnds: String {
    contains(where: \.isNewline) ? String(map { $0.isNewline ? " " : $0 }) : self
  }
}

extension [UInt8] {
  /// How often a byte stands side by side at most.
  func longestRun(of byte: UInt8) -> Int {
    var longest = 0
    var current = 0
    for other in self {
      current = other == byte ? current + 1 : 0
      longest = Swift.max(longest, current)
    }
    return longest
  }

  fileprivate var isSelfClosing: Bool { count > 2 && self[count - 2] == UInt8(ascii: "/") }

  /// The text without its empty lines.
  fileprivate var withoutBlankLines: [UInt8] {
    let lines = split(separator: 0x0A, omittingEmptySubsequences: true)
    return Array(lines.filter { !$0.allSatisfy(\.isBlank) }.joined(separator: [0x0A]))
  }

  /// A text of `pre` with its empty lines written as references, which a block of HTML can hold.
  fileprivate var withReferencedBlankLines: [UInt8] {
    var output: [UInt8] = []
    for (index, line) in split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if index > 0 { output += line.allSatisfy(\.isBlank) ? Array("&#10;".utf8) : [0x0A] }
      output += line.allSatisfy(\.isBlank) ? [] : Array(line)
    }
    return output
  }

  /// A text with a `br` at each line's end that parts words.
  fileprivate var withBreaks: [UInt8] {
    let lines = split(separator: 0x0A, omittingEmptySubsequences: false)
    return Array(lines.joined(separator: Array("<br>\n".utf8)))
  }
}
