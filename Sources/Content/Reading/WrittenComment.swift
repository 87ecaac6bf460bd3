internal import Calendar
internal import Diagnostics
internal import YAML

/// The UTF-8 of a thread's texts while its file is read.
struct CommentTexts {
  private(set) var bytes: [UInt8]

  /// - Parameter file: the bytes of a file in which most texts stand as they are meant.
  init(in file: [UInt8] = []) {
    bytes = file
  }

  /// Adds a text that doesn't stand there.
  mutating func add(_ text: String) -> TextRange { add(Array(text.utf8)) }

  /// Adds a text that doesn't stand there.
  mutating func add(_ text: [UInt8]) -> TextRange {
    let start = bytes.count
    bytes += text
    return TextRange(start..<bytes.count)
  }

  /// Adds a text with its place in the file.
  mutating func add(_ text: Located<String>) -> WrittenText {
    WrittenText(text: add(text.value), place: TextRange(text.span.range))
  }
}

/// A text of a comment, with its place in the file.
struct WrittenText: BitwiseCopyable, Sendable {
  let text: TextRange
  let place: TextRange
}

/// A comment as it was written: numbers alone, whose texts its ``WrittenThread`` has.
struct WrittenComment: BitwiseCopyable, Sendable {
  let id: WrittenText
  let replyTo: WrittenText?
  let author: TextRange
  let person: WrittenText?
  /// Empty where there is none, as ``avatar`` is.
  let url: TextRange
  let avatar: TextRange
  let date: WrittenTime
  let datePlace: TextRange
  let status: Comment.Status
  let kind: Comment.Kind
  let body: TextRange
  /// How many blanks before each of the body's lines belong to the file.
  let indentation: Int
  /// Whether it stands in a plain list, and so holds no control character but LF.
  let isPlain: Bool
  let place: TextRange

  /// Who wrote what nobody signed.
  static let anonymous = "Anonymous"

  /// A comment with nothing to be said about; `nil` when its body may be longer than it may be.
  init?(
    _ plain: PlainComment,
    _ item: Range<Int>,
    of list: FlatList,
    maxLength: Int,
    _ texts: inout CommentTexts
  ) {
    guard let id = plain.pair(.id, of: list), let date = plain.date,
      let dated = plain.pair(.date, of: list), let body = plain.pair(.body, of: list)
    else { preconditionFailure("a comment without these isn't plain") }
    guard body.text.count <= maxLength else { return nil }
    self.id = WrittenText(id)
    self.date = date
    datePlace = dated.place
    replyTo = plain.pair(.replyTo, of: list).map(WrittenText.init)
    author = plain.pair(.author, of: list)?.text ?? texts.add(WrittenComment.anonymous)
    person = plain.pair(.person, of: list).map(WrittenText.init)
    url = plain.pair(.url, of: list)?.text ?? .empty
    avatar = plain.pair(.avatar, of: list)?.text ?? .empty
    status = plain.status
    kind = plain.kind
    self.body = body.text
    indentation = body.indentation
    isPlain = true
    place = TextRange(list.range(ofItem: item))
  }

  /// Reads a comment; `nil`, having said so, when it has no usable id or date.
  init?(_ node: YAMLNode, _ faults: Faults, maxLength: Int, _ texts: inout CommentTexts) {
    guard case .mapping(let pairs) = node.content else {
      faults.say(
        "each comment must be a map",
        at: node.range.firstLine(in: faults.file),
        label: "this is \(node.shape)"
      )
      return nil
    }
    let fields = FieldReader(pairs, kind: .comment, range: node.range, faults: faults)
    let id = fields.commentID("id")
    let date = fields.time("date")
    replyTo = fields.commentID("reply_to").map { texts.add($0) }
    person = fields.name("person").map { texts.add($0) }
    author = texts.add(fields.commenter())
    let url = fields.harmless("url", AddressUse.web.rule) { faultOfStrangersAddress($0) }
    self.url = url.map { texts.add($0) } ?? .empty
    let avatar = fields.harmless("avatar", "a path on this site", sitePathFault)
    self.avatar = avatar.map { texts.add($0) } ?? .empty
    status = fields.word("status", Comment.Status.self) ?? .approved
    kind = fields.word("type", Comment.Kind.self) ?? .comment
    body = texts.add(fields.body(isShown: status == .approved, maxLength: maxLength))
    indentation = 0
    isPlain = false
    place = TextRange(node.range)
    for key in ["id", "date"] where fields.value(key) == nil { fields.sayMissing(key) }
    guard let id, let date else { return nil }
    self.id = texts.add(id)
    self.date = date.value
    datePlace = TextRange(date.span.range)
  }

  /// Reads a comment of a plain list, the quick way where that is certain.
  ///
  /// - Returns: `nil`, having said so, when it has no usable id or date.
  static func read(
    _ item: Range<Int>,
    of list: FlatList,
    _ faults: Faults,
    _ maxLength: Int,
    _ texts: inout CommentTexts
  ) -> WrittenComment? {
    if let plain = PlainComment(item, of: list),
      let comment = WrittenComment(plain, item, of: list, maxLength: maxLength, &texts)
    {
      return comment
    }
    return WrittenComment(list.node(ofItem: item), faults, maxLength: maxLength, &texts)
  }
}

extension WrittenText {
  /// A text of a plain list, which stands in the file as it is meant.
  fileprivate init(_ pair: FlatList.Pair) {
    self.init(text: pair.text, place: pair.place)
  }
}

extension FieldReader {
  /// An id as a comment has one: letters, digits, `-` and `_`.
  fileprivate func commentID(_ key: String) -> Located<String>? {
    guard let written = name(key) else { return nil }
    guard NewComment.isID(written.value) else {
      faults.say("`\(key)` must be letters, digits, `-` and `_`", at: written.span.range)
      return nil
    }
    return written
  }

  /// The name under `author`; of an e-mail address only what stands before its `@`.
  fileprivate func commenter() -> String {
    guard let written = line("author") else { return WrittenComment.anonymous }
    if value("person") != nil, let pair = pair("author") {
      faults.say("a comment must have an `author` or a `person`, not both", at: pair.keyRange)
    }
    let name = written.value.withoutMailDomains.withoutDirections.trimmed
    return name.isEmpty ? WrittenComment.anonymous : name
  }

  /// A value that is dropped with a warning when it has a fault: strangers wrote it.
  fileprivate func harmless(
    _ key: String,
    _ rule: String,
    _ fault: (String) -> String?
  ) -> String? {
    guard let written = name(key) else { return nil }
    guard let fault = fault(written.value) else { return written.value }
    faults.say(
      "a comment's `\(key)` must be \(rule)",
      at: written.span.range,
      label: "\(fault), so it isn't shown",
      severity: .warning
    )
    return nil
  }

  /// The Markdown of a comment, as it was typed.
  fileprivate func body(isShown: Bool, maxLength: Int) -> [UInt8] {
    guard let node = textValue("body") else {
      if isShown { sayWithoutBody() }
      return []
    }
    guard case .scalar(let scalar) = node.content else {
      sayShape("`body` must be a text", node)
      return []
    }
    let bytes = scalar.bytes
    if bytes.count > maxLength {
      faults.say(
        "a comment's `body` should have at most \(maxLength) bytes",
        at: pair("body")?.keyRange ?? node.range,
        label: "has \(bytes.count), so it is shown without Markdown",
        severity: .warning
      )
    }
    return bytes
  }

  private func sayWithoutBody() {
    let place = pair("body")?.keyRange ?? pair("id")?.keyRange ?? range.firstLine(in: faults.file)
    faults.say("an approved comment should have a `body`", at: place, severity: .warning)
  }
}

extension String {
  /// The text without the domains of e-mail addresses; one in `<>` behind a name goes whole.
  fileprivate var withoutMailDomains: String {
    guard utf8.contains(UInt8(ascii: "@")) else { return self }
    let words = split(separator: " ")
    let kept = words.compactMap { word -> Substring? in
      guard let domain = word.mailDomain else { return word }
      if words.count > 1, word.hasPrefix("<"), word.hasSuffix(">") { return nil }
      return word[..<domain.lowerBound].drop { $0 == "<" }
    }
    return kept.joined(separator: " ")
  }

  /// The text without the characters that turn the direction of what follows, as bodies lose them.
  fileprivate var withoutDirections: String {
    guard utf8.contains(0xE2) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter { !$0.turnsDirection }))
  }
}

extension Substring {
  /// Where an e-mail address's `@` and domain stand in a word that is one.
  fileprivate var mailDomain: Range<Index>? {
    guard let at = firstIndex(of: "@"), at != startIndex, self[index(after: at)...].contains(".")
    else { return nil }
    return at..<endIndex
  }
}
