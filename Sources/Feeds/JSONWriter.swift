public import Calendar
public import HTML

/// Writes JSON piece by piece, for what is too much to be made as a ``JSONValue`` first.
///
/// Who uses it writes the braces, keys and commas; texts are as safe in their place as those that a
/// ``JSONValue`` writes there, since both escape them by the same code.
public struct JSONWriter: ~Copyable {
  private var buffer: OutputBuffer
  private let place: JSONPlace

  /// Creates a writer for a place, with room for about so many bytes.
  public init(for place: JSONPlace, capacity: Int = 1024) {
    self.place = place
    buffer = OutputBuffer(capacity: capacity)
  }

  /// Creates a writer that goes on where something was written, and gives that back with ``finish()``.
  public init(for place: JSONPlace, behind output: consuming OutputBuffer) {
    self.place = place
    buffer = output
  }

  /// All that was written, with what stood before it.
  public consuming func finish() -> OutputBuffer { buffer }

  /// A copy of what was written so far.
  public var bytes: [UInt8] { buffer.bytes() }

  /// Writes JSON of our own as it is: `{"name":"`.
  public mutating func literal(_ json: StaticString) { buffer.append(literal: json) }

  /// Writes a text, or a part of one, between quotes that stand there already.
  public mutating func text(_ text: String) { buffer.append(json: text.utf8Span.span, place) }

  /// Writes a text of UTF-8, or a part of one, between quotes that stand there already.
  public mutating func text(_ text: Span<UInt8>) { buffer.append(json: text, place) }

  /// Writes a part of a text of UTF-8 between quotes that stand there already.
  public mutating func text(_ text: Span<UInt8>, _ range: Range<Int>) {
    buffer.append(json: text, range, place)
  }

  /// Writes a text that was escaped already.
  public mutating func written(_ text: [UInt8]) { buffer.append(contentsOf: text) }

  /// Writes a part of a text in which nothing needs to be escaped.
  public mutating func written(_ text: [UInt8], _ range: Range<Int>) { buffer.append(text, range) }

  /// Writes a time as RFC 3339 has it, between quotes that stand there already.
  public mutating func time(_ time: ZonedTime) {
    buffer.append(atMost: time.maxLength) { $0.append(rfc3339: time) }
  }

  /// Writes a number.
  public mutating func number(_ number: Int) { buffer.append(String(number)) }

  /// Writes a number; what isn't finite is `null`, as JavaScript has it.
  public mutating func number(_ number: Double) {
    buffer.append(number.isFinite ? "\(number)" : "null")
  }

  /// Writes the words of markup between quotes that stand there already: tags gone, blocks in lines.
  ///
  /// - Parameters:
  ///   - html: what our own writer made, in which `<`, `>` and `&` of a text are references.
  ///   - range: the part of it that is meant.
  public mutating func words(ofMarkup html: Span<UInt8>, _ range: Range<Int>) {
    buffer.append(wordsOf: html, range)
  }
}

extension JSONWriter {
  /// Writes a `<script>` of JSON-LD for a page's head; no text in it ends the element.
  ///
  /// - Parameter write: writes the value, with a writer for scripts.
  public mutating func linkedData(_ write: (inout JSONWriter) -> Void) {
    precondition(place == .script, "what stands in a script is escaped for it")
    literal(linkedDataStart)
    write(&self)
    literal(linkedDataEnd)
  }

  /// Writes the name of a member that follows another: `,"name":`.
  public mutating func key(_ name: StaticString) {
    literal(",\"")
    literal(name)
    literal("\":")
  }

  /// Writes a text in quotes.
  public mutating func quoted(_ text: String) { buffer.append(quoted: text.utf8Span.span, place) }

  /// Writes a member that follows another; nothing without a text.
  public mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    quoted(text)
  }

  /// Writes a member that follows another, its value a text of UTF-8.
  public mutating func member(_ name: StaticString, _ text: [UInt8]) {
    key(name)
    buffer.append(quoted: text.span, place)
  }

  /// Writes a member that follows another, its value a list; nothing when that is empty.
  ///
  /// - Parameters:
  ///   - name: the member's name.
  ///   - values: what is in the list.
  ///   - write: writes a value of the list.
  @inlinable
  public mutating func member<Element>(
    _ name: StaticString,
    _ values: [Element],
    _ write: (inout JSONWriter, Element) -> Void
  ) {
    guard !values.isEmpty else { return }
    key(name)
    list(values, write)
  }

  /// Writes a list.
  ///
  /// - Parameters:
  ///   - values: what is in it.
  ///   - write: writes a value of the list.
  @inlinable
  public mutating func list<Element>(
    _ values: [Element],
    _ write: (inout JSONWriter, Element) -> Void
  ) {
    literal("[")
    for index in values.indices {
      if index > 0 { literal(",") }
      write(&self, values[index])
    }
    literal("]")
  }
}
