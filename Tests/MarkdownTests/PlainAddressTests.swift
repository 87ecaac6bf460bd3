import Testing

@testable import Markdown

/// What addresses are made of, and what in them needs a second look.
private let parts = [
  "http://", "https://", "HTTPS://", "http:/", "mailto:", "javascript:", "a", "x.example", "é", "@",
  "%40", "%", "\\", "'", "&", "/", "?a=1", "#", ":80", " ", "\u{202E}", "(", "-", "~", "_", "*",
  ";",
]

@Test func `an address that is taken as it is is safe, and written as it is`() {
  var random = SplitMix64(state: 7)
  var plain = 0
  for _ in 0..<20_000 {
    let text = (0..<Int.random(in: 1...6, using: &random)).map { number in
      let isScheme = number == 0 && Bool.random(using: &random)
      return isScheme ? "https://" : parts.randomElement(using: &random) ?? ""
    }
    let address = Array(text.joined().utf8)
    guard address.isPlainWebAddress(0..<address.count) else { continue }
    plain += 1
    #expect(isSafeForStrangers(address), "\(text)")
    var written: [UInt8] = []
    written.writeAddress(address)
    #expect(written == address, "\(text)")
  }
  #expect(plain > 1000)
}
