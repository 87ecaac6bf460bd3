import Testing

@testable import Diagnostics

/// What the standard library says, which reads the same table of Unicode's.
private func isUTF8ToSwift(_ bytes: [UInt8]) -> Bool {
  String(validating: bytes, as: UTF8.self) != nil
}

@Test func `every scalar is UTF-8 and surrogates aren't`() {
  for value in UInt32(0)..<0x11_0000 {
    guard let scalar = Unicode.Scalar(value) else { continue }
    let bytes = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    #expect(bytes[...].isUTF8)
  }
  for surrogate in [[0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF]] as [[UInt8]] {
    #expect(!surrogate[...].isUTF8)
  }
}

@Test func `any two bytes behind any text are judged as the standard library does`() {
  for length in [0, 5, 7, 8] {
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: length)
    for pair in UInt16.min...UInt16.max {
      let bytes = text + [UInt8(pair >> 8), UInt8(pair & 0xFF)]
      if bytes[...].isUTF8 != isUTF8ToSwift(bytes) { Issue.record("\(bytes)") }
    }
  }
}

@Test func `three and four bytes are judged as the standard library does`() {
  let edges: [UInt8] = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xF4, 0xFF]
  for lead in UInt8(0xDF)...0xFF {
    for second in edges {
      for third in edges {
        for fourth in edges {
          let bytes = [lead, second, third, fourth]
          if bytes[...].isUTF8 != isUTF8ToSwift(bytes) { Issue.record("\(bytes)") }
          if bytes[..<3].isUTF8 != isUTF8ToSwift(Array(bytes[..<3])) { Issue.record("\(bytes)") }
        }
      }
    }
  }
}
