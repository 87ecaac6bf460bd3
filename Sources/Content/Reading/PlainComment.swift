internal import Calendar
internal import Diagnostics
internal import YAML

/// The fields of a comment that is written plainly and has no fault, taken from its file's bytes.
///
/// Nearly all comments are so, and a site has more of them than of anything else. What a
/// ``FieldReader`` would have to say anything about, or to look at twice, is left to it: it alone knows
/// the rules' words.
struct PlainComment {
  private(set) var id: Located<String>?
  private(set) var replyTo: Located<String>?
  private(set) var author: String?
  private(set) var person: Located<String>?
  private(set) var url: String?
  private(set) var avatar: String?
  private(set) var date: Located<WrittenTime>?
  private(set) var status: Comment.Status?
  private(set) var kind: Comment.Kind?
  private(set) var body: [UInt8] = []

  /// The keys of `KeyTable.comment`.
  private enum Key: String, CaseIterable {
    case id, date, body, author, url, status, type, person, avatar
    case replyTo = "reply_to"

    /// Each key as a list's pairs have it.
    static let words = allCases.map { (word: FlatList.word($0.rawValue), key: $0) }
  }

  /// Takes a comment; `nil` when anything about it isn't plain.
  init?(_ item: Range<Int>, of list: FlatList, maxLength: Int) {
    let words = Key.words
    for pair in list.pairs[item] {
      guard let key = words.first(where: { $0.word == pair.word })?.key,
        take(pair, of: list, as: key)
      else { return nil }
    }
    guard id != nil, date != nil, !body.isEmpty, body.count <= maxLength,
      author == nil || person == nil
    else { return nil }
  }

  /// Takes a field, if nothing is to be said about it.
  private mutating func take(_ pair: FlatList.Pair, of list: FlatList, as key: Key) -> Bool {
    if key == .body {
      body = list.bytes(of: pair)
      return body.contains { !$0.isBlank }
    }
    let bytes = list.file.bytes[pair.text]
    guard pair.style != .block, let first = bytes.first, let last = bytes.last, !first.isBlank,
      !last.isBlank
    else { return false }
    if key == .author {
      // Of an e-mail address only a part is shown.
      guard !bytes.contains(UInt8(ascii: "@")) else { return false }
      author = String(decoding: bytes, as: UTF8.self)
      return true
    }
    guard pair.style == .quoted || !bytes.elementsEqual("null".utf8) else { return false }
    let span = SourceSpan(list.file, pair.place)
    switch key {
    case .url:
      guard AddressUse.isWeb(bytes) else { return false }
      url = String(decoding: bytes, as: UTF8.self)
      return true
    case .date:
      do throws(WrittenTimeError) {
        date = Located(try WrittenTime(bytes), at: span)
        return true
      } catch {
        return false
      }
    default: return take(String(decoding: bytes, as: UTF8.self), at: span, as: key)
    }
  }

  /// Takes a field whose text has no blanks around it and isn't `null`.
  private mutating func take(_ text: String, at span: SourceSpan, as key: Key) -> Bool {
    switch key {
    case .id:
      id = Located(text, at: span)
      return NewComment.isID(text)
    case .replyTo:
      replyTo = Located(text, at: span)
      return NewComment.isID(text)
    case .person:
      person = Located(text, at: span)
      return true
    case .avatar:
      avatar = text
      return sitePathFault(text) == nil
    case .status:
      status = Comment.Status(rawValue: text)
      return status != nil
    case .type:
      kind = Comment.Kind(rawValue: text)
      return kind != nil
    case .author, .url, .date, .body:
      preconditionFailure("`\(key.rawValue)` is taken from its bytes")
    }
  }
}

extension WrittenComment {
  /// Reads a comment of a plain list, the quick way where that is certain.
  ///
  /// - Returns: `nil`, having said so, when it has no usable id or date.
  static func read(
    _ item: Range<Int>,
    of list: FlatList,
    _ faults: Faults,
    maxLength: Int
  ) -> WrittenComment? {
    if let plain = PlainComment(item, of: list, maxLength: maxLength),
      let comment = WrittenComment(plain, span: faults.span(list.range(ofItem: item)))
    {
      return comment
    }
    return WrittenComment(list.node(ofItem: item), faults, maxLength: maxLength)
  }
}
