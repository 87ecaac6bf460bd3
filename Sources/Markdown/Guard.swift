/// Characters that stand for others while cmark parses.
///
/// cmark's tree doesn't say whether a tilde was escaped, and would take the underscores of an
/// address for emphasis. So such characters go through cmark as others that no text has, which are
/// punctuation too and mean nothing, and come back when the tree is written. They are the first of
/// the block Supplemental Punctuation, U+2E00 and on; a text that holds any of that block is parsed
/// as it is.
enum Guard {
  /// What all of them begin with in UTF-8.
  static let lead: (UInt8, UInt8) = (0xE2, 0xB8)

  /// Guarded because a backslash stood before them, which code and HTML show.
  private static let escaped = Array("~[:.@!".utf8)
  /// Guarded as they are.
  private static let literal = Array("*_'\"-.~[".utf8)

  /// The last byte of the guard for an escaped character.
  static func escaped(_ byte: UInt8) -> UInt8? {
    escaped.firstIndex(of: byte).map { 0x80 + UInt8($0) }
  }

  /// The last byte of the guard for a character that stands for itself.
  static func literal(_ byte: UInt8) -> UInt8? {
    literal.firstIndex(of: byte).map { 0x90 + UInt8($0) }
  }

  /// What a guard's last byte stands for.
  static func meaning(_ byte: UInt8) -> (character: UInt8, isEscaped: Bool)? {
    let index = Int(byte & 0x0F)
    switch byte {
    case 0x80..<0x90 where index < escaped.count: return (escaped[index], true)
    case 0x90..<0xA0 where index < literal.count: return (literal[index], false)
    default: return nil
    }
  }
}

extension TreeText {
  /// The text with its guards taken off.
  ///
  /// - Parameter keepsBackslashes: whether a backslash shows, as in code and HTML.
  /// - Returns: what the author typed.
  func unguarded(keepsBackslashes: Bool) -> [UInt8] {
    guard contains(Guard.lead.0) else { return array }
    var text: [UInt8] = []
    text.reserveCapacity(count)
    var index = 0
    while index < count {
      if let (character, isEscaped) = guardedCharacter(at: index) {
        if isEscaped, keepsBackslashes { text.append(UInt8(ascii: "\\")) }
        text.append(character)
        index += 3
      } else {
        text.append(self[index])
        index += 1
      }
    }
    return text
  }

  /// The character for which three bytes stand, if they are a guard.
  func guardedCharacter(at index: Int) -> (character: UInt8, isEscaped: Bool)? {
    guard index + 2 < count, self[index] == Guard.lead.0, self[index + 1] == Guard.lead.1 else {
      return nil
    }
    return Guard.meaning(self[index + 2])
  }
}
