/// Reads a compiled zone file (RFC 8536, versions 1 to 4).
struct TZif {
  /// Why a file isn't a zone's.
  enum Malformation: String, Error, Sendable {
    case notTZif = "isn't a TZif file"
    case truncated = "ends in the middle of its data"
    case badCounts = "has no local time or no names"
    case badIndex = "points outside its tables"
    case badOffset = "has an offset of more than a day"
    case unordered = "has changes that aren't in the order of time"
    case leapSeconds = "counts leap seconds, which Unix time doesn't"
    case badRule = "ends with a rule that isn't POSIX"
  }

  /// RFC 8536 §3.2: offsets lie between -25 and 26 hours.
  static let offsetLimit = 26 * 3600

  private let bytes: [UInt8]
  private var position = 0

  /// Reads a zone; whatever the bytes, it returns or throws.
  static func zone(identifier: String, bytes: [UInt8]) throws(Malformation) -> Zone {
    var file = TZif(bytes: bytes)
    var header = try file.header()
    guard header.version >= 2 else {
      return try file.block(header, timeSize: 4, identifier: identifier)
    }
    // The first block is there for readers of 1970's 32 bits; the second one says all.
    try file.skip(header.size(timeSize: 4))
    header = try file.header()
    return try file.block(header, timeSize: 8, identifier: identifier)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }
}

extension TZif {
  private struct Header {
    let version: Int
    let utCount: Int
    let standardCount: Int
    let leapCount: Int
    let timeCount: Int
    let typeCount: Int
    let nameSize: Int

    /// How many bytes of data follow the header.
    func size(timeSize: Int) -> Int {
      timeCount * (timeSize + 1) + typeCount * 6 + nameSize + leapCount * (timeSize + 4)
        + standardCount + utCount
    }
  }

  private mutating func header() throws(Malformation) -> Header {
    let magic = Array("TZif".utf8)
    guard bytes.count - position >= 44 else {
      throw bytes[position...].starts(with: magic) ? .truncated : .notTZif
    }
    guard bytes[position...].starts(with: magic) else { throw .notTZif }
    // An ASCII digit, or NUL for version 1.
    let version = bytes[position + 4] == 0 ? 1 : Int(bytes[position + 4]) - 0x30
    position += 20
    return Header(
      version: version,
      utCount: Int(integer(4)),
      standardCount: Int(integer(4)),
      leapCount: Int(integer(4)),
      timeCount: Int(integer(4)),
      typeCount: Int(integer(4)),
      nameSize: Int(integer(4))
    )
  }

  /// An unsigned big-endian number whose bytes are known to be there.
  private mutating func integer(_ size: Int) -> UInt64 {
    defer { position += size }
    return bytes[position..<position + size].reduce(0) { $0 << 8 | UInt64($1) }
  }

  private mutating func time(_ size: Int) -> Int64 {
    let value = integer(size)
    return size == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
  }

  private mutating func skip(_ count: Int) throws(Malformation) {
    guard count <= bytes.count - position else { throw .truncated }
    position += count
  }

  private mutating func block(
    _ header: Header,
    timeSize: Int,
    identifier: String
  ) throws(Malformation) -> Zone {
    guard header.size(timeSize: timeSize) <= bytes.count - position else { throw .truncated }
    guard header.leapCount == 0 else { throw .leapSeconds }
    guard (1...256).contains(header.typeCount), header.nameSize > 0 else { throw .badCounts }
    let times = (0..<header.timeCount).map { _ in time(timeSize) }
    for (earlier, later) in zip(times, times.dropFirst()) where earlier >= later {
      throw .unordered
    }
    let indexes = (0..<header.timeCount).map { _ in Int(integer(1)) }
    let types = try types(header)
    guard indexes.allSatisfy({ $0 < types.count }) else { throw .badIndex }
    try skip(header.standardCount + header.utCount)
    return Zone(
      identifier: identifier,
      initial: types[0],
      transitions: zip(times, indexes).map { ($0, types[$1]) },
      rule: timeSize == 8 ? try footer() : nil
    )
  }

  private mutating func types(_ header: Header) throws(Malformation) -> [LocalTimeType] {
    let records = (0..<header.typeCount).map { _ in
      (offset: Int(time(4)), isDaylight: integer(1) != 0, name: Int(integer(1)))
    }
    let names = bytes[position..<position + header.nameSize]
    position += header.nameSize
    var types: [LocalTimeType] = []
    for record in records {
      guard abs(record.offset) <= TZif.offsetLimit else { throw .badOffset }
      guard record.name < names.count else { throw .badIndex }
      let name = names.dropFirst(record.name).prefix { $0 != 0 }
      types.append(
        LocalTimeType(
          offset: record.offset,
          abbreviation: String(decoding: name, as: UTF8.self),
          isDaylight: record.isDaylight
        )
      )
    }
    return types
  }

  /// The rule between two line feeds; empty means that none is known.
  private mutating func footer() throws(Malformation) -> PosixZoneRule? {
    guard position < bytes.count else { throw .truncated }
    guard bytes[position] == 0x0A else { throw .badRule }
    let line = bytes[(position + 1)...].prefix { $0 != 0x0A }
    guard line.endIndex < bytes.count else { throw .truncated }
    guard !line.isEmpty else { return nil }
    guard let rule = PosixZoneRule(line) else { throw .badRule }
    return rule
  }
}
