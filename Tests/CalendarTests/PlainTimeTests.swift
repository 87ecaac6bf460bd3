import Testing

@testable import Calendar

/// What the reader of all times makes of a text.
private func ordinary(_ bytes: [UInt8]) -> WrittenTime? {
  do {
    var reader = WrittenTimeReader(bytes[...])
    return try reader.read()
  } catch {
    return nil
  }
}

@Test(arguments: [
  "2026-03-10T18:00:00-04:00", "2024-02-29T23:59:59+23:59", "0001-01-01T00:00:00-00:00",
])
func `a time as programs write it is read at once`(text: String) {
  let bytes = Array(text.utf8)
  #expect(WrittenTime(plain: bytes[...]) == ordinary(bytes))
  #expect(WrittenTime(plain: (Array(text.utf8) + [0])[..<25]) == ordinary(bytes))
}

@Test func `a time with any byte changed is read as any other, or left to that`() {
  let text = Array("2024-02-29T23:59:59+13:45".utf8)
  var plain = 0
  for place in text.indices {
    for byte in UInt8.min...UInt8.max {
      var bytes = text
      bytes[place] = byte
      guard let time = WrittenTime(plain: bytes[...]) else { continue }
      plain += 1
      if time != ordinary(bytes) { Issue.record("\(String(decoding: bytes, as: UTF8.self))") }
    }
  }
  #expect(plain > 50)
  #expect(WrittenTime(plain: text.dropLast()) == nil)
}
