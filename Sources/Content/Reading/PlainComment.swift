internal import Calendar
internal import Diagnostics
internal import YAML

/// Where the fields of a comment stand that is written plainly and has no fault.
///
/// Nearly all comments are so, and a site has more of them than of anything else. What a
/// ``FieldReader`` would have to say anything about, or to look at twice, is left to it: it alone knows
/// the rules' words. Nothing here is counted or freed, so that it costs nothing to look.
struct PlainComment {
  /// The keys of `KeyTable.comment`.
  enum Key: Int, CaseIterable {
    case id, replyTo, author, person, url, avatar, date, status, type, body
  }

  private(set) var date: WrittenTime?
  private(set) var status = Comment.Status.approved
  private(set) var kind = Comment.Kind.comment

  /// For each key the number of its pair in the list; -1 for one that isn't written.
  private var places = [10 of Int32](repeating: -1)

  /// The keys as a list's pairs have them, each at its number.
  private static let words = [
    "id", "reply_to", "author", "person", "url", "avatar", "date", "status", "type", "body",
  ].map(FlatList.word)

  /// Looks at a comment; `nil` when anything about it isn't plain.
  init?(_ item: Range<Int>, of list: FlatList) {
    let (words, bytes, pairs) = (PlainComment.words, list.file.bytes, list.pairs)
    for number in item {
      guard let key = words.firstIndex(of: pairs[number].word).flatMap(Key.init),
        take(pairs[number], of: bytes, as: key)
      else { return nil }
      places[key.rawValue] = Int32(number)
    }
    guard has(.id), has(.date), has(.body), !(has(.author) && has(.person)) else { return nil }
  }

  private func has(_ key: Key) -> Bool { places[key.rawValue] >= 0 }

  /// The pair of a key.
  @inline(__always)
  func pair(_ key: Key, of list: FlatList) -> FlatList.Pair? {
    has(key) ? list.pairs[Int(places[key.rawValue])] : nil
  }

  /// Takes a field, if nothing is to be said about it.
  private mutating func take(_ pair: FlatList.Pair, of bytes: [UInt8], as key: Key) -> Bool {
    let text = pair.text.range
    if key == .body { return text.contains { !bytes[$0].isBlank } }
    guard pair.style != .block, !text.isEmpty, !bytes[text.lowerBound].isBlank,
      !bytes[text.upperBound - 1].isBlank
    else { return false }
    // Of an e-mail address only a part is shown, and of what turns a text's direction, which begins with E2,
    // nothing.
    if key == .author {
      return bytes.allSatisfy(in: text) { $0 != UInt8(ascii: "@") && $0 != 0xE2 }
    }
    guard pair.style == .quoted || !bytes.isNull(text) else { return false }
    switch key {
    case .id, .replyTo: return bytes.allSatisfy(in: text, \.isOfCommentID)
    case .person: return true
    case .url:
      return AddressUse.isWeb(bytes[text])
        && bytes.allSatisfy(in: text) { $0 != UInt8(ascii: "@") && $0 != 0xE2 }
    case .date: return takeDate(bytes[text])
    case .avatar, .status, .type: return take(String(decoding: bytes[text], as: UTF8.self), as: key)
    case .author, .body: preconditionFailure("these were looked at")
    }
  }

  private mutating func takeDate(_ text: ArraySlice<UInt8>) -> Bool {
    do throws(WrittenTimeError) {
      date = try WrittenTime(text)
      return true
    } catch {
      return false
    }
  }

  /// Takes a field that few comments have.
  private mutating func take(_ text: String, as key: Key) -> Bool {
    switch key {
    case .avatar: return sitePathFault(text) == nil
    case .status:
      guard let status = Comment.Status(rawValue: text) else { return false }
      self.status = status
      return true
    default:
      guard let kind = Comment.Kind(rawValue: text) else { return false }
      self.kind = kind
      return true
    }
  }
}

extension [UInt8] {
  /// Whether all bytes of a range are so.
  @inline(__always)
  fileprivate func allSatisfy(in range: Range<Int>, _ isSo: (UInt8) -> Bool) -> Bool {
    unsafe withUnsafeBufferPointer { bytes in
      for index in range where unsafe !isSo(bytes[index]) { return false }
      return true
    }
  }

  /// Whether a range is `null`.
  fileprivate func isNull(_ range: Range<Int>) -> Bool {
    range.count == 4 && self[range].elementsEqual("null".utf8)
  }
}
