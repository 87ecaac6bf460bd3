public import Diagnostics
public import HTML

/// Turns Markdown into HTML.
///
/// One for each worker: it keeps its buffer, so that a page needs no growing.
public struct MarkdownRenderer: Sendable {
  private var scratch: [UInt8] = []

  /// Creates a renderer.
  public init() {}

  /// Renders an author's text.
  ///
  /// A text on which cmark would spend minutes is an error, and renders to nothing.
  ///
  /// - Parameters:
  ///   - file: the file that the author wrote, to point into.
  ///   - body: the bytes of the file that are Markdown.
  ///   - options: what is understood beyond CommonMark.
  ///   - log: where faults go.
  ///   - resolver: says what becomes of each address but those that stand bare in the text.
  /// - Returns: the text as HTML and what else a page needs of it.
  public mutating func render(
    _ file: SourceFile,
    body: Range<Int>,
    options: MarkdownOptions = MarkdownOptions(),
    log: inout DiagnosticLog,
    resolver: @escaping (LinkReference) -> LinkResolution = { _ in .keep }
  ) -> Rendering {
    let text = validUTF8(file.bytes[body])
    if let reason = pathology(of: text) {
      log.append(reason.diagnostic(file, body: body, lines: SourceLines(text)))
      return Rendering()
    }
    let written = write(text, trust: .author, options: options) { prepared, buffer in
      TreeWriter(
        trust: .author,
        options: options,
        prepared: prepared,
        buffer: buffer,
        body: body,
        resolver: resolver
      )
    }
    for fault in written.faults {
      let span = fault.reference.span(in: file)
      log.append(Diagnostic(fault.message, at: span, help: fault.help))
    }
    return written.rendering
  }

  /// Renders a stranger's text to a closed set of tags: `p br em strong del code pre a blockquote
  /// ul ol li`.
  ///
  /// - Parameters:
  ///   - text: Markdown, whatever bytes it has.
  ///   - maximumLength: how many bytes may be Markdown; a longer text, or one nested deeper than 64,
  ///     shows whole as plain paragraphs.
  /// - Returns: HTML that can't harm the page it stands on.
  public mutating func renderUntrusted(
    _ text: [UInt8],
    maximumLength: Int = 16_384
  ) -> [UInt8] {
    var html = OutputBuffer(capacity: text.count * 2 + 64)
    renderUntrusted(text, isPlain: false, maximumLength: maximumLength, into: &html)
    return html.bytes()
  }

  /// Appends a stranger's text to HTML, as ``renderUntrusted(_:maximumLength:)`` gives it.
  ///
  /// - Parameters:
  ///   - text: Markdown.
  ///   - isPlain: whether it is known to be UTF-8 without control characters but LF.
  ///   - maximumLength: how many bytes may be Markdown.
  ///   - html: what it is appended to.
  public mutating func renderUntrusted(
    _ text: [UInt8],
    isPlain: Bool,
    maximumLength: Int,
    into html: inout OutputBuffer
  ) {
    let text = isPlain || isPrintable(text) ? text : withoutControls(validUTF8(text[...]))
    if text.count <= maximumLength, writeDirectly(text, into: &html) { return }
    html.append(contentsOf: parseUntrusted(text, maximumLength: maximumLength))
  }

  /// Writes a stranger's text without parsing it; `false`, having written nothing, when it isn't as simple
  /// as that.
  private func writeDirectly(_ text: [UInt8], into html: inout OutputBuffer) -> Bool {
    let start = html.count
    var writer = DirectWriter(text, output: html)
    let isWritten = writer.write()
    html = writer.finish()
    if !isWritten { html.truncate(to: start) }
    return isWritten
  }

  /// Renders a stranger's text by cmark.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8 without control characters.
  ///   - maximumLength: how many bytes may be Markdown.
  /// - Returns: HTML that can't harm the page it stands on.
  mutating func parseUntrusted(_ text: [UInt8], maximumLength: Int) -> [UInt8] {
    guard text.count <= maximumLength, pathology(of: text, nestingLimit: maximumNesting) == nil
    else { return withoutBidiControls(plainParagraphs(text)) }
    let written = write(text, trust: .stranger, options: .comment) { prepared, buffer in
      TreeWriter(
        trust: .stranger,
        options: .comment,
        prepared: prepared,
        buffer: buffer,
        maximumDepth: maximumNesting
      )
    }
    return withoutBidiControls(written.isTooDeep ? plainParagraphs(text) : written.rendering.html)
  }

  private func plainParagraphs(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.writePlainParagraphs(text)
    return output
  }

  /// Parses a text and writes it.
  private mutating func write(
    _ text: [UInt8],
    trust: Trust,
    options: MarkdownOptions,
    with makeWriter: (PreparedSource, [UInt8]) -> TreeWriter
  ) -> WrittenTree {
    var options = options
    var plainLines: Set<Int> = []
    for attempt in 0... {
      // Two attempts tell footnotes from code that looks like them; a third would be a bad joke.
      if attempt == 2 { options.footnotes = false }
      let prepared = PreparedSource(text, trust: trust, options: options, plainLines: plainLines)
      let written: WrittenTree? = withTree(of: prepared.bytes.span, smart: options.smart) { root in
        var writer = makeWriter(prepared, takeScratch())
        let survey = TreeSurvey(root, of: prepared, lines: writer.source)
        plainLines.formUnion(survey.plainLines)
        return survey.plainLines.isEmpty ? writer.writeDocument(root, survey, prepared) : nil
      }
      guard var written else { continue }
      swap(&written.buffer, &scratch)
      scratch.removeAll(keepingCapacity: true)
      return written
    }
    preconditionFailure("without footnotes nothing is in doubt")
  }

  /// The memory for output; a writer that had it with the renderer would have to copy it.
  private mutating func takeScratch() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &scratch)
    return taken
  }
}

extension TreeWriter {
  /// Writes a whole tree, its tables and its footnotes.
  fileprivate mutating func writeDocument(
    _ root: Node,
    _ survey: TreeSurvey,
    _ prepared: PreparedSource
  ) -> WrittenTree {
    if options.headingIDs, passesHTML, prepared.bytes.contains(UInt8(ascii: "<")) {
      root.forEachRawID { headingIDs.reserve($0) }
    }
    for (definition, item) in survey.footnotes { footnotes.define(definition.label, item) }
    if survey.tables.isEmpty {
      write(root)
      writeFootnotes()
    } else {
      let fragment = TableFragment(survey.tables, of: prepared, lines: source)
      fragmentLines = fragment.lines
      withTree(of: fragment.bytes.span, smart: options.smart) { cells in
        tables = fragment.contents(cells)
        write(root)
        writeFootnotes()
      }
    }
    let buffer = output
    return WrittenTree(rendering: finish(), faults: faults, isTooDeep: isTooDeep, buffer: buffer)
  }
}

/// What was written of a tree, when the tree is gone.
private struct WrittenTree {
  let rendering: Rendering
  let faults: [LinkFault]
  let isTooDeep: Bool
  /// The memory of the output, for the next text.
  var buffer: [UInt8]
}

/// How deep a stranger's text may nest.
private let maximumNesting = 64

/// The text as UTF-8 without NUL: U+FFFD replaces what isn't UTF-8, and NUL (CommonMark §2.3).
func validUTF8(_ text: ArraySlice<UInt8>) -> [UInt8] {
  // What isn't UTF-8 was said where the file was read; here the text only has to be shown.
  let text = text.isUTF8 ? Array(text) : Array(String(decoding: text, as: UTF8.self).utf8)
  guard text.nextIndex(of: 0, from: 0) != nil else { return text }
  return text.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
}

/// The text without control characters, which U+FFFD replaces.
func withoutControls(_ text: [UInt8]) -> [UInt8] {
  guard holdsControls(text) else { return text }
  return text.flatMap { isControl($0) ? [0xEF, 0xBF, 0xBD] : [$0] }
}

/// A stranger's HTML without the characters that turn the direction of what follows: U+202A to U+202E and
/// U+2066 to U+2069.
///
/// Taken out when all is written, since `&#x202E;` makes them too, and an address is looked at with them.
/// The marks U+200E and U+200F stay, which right-to-left text needs and which turn nothing over.
private func withoutBidiControls(_ html: [UInt8]) -> [UInt8] {
  var kept: [UInt8] = []
  var copied = 0
  var index = 0
  while let lead = html.nextIndex(of: 0xE2, from: index) {
    index = lead + 1
    guard lead + 2 < html.count else { break }
    switch (html[lead + 1], html[lead + 2]) {
    case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9):
      kept += html[copied..<lead]
      copied = lead + 3
      index = copied
    default: break
    }
  }
  guard copied > 0 else { return html }
  return kept + html[copied...]
}

/// Whether a text is ASCII without control characters but LF, as most are: then there is nothing to mend.
private func isPrintable(_ text: [UInt8]) -> Bool {
  unsafe text.withUnsafeBytes { unsafe $0.firstUnprintable(from: 0) == $0.count }
}

private func holdsControls(_ text: [UInt8]) -> Bool {
  unsafe text.withUnsafeBytes { bytes in
    var index = unsafe bytes.firstUnprintable(from: 0)
    while index < bytes.count {
      if unsafe isControl(bytes[index]) { return true }
      index = unsafe bytes.firstUnprintable(from: index + 1)
    }
    return false
  }
}

@inline(__always)
private func isControl(_ byte: UInt8) -> Bool {
  (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
}
