/// A word of a template, as the lexer cuts it.
struct Token: Sendable {
  enum Kind: UInt8, Sendable {
    case data
    case variableBegin
    case variableEnd
    case blockBegin
    case blockEnd
    case name
    case string
    case integer
    case float
    case end
    case add
    case assign
    case colon
    case comma
    case divide
    case dot
    case equal
    case floorDivide
    case greater
    case greaterOrEqual
    case leftBrace
    case leftBracket
    case leftParenthesis
    case less
    case lessOrEqual
    case modulo
    case multiply
    case notEqual
    case pipe
    case power
    case rightBrace
    case rightBracket
    case rightParenthesis
    case semicolon
    case subtract
    case tilde
  }

  let kind: Kind
  /// Where it stands in the file.
  let range: Range<Int>
  /// A name's letters, a string's value, a text's bytes.
  var text: [UInt8] = []
  /// A number's value.
  var number: Value = .none

  /// Whether it is this word.
  func isName(_ word: StaticString) -> Bool {
    guard kind == .name, text.count == word.utf8CodeUnitCount else { return false }
    return unsafe text.elementsEqual(
      UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    )
  }

  /// A name's letters.
  var name: String { String(decoding: text, as: UTF8.self) }

  /// What an error calls it.
  var description: String {
    switch kind {
    case .name: "`\(name)`"
    case .string: "a string"
    case .integer, .float: "a number"
    case .data: "text"
    case .end: "the end of the template"
    default: "`\(kind.symbol)`"
    }
  }
}

extension Token.Kind {
  /// How it is written.
  var symbol: String {
    switch self {
    case .data: "text"
    case .variableBegin: "{{"
    case .variableEnd: "}}"
    case .blockBegin: "{%"
    case .blockEnd: "%}"
    case .name: "a name"
    case .string: "a string"
    case .integer, .float: "a number"
    case .end: "the end of the template"
    case .add: "+"
    case .assign: "="
    case .colon: ":"
    case .comma: ","
    case .divide: "/"
    case .dot: "."
    case .equal: "=="
    case .floorDivide: "//"
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .leftBrace: "{"
    case .leftBracket: "["
    case .leftParenthesis: "("
    case .less: "<"
    case .lessOrEqual: "<="
    case .modulo: "%"
    case .multiply: "*"
    case .notEqual: "!="
    case .pipe: "|"
    case .power: "**"
    case .rightBrace: "}"
    case .rightBracket: "]"
    case .rightParenthesis: ")"
    case .semicolon: ";"
    case .subtract: "-"
    case .tilde: "~"
    }
  }

  /// The symbol in backticks, or the words for what has none.
  var quoted: String {
    switch self {
    case .data, .name, .string, .integer, .float, .end: symbol
    default: "`\(symbol)`"
    }
  }
}
