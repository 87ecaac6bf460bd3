internal import HTML

/// Writes JSON piece by piece, for what is too long to be made as a ``JSONValue`` first.
///
/// What it writes is as safe in its place as what a ``JSONValue`` writes there: both escape texts by
/// the same code.
public struct JSONWriter {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  private let place: JSONPlace
  /// Whether a value stands before, so that the next one needs a comma.
  private var needsComma = false

  /// Creates a writer for a place.
  public init(for place: JSONPlace) { self.place = place }

  /// Writes a list; `items` writes its values.
  public mutating func array(_ items: (inout JSONWriter) -> Void) {
    nest("[", items, "]")
  }

  /// Writes an object; `members` writes keys, each followed by its value.
  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    nest("{", members, "}")
  }

  /// Writes a key of our own, which needs no escaping.
  public mutating func key(_ name: StaticString) {
    precondition(!needsEscaping(name), "our own keys are plain words")
    separate()
    bytes.append(UInt8(ascii: "\""))
    append(name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a text.
  public mutating func value(_ text: String) { value(text.utf8Span.span) }

  /// Writes a text of UTF-8.
  public mutating func value(_ text: Span<UInt8>) {
    separate()
    bytes.append(json: text, place)
  }

  private mutating func nest(
    _ start: StaticString,
    _ content: (inout JSONWriter) -> Void,
    _ end: StaticString
  ) {
    separate()
    append(start)
    needsComma = false
    content(&self)
    append(end)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func append(_ text: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    )
  }

  private func needsEscaping(_ name: StaticString) -> Bool {
    unsafe UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
      .contains { $0 < 0x23 || $0 == UInt8(ascii: "\\") || $0 >= 0x7F }
  }
}
