internal import Diagnostics

extension Lexer {
  /// Reads the words of a tag up to its end.
  mutating func readTag(
    _ begin: Token.Kind,
    _ end: Token.Kind,
    _ opener: Range<Int>
  ) throws(Diagnostic) {
    append(begin, opener)
    brackets = []
    while true {
      while let width = spaceWidth(at: position) { position += width }
      guard position < bytes.count else { return }
      if brackets.isEmpty, closeTag(end) { return }
      try readWord()
    }
  }

  /// Reads the tag's end, when it stands here.
  private mutating func closeTag(_ kind: Token.Kind) -> Bool {
    var index = position
    let sign = bytes[index]
    let isSigned =
      sign == UInt8(ascii: "-") || (sign == UInt8(ascii: "+") && kind == .blockEnd)
    if isSigned { index += 1 }
    let first = kind == .blockEnd ? UInt8(ascii: "%") : UInt8(ascii: "}")
    guard byte(at: index) == first, byte(at: index + 1) == UInt8(ascii: "}") else { return false }
    append(kind, position..<index + 2)
    position = index + 2
    if kind == .blockEnd || sign == UInt8(ascii: "-") {
      finishTag(sign: isSigned ? sign : 0)
    } else {
      isLineStart = false
    }
    return true
  }

  private mutating func readWord() throws(Diagnostic) {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): try readString(byte)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), 0x80...:
      try readName()
    default: try readOperator(byte)
    }
  }

  private mutating func readName() throws(Diagnostic) {
    let start = position
    while position < bytes.count {
      if bytes[position] < 0x80 {
        guard Unicode.Scalar(bytes[position]).isWord else { break }
        position += 1
        continue
      }
      let width = UTF8Text.width(bytes[position])
      guard position + width <= bytes.count else { break }
      let text = String(decoding: bytes[position..<position + width], as: UTF8.self)
      guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1,
        scalar.isWord || scalar.properties.isIDContinue
      else { break }
      position += width
    }
    guard position > start else { throw unexpectedCharacter(start) }
    append(.name, start..<position, text: Array(bytes[start..<position]))
  }

  private func unexpectedCharacter(_ index: Int) -> Diagnostic {
    let end = min(bytes.count, index + UTF8Text.width(bytes[index]))
    let text = String(decoding: bytes[index..<end], as: UTF8.self)
    return fault(
      "`\(text)` means nothing in a tag",
      index..<end,
      help: ForeignSyntax.character(text)
    )
  }

  private mutating func readOperator(_ byte: UInt8) throws(Diagnostic) {
    let next = self.byte(at: position + 1)
    if let kind = Self.longOperator(byte, next) {
      append(kind, position..<position + 2)
      position += 2
      return
    }
    guard let kind = Self.shortOperator(byte) else { throw unexpectedCharacter(position) }
    try balance(byte)
    append(kind, position..<position + 1)
    position += 1
  }

  /// Keeps count of brackets: a tag ends only outside them.
  private mutating func balance(_ byte: UInt8) throws(Diagnostic) {
    switch byte {
    case UInt8(ascii: "("): brackets.append(UInt8(ascii: ")"))
    case UInt8(ascii: "["): brackets.append(UInt8(ascii: "]"))
    case UInt8(ascii: "{"): brackets.append(UInt8(ascii: "}"))
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      let found = "`\(Unicode.Scalar(byte))`"
      guard let due = brackets.popLast() else {
        throw fault("\(found) closes nothing", position..<position + 1)
      }
      if due != byte {
        let message = "\(found) stands where `\(Unicode.Scalar(due))` is due"
        throw fault(message, position..<position + 1)
      }
    default: break
    }
  }

  private static func longOperator(_ first: UInt8, _ second: UInt8) -> Token.Kind? {
    switch (first, second) {
    case (UInt8(ascii: "/"), UInt8(ascii: "/")): .floorDivide
    case (UInt8(ascii: "*"), UInt8(ascii: "*")): .power
    case (UInt8(ascii: "="), UInt8(ascii: "=")): .equal
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): .notEqual
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): .greaterOrEqual
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): .lessOrEqual
    default: nil
    }
  }

  private static func shortOperator(_ byte: UInt8) -> Token.Kind? {
    switch byte {
    case UInt8(ascii: "+"): .add
    case UInt8(ascii: "-"): .subtract
    case UInt8(ascii: "/"): .divide
    case UInt8(ascii: "*"): .multiply
    case UInt8(ascii: "%"): .modulo
    case UInt8(ascii: "~"): .tilde
    case UInt8(ascii: "["): .leftBracket
    case UInt8(ascii: "]"): .rightBracket
    case UInt8(ascii: "("): .leftParenthesis
    case UInt8(ascii: ")"): .rightParenthesis
    case UInt8(ascii: "{"): .leftBrace
    case UInt8(ascii: "}"): .rightBrace
    case UInt8(ascii: ">"): .greater
    case UInt8(ascii: "<"): .less
    case UInt8(ascii: "="): .assign
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "|"): .pipe
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ";"): .semicolon
    default: nil
    }
  }
}
