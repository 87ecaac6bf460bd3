extension TreeWriter {
  mutating func enterHeading(_ node: Node) -> Bool {
    endSummary(before: node)
    if let table = table(inPlaceOf: node) {
      writeTable(table, inPlaceOf: node)
      return false
    }
    output.startLine()
    if trust == .stranger {
      output.write("<p><strong>")
    } else {
      if options.headingIDs {
        writeHeadingMarkup { $0.write("<div class=\"markdown-heading\">\n") }
      }
      output.write("<h")
      output.write(node.headingLevel)
      output.write(">")
    }
    openHeading = (output.count, plain.count)
    return true
  }

  mutating func leaveHeading(_ node: Node) {
    strikethrough.apply(to: &output, plain: &plain)
    if trust == .stranger {
      output.write("</strong></p>\n")
      return
    }
    let heading = options.headingIDs ? identifyHeading(node) : nil
    output.write("</h")
    output.write(node.headingLevel)
    output.write(">\n")
    if let heading { writePermalink(of: heading) }
    endPlainBlock()
    summary.headings.append(openHeading.plain..<plain.count)
  }

  /// Writes what leads to a heading.
  ///
  /// Beside the heading and not in it, so that a screen reader's list of headings has their texts alone.
  private mutating func writePermalink(of heading: Heading) {
    writeHeadingMarkup { output in
      output.write("<a class=\"anchor\" href=\"#")
      output.writeAddress(heading.id)
      output.write("\" aria-label=\"Permalink: ")
      output.writeEscaped(heading.text)
      output.write("\"></a>\n</div>\n")
    }
  }

  private mutating func writeHeadingMarkup(_ write: (inout [UInt8]) -> Void) {
    let start = output.count
    write(&output)
    rendering.headingMarkup.append(start..<output.count)
  }

  private mutating func identifyHeading(_ node: Node) -> Heading {
    let text = String(decoding: plain[openHeading.plain...], as: UTF8.self)
    let id = headingIDs.id(for: text)
    let heading = Heading(
      level: node.headingLevel,
      id: id,
      html: Array(output[openHeading.output...]),
      text: text
    )
    rendering.headings.append(heading)
    var attribute: [UInt8] = []
    attribute.reserveCapacity(id.utf8.count + 6)
    attribute.write(" id=\"")
    attribute.append(contentsOf: id.utf8)
    attribute.write("\"")
    // Before the `>` of the start tag: the id is known only when the text is.
    let place = openHeading.output - 1
    output.insert(contentsOf: attribute, at: place)
    rendering.headingMarkup.append(place..<place + attribute.count)
    return heading
  }
}

/// Gives headings ids: letters, digits, `-` and `_` of their text, lower-case, with `-` for blanks.
struct HeadingIDs {
  private let reserved: Set<String>
  private var taken: Set<String> = []
  /// The next number to try behind an id that is taken.
  private var next: [String: Int] = [:]

  init(reserved: Set<String>) { self.reserved = reserved }

  /// Takes an id that stands in the author's own HTML.
  mutating func reserve(_ id: String) { taken.insert(id) }

  /// An id that no other heading has, nor any comment or footnote.
  mutating func id(for text: String) -> String {
    var base = Self.slug(text)
    if base.isEmpty { base = "section" }
    // `#comment-…` leads to a comment, `#fn-…` and `#fnref-…` to footnotes and back.
    if Self.isOthers(base) { base = "section-" + base }
    if take(base) { return base }
    var number = next[base] ?? 1
    var id = ""
    repeat {
      id = "\(base)-\(number)"
      number += 1
    } while !take(id)
    next[base] = number
    return id
  }

  private mutating func take(_ id: String) -> Bool {
    !reserved.contains(id) && taken.insert(id).inserted
  }

  private static func isOthers(_ id: String) -> Bool {
    let bytes = id.utf8
    return bytes.starts(with: "comment-".utf8) || bytes.starts(with: "fn-".utf8)
      || bytes.starts(with: "fnref-".utf8)
  }

  private static func slug(_ text: String) -> String {
    var slug: [UInt8] = []
    slug.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "-", "_": slug.append(UInt8(truncatingIfNeeded: scalar.value))
      case "A"..."Z": slug.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
      case " ", "\t", "\n": slug.append(UInt8(ascii: "-"))
      case _ where scalar.isASCII: break
      default:
        if scalar.isPartOfWord { slug.append(contentsOf: scalar.properties.lowercaseMapping.utf8) }
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }
}

extension Unicode.Scalar {
  fileprivate var isPartOfWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
