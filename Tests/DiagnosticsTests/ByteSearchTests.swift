import Testing

@testable import Diagnostics

/// The first byte that is neither printable ASCII nor LF, looked for one by one.
private func firstUnprintable(_ bytes: [UInt8], from start: Int) -> Int {
  bytes[start...].firstIndex { !(0x20..<0x7F).contains($0) && $0 != 0x0A } ?? bytes.count
}

@Test(arguments: UInt8.min...UInt8.max)
func `any byte at any place of a text is told to be printable or not`(byte: UInt8) {
  for place in 0..<80 {
    var bytes = [UInt8]("A \n~".utf8).flatMap { [UInt8](repeating: $0, count: 20) }
    bytes[place] = byte
    for start in [0, 1, 7, 33] {
      let found = unsafe bytes.withUnsafeBytes { unsafe $0.firstUnprintable(from: start) }
      if found != firstUnprintable(bytes, from: start) { Issue.record("\(byte) at \(place)") }
    }
  }
}
