import Testing

@testable import Calendar

/// Writes TZif files, right ones and wrong ones.
private struct ZoneFileBuilder {
  var times: [Int64] = [0]
  var indexes: [UInt8] = [1]
  var types: [(offset: Int32, isDaylight: UInt8, name: UInt8)] = [(0, 0, 0), (3600, 1, 4)]
  var names = Array("STD\0DST\0".utf8)
  var leaps = 0
  var footer = "\nSTD0DST,M3.5.0,M10.5.0\n"

  var bytes: [UInt8] { block(size: 4, version: 0x34) + block(size: 8, version: 0x34) + footer.utf8 }

  func block(size: Int, version: UInt8) -> [UInt8] {
    var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
    for count in [0, 0, leaps, times.count, types.count, names.count] {
      bytes += bigEndian(Int64(count), 4)
    }
    bytes += times.flatMap { bigEndian($0, size) } + indexes
    bytes += types.flatMap { bigEndian(Int64($0.offset), 4) + [$0.isDaylight, $0.name] }
    return bytes + names + [UInt8](repeating: 0, count: leaps * (size + 4))
  }

  private func bigEndian(_ value: Int64, _ size: Int) -> [UInt8] {
    (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> Int64($0 * 8)) }
  }
}

private func malformation(_ bytes: [UInt8]) -> TZif.Malformation? {
  do {
    _ = try TZif.zone(identifier: "X", bytes: bytes)
    return nil
  } catch {
    return error
  }
}

@Test func `a file of the first version has no rule`() throws {
  let bytes = ZoneFileBuilder().block(size: 4, version: 0)
  let zone = try TZif.zone(identifier: "X", bytes: bytes)
  #expect(zone.localTimeType(at: Instant(seconds: -1)).abbreviation == "STD")
  #expect(zone.localTimeType(at: Instant(seconds: .max)).abbreviation == "DST")
}

@Test func `a file that breaks its format says how`() {
  var builder = ZoneFileBuilder()
  #expect(malformation(builder.bytes) == nil)
  #expect(malformation([]) == .notTZif)
  #expect(malformation(Array("GIF89a".utf8)) == .notTZif)
  builder.indexes = [2]
  #expect(malformation(builder.bytes) == .badIndex)
  builder = ZoneFileBuilder(times: [5, 5], indexes: [0, 1])
  #expect(malformation(builder.bytes) == .unordered)
  builder = ZoneFileBuilder(types: [(100_000, 0, 0), (0, 0, 0)])
  #expect(malformation(builder.bytes) == .badOffset)
  builder = ZoneFileBuilder(types: [(.min, 0, 0), (0, 0, 0)])
  #expect(malformation(builder.bytes) == .badOffset)
  builder = ZoneFileBuilder(types: [(0, 0, 200), (0, 0, 0)])
  #expect(malformation(builder.bytes) == .badIndex)
  builder = ZoneFileBuilder(types: [])
  #expect(malformation(builder.bytes) == .badCounts)
  builder = ZoneFileBuilder(leaps: 1)
  #expect(malformation(builder.bytes) == .leapSeconds)
  builder = ZoneFileBuilder(footer: "\nnonsense\n")
  #expect(malformation(builder.bytes) == .badRule)
  builder = ZoneFileBuilder(footer: "\nSTD0")
  #expect(malformation(builder.bytes) == .truncated)
}

@Test func `no cut and no flipped byte crashes`() {
  let whole = ZoneFileBuilder().bytes
  for length in whole.indices {
    #expect(malformation(Array(whole[..<length])) != nil)
  }
  for index in whole.indices {
    for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
      var bytes = whole
      bytes[index] = value
      guard let zone = try? TZif.zone(identifier: "X", bytes: bytes) else { continue }
      for seconds: Int64 in [.min, -1, 0, 1 << 40, .max] {
        _ = zone.resolve(zone.civil(Instant(seconds: seconds)))
        _ = zone.nextTransition(after: Instant(seconds: seconds))
      }
    }
  }
}

@Test(arguments: [
  "", "EST", "E5", "EST25", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M13.1.0,M11.1.0",
  "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,J0,J1", "EST5EDT,366,1", "EST5EDT,1,2,3", "<E5>5",
  "<+05-5", "EST5:60", "EST5EDT,1/168,2", "EST99999999999999999999",
])
func `a rule that isn't POSIX is refused`(text: String) {
  #expect(PosixZoneRule(Array(text.utf8)[...]) == nil)
}

@Test(arguments: [
  // Daylight time over the new year, as south of the equator.
  ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-01-15 00:00", "AEDT"),
  ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-06-15 00:00", "AEST"),
  // Daylight time all the year (RFC 8536 §3.3.1's example).
  ("XXX3EDT4,0/0,J365/23", "2026-01-01 00:00", "EDT"),
  ("XXX3EDT4,0/0,J365/23", "2027-12-31 23:59", "EDT"),
  // A change on the day before, by a time above 24 hours and one below 0.
  ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29 00:59", "-02"),
  ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29 01:00", "-01"),
  ("IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-26 23:59", "IST"),
  ("IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-27 00:00", "IDT"),
  // Days counted without and with the leap day.
  ("STD0DST,J60/0,J300/0", "2024-02-29 23:59", "STD"),
  ("STD0DST,J60/0,J300/0", "2024-03-01 00:00", "DST"),
  ("STD0DST,59/0,300/0", "2024-02-29 00:00", "DST"),
  // Ireland's winter time is the daylight saving one, an hour less than standard.
  ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-12-01 00:00", "GMT"),
])
func `a rule says what clocks show`(rule: String, utc: String, expected: String) throws {
  let rule = try #require(PosixZoneRule(Array(rule.utf8)[...]))
  let instant = try WrittenTime(utc).instant(in: .utc)
  #expect(rule.localTimeType(at: instant).abbreviation == expected)
}
