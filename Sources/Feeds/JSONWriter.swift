internal import HTML

/// Writes JSON piece by piece, for what is too long to be made as a ``JSONValue`` first.
///
/// Who uses it writes the braces, keys and commas; texts are as safe in their place as those that a
/// ``JSONValue`` writes there, since both escape them by the same code.
public struct JSONWriter {
  /// What was written so far.
  public private(set) var bytes: [UInt8]
  private let place: JSONPlace

  /// Creates a writer for a place, with room for about so many bytes.
  public init(for place: JSONPlace, capacity: Int = 0) {
    self.place = place
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Writes JSON of our own as it is: `{"name":"`.
  public mutating func literal(_ json: StaticString) { bytes.append(literal: json) }

  /// Writes a text, or a part of one, between quotes that stand there already.
  public mutating func text(_ text: String) {
    bytes.append(jsonText: text.utf8Span.span, place)
  }

  /// Writes a text of UTF-8, or a part of one, between quotes that stand there already.
  public mutating func text(_ text: Span<UInt8>) {
    bytes.append(jsonText: text, place)
  }

  /// Writes a text that was escaped already.
  public mutating func written(_ text: [UInt8]) { bytes += text }

  /// Writes the words of markup between quotes that stand there already: tags gone, blocks in lines.
  ///
  /// - Parameter html: what our own writer made, in which `<`, `>` and `&` of a text are references.
  public mutating func words(ofMarkup html: [UInt8]) {
    let html = html.span
    let end = html.endOfWords
    var clean = 0
    while clean < end {
      let index = min(nextSpecial(in: html, from: clean, .script), end)
      bytes.append(html, clean..<index)
      guard index < end else { return }
      switch html[index] {
      case UInt8(ascii: "<"): clean = html.endOfTag(at: index)
      case UInt8(ascii: "&"):
        let (character, length) = html.character(ofReferenceAt: index)
        bytes.append(jsonText: [character].span, place)
        clean = index + length
      default:
        bytes.append(jsonEscape: html[index])
        clean = index + 1
      }
    }
  }
}

extension Span<UInt8> {
  /// Where the last word ends: tags and blanks behind it say nothing.
  fileprivate var endOfWords: Int {
    var end = count
    while end > 0 {
      if self[end - 1] == UInt8(ascii: ">") {
        repeat { end -= 1 } while end > 0 && self[end] != UInt8(ascii: "<")
      } else if self[end - 1] <= UInt8(ascii: " ") {
        end -= 1
      } else {
        break
      }
    }
    return end
  }

  fileprivate func endOfTag(at start: Int) -> Int {
    var end = start
    while end < count, self[end] != UInt8(ascii: ">") { end += 1 }
    return end + 1
  }

  /// What stands for a reference that our own writer made, and its length; anything else is the
  /// ampersand itself.
  fileprivate func character(ofReferenceAt start: Int) -> (character: UInt8, length: Int) {
    for (reference, character) in references where has(reference, at: start) {
      return (character, reference.utf8CodeUnitCount)
    }
    return (UInt8(ascii: "&"), 1)
  }

  private func has(_ text: StaticString, at start: Int) -> Bool {
    guard count - start >= text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { text in
      text.indices.allSatisfy { unsafe self[start + $0] == text[$0] }
    }
  }
}

private let references: [(StaticString, UInt8)] = [
  ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
  ("&quot;", UInt8(ascii: "\"")), ("&#34;", UInt8(ascii: "\"")), ("&#39;", UInt8(ascii: "'")),
]
