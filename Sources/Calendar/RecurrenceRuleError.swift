/// Why a text isn't a rule, and which part of it is at fault.
public struct RecurrenceRuleError: Error, Hashable, Sendable {
  /// The rule of the language that the part breaks.
  public let message: String

  /// How to mend it.
  public let help: String?

  /// The part that is at fault, as offsets into the text's UTF-8.
  public let range: Range<Int>

  init(_ message: String, at range: Range<Int>, help: String? = nil) {
    self.message = message
    self.help = help
    self.range = range
  }
}

extension RecurrenceRule {
  /// Reads what an author writes under `repeat`: an RRULE, or words such as `every 2nd tuesday`.
  public init(written text: String) throws(RecurrenceRuleError) {
    if text.utf8.contains(UInt8(ascii: "=")) {
      try self.init(text)
    } else {
      var reader = RecurrenceWordsReader(text)
      self = try reader.read()
    }
  }
}

/// A piece of a text with its place.
struct TextPart {
  let text: String
  let range: Range<Int>

  /// Cuts a text at a byte.
  static func split(
    _ text: some Collection<UInt8>,
    at separator: (UInt8) -> Bool,
    from offset: Int
  ) -> [TextPart] {
    var parts: [TextPart] = []
    var part: [UInt8] = []
    var start = offset
    for (index, byte) in text.enumerated() {
      guard separator(byte) else {
        part.append(byte)
        continue
      }
      parts.append(TextPart(part, start))
      part = []
      start = offset + index + 1
    }
    return parts + [TextPart(part, start)]
  }
}

extension TextPart {
  private init(_ bytes: [UInt8], _ start: Int) {
    text = String(decoding: bytes, as: UTF8.self)
    range = start..<start + bytes.count
  }
}
