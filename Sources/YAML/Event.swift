/// What libyaml met, copied out of its memory; places are counted in characters.
struct Event {
  enum Kind {
    case streamEdge
    case documentStart
    case documentEnd
    case alias
    case scalar(YAMLScalar)
    case collectionStart(isMapping: Bool)
    case collectionEnd
  }

  let kind: Kind

  /// Whether a tag or an anchor stands before the value.
  var hasProperties = false

  let start: Int
  let end: Int

  /// Whether it is the end of the stream, behind which nothing comes.
  var isLast = false
}

/// Why libyaml stopped, in its own words and with its own marks, counted in characters.
struct SyntaxFault: Error {
  let problem: String
  let context: String
  let mark: Int
  let contextMark: Int

  /// Where the bytes couldn't be read as text at all, counted in bytes.
  let unreadableByte: Int?
}
