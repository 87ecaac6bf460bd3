internal import Calendar

/// The name of an occurrence elsewhere: `swift-night/2026-03-10`, with a time as in its address or as
/// an author writes one.
struct OccurrenceName {
  /// The name of the series.
  let series: String
  /// The occurrence's original start.
  let time: WrittenTime

  /// Reads a name, or gives `nil` for one that is no occurrence's.
  init?(_ name: String) {
    guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    series = String(name[..<slash])
    let text = String(name[slash...].dropFirst())
    guard let time = OccurrenceName.time(text) else { return nil }
    self.time = time
  }

  private static func time(_ text: String) -> WrittenTime? {
    var bytes = Array(text.utf8)
    // An address has no colons: `2026-03-10T1500`, or `…T150030`.
    let isAddress = bytes.count == 15 || bytes.count == 17
    if isAddress, bytes[10] == UInt8(ascii: "T"), bytes[11...].allSatisfy(\.isDigit) {
      if bytes.count == 17 { bytes.insert(UInt8(ascii: ":"), at: 15) }
      bytes.insert(UInt8(ascii: ":"), at: 13)
    }
    do throws(WrittenTimeError) {
      return try WrittenTime(String(decoding: bytes, as: UTF8.self))
    } catch {
      // A name that is no time is another name, of which the reader says that nothing has it.
      return nil
    }
  }
}
