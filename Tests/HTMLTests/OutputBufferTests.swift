import HTML
import Testing

/// Text that is escaped byte by byte, to hold against what copies eight at a time.
private func escapedSlowly(_ text: [UInt8]) -> [UInt8] {
  text.flatMap { byte -> [UInt8] in
    switch byte {
    case UInt8(ascii: "&"): Array("&amp;".utf8)
    case UInt8(ascii: "<"): Array("&lt;".utf8)
    case UInt8(ascii: ">"): Array("&gt;".utf8)
    case UInt8(ascii: "\""): Array("&#34;".utf8)
    case UInt8(ascii: "'"): Array("&#39;".utf8)
    default: [byte]
    }
  }
}

@Test func `every byte in every place of a short text is escaped like any other`() {
  for length in 1...20 {
    for place in 0..<length {
      for byte in UInt8.min...UInt8.max {
        var text = Array(repeating: UInt8(ascii: "a"), count: length)
        text[place] = byte
        var buffer = OutputBuffer(capacity: 1)
        buffer.appendEscaped(text)
        var array: [UInt8] = []
        array.appendEscaped(text)
        #expect(array == escapedSlowly(text))
        #expect(buffer.bytes() == array)
      }
    }
  }
}

@Test func `neighbours that differ in one bit from what is replaced stay`() {
  var state: UInt64 = 1
  for length in 0..<300 {
    let text = (0..<length).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Array("&'<>\"#%$!=?;:\u{7f}\u{0}\u{1}a".utf8)[Int(state >> 33) % 17]
    }
    var buffer = OutputBuffer(capacity: 1)
    buffer.append("<p>")
    buffer.appendEscaped(text)
    var array: [UInt8] = []
    array.appendEscaped(text)
    #expect(array == escapedSlowly(text))
    #expect(buffer.bytes(from: 3) == array)
  }
}

@Test func `a buffer keeps what was written before it grew or was cut`() {
  var buffer = OutputBuffer(capacity: 2)
  buffer.append(UInt8(ascii: "<"))
  buffer.append("b>")
  buffer.append(contentsOf: Array("bold".utf8))
  buffer.append(Array("</b></i>".utf8), 0..<4)
  buffer.append("lost")
  buffer.truncate(to: 11)
  #expect(buffer.count == 11)
  #expect(buffer[1] == UInt8(ascii: "b"))
  var page = Array("page: ".utf8)
  buffer.copy(to: &page)
  #expect(String(decoding: page, as: UTF8.self) == "page: <b>bold</b>")
}

@Test func `pieces of every length follow each other`() {
  var buffer = OutputBuffer(capacity: 1)
  var expected: [UInt8] = []
  for length in 0..<80 {
    let piece = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ length) }
    buffer.append(piece.span)
    buffer.append(literal: "é<")
    buffer.append(atMost: 40) { output in
      for byte in piece.prefix(40) { output.append(byte) }
    }
    expected += piece + "é<".utf8 + piece.prefix(40)
  }
  #expect(buffer.bytes() == expected)
}

@Test(arguments: [0, 7, 10, 99, 1234, -1, -120, Int.max, Int.min])
func `a number is written in its digits`(number: Int) {
  var buffer = OutputBuffer(capacity: 1)
  buffer.append(decimal: number)
  #expect(String(decoding: buffer.bytes(), as: UTF8.self) == "\(number)")
}

@Test func `a part of another buffer is written as it is`() {
  var page = OutputBuffer(capacity: 1)
  var other = OutputBuffer(capacity: 1)
  other.append("<p>one</p><p>two</p>")
  page.append(other, 3..<6)
  page.append(other, 6..<6)
  #expect(String(decoding: page.bytes(), as: UTF8.self) == "one")
}
