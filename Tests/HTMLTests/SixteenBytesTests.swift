import HTML
import Testing

/// Checks that a byte is found, from a place on, where it is found by looking at each alone.
private func expect(
  _ text: [UInt8],
  from start: Int,
  _ marks: (SixteenBytes) -> SixteenBytes.Vector,
  isWanted: (UInt8) -> Bool
) {
  let found = text.span.nextIndex(from: start, marked: marks)
  let expected = text[start...].firstIndex(where: isWanted) ?? text.count
  #expect(found == expected, "\(text) from \(start)")
}

@Test func `every byte is marked in every place as when it is looked at alone`() {
  for byte in UInt8.min...UInt8.max {
    for place in 0..<21 {
      var text = [UInt8](repeating: UInt8(ascii: "a"), count: 21)
      text[place] = byte
      for start in [0, place, min(place + 1, 20)] {
        expect(text, from: start, { $0.marks(of: 0x3C) }, isWanted: { $0 == 0x3C })
        expect(text, from: start, { $0.marks(of: 0x3C, ignoring: 2) }, isWanted: { $0 | 2 == 0x3E })
        expect(text, from: start, { $0.marks(of: 0xEF) }, isWanted: { $0 == 0xEF })
        expect(text, from: start, { $0.marks(below: 0x20) }, isWanted: { $0 < 0x20 })
      }
    }
  }
}

@Test(arguments: 0..<50) func `nothing is found behind the end of a text`(length: Int) {
  let text = [UInt8](repeating: UInt8(ascii: "a"), count: length)
  for start in 0...length {
    expect(text, from: start, { $0.marks(below: 0x20) }, isWanted: { _ in false })
  }
}

@Test func `each mark among sixteen bytes is sure`() {
  let text = Array("ab<=>\u{0}\u{1F} !\u{7F}é<".utf8)
  for start in text.indices {
    expect(text, from: start, { $0.marks(of: 0x3C, ignoring: 2) }, isWanted: { $0 | 2 == 0x3E })
    expect(text, from: start, { ~$0.marks(of: 0x3C) }, isWanted: { $0 != 0x3C })
  }
}
