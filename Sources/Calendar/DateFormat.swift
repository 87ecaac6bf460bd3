/// Why a pattern for dates can't be used.
public struct DateFormatError: Error, Hashable, Sendable {
  /// The directive that isn't known: `%Q`, or `%` at the pattern's end.
  public let directive: String

  /// The directive as offsets into the pattern's UTF-8.
  public let range: Range<Int>

  /// The rule that it breaks.
  public var message: String { "unknown directive `\(directive)` in a date's format" }

  /// How to mend it.
  public var help: String { "a percent sign itself is `%%`" }
}

/// A pattern for dates and times as C's `strftime` reads it, with English names.
///
/// Compiled once and used often. The directives are `%a %A %b %B %d %e %F %G %H %I %j %m %M %p %P %R
/// %s %S %T %D %u %V %w %y %Y %z %:z %Z %%`; a `-` behind the percent sign leaves out leading zeros
/// and blanks of a number.
public struct DateFormat: Hashable, Sendable {
  private enum Piece: Hashable {
    case literal([UInt8])
    case directive(UInt8, isBare: Bool)
  }

  private let pieces: [Piece]

  /// Compiles a pattern.
  public init(_ pattern: String) throws(DateFormatError) {
    let bytes = Array(pattern.utf8)
    var pieces: [Piece] = []
    var literal: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "%") else {
        literal.append(bytes[index])
        index += 1
        continue
      }
      let (letter, isBare, length) = try DateFormat.directive(bytes, at: index)
      if !literal.isEmpty { pieces.append(.literal(literal)) }
      literal = []
      pieces.append(.directive(letter, isBare: isBare))
      index += length
    }
    if !literal.isEmpty { pieces.append(.literal(literal)) }
    self.pieces = pieces
  }

  fileprivate static func directive(
    _ bytes: [UInt8],
    at start: Int
  ) throws(DateFormatError) -> (letter: UInt8, isBare: Bool, length: Int) {
    var index = start + 1
    let flag = index < bytes.count ? bytes[index] : 0
    if flag == UInt8(ascii: "-") || flag == UInt8(ascii: ":") { index += 1 }
    let letter = index < bytes.count ? bytes[index] : 0
    switch flag {
    case UInt8(ascii: "-") where contains(letter, numbers):
      return (letter, true, 3)
    case UInt8(ascii: ":") where letter == UInt8(ascii: "z"):
      return (UInt8(ascii: ":"), false, 3)
    case letter where contains(letter, letters):
      return (letter, false, 2)
    default:
      var end = min(index + 1, bytes.count)
      // The whole of a character that isn't ASCII.
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      throw DateFormatError(directive: text, range: start..<end)
    }
  }

  private static let letters = set(of: "aAbBdDeFGHIjmMpPRsSTuVwyYzZ%")
  private static let numbers = set(of: "deGHIjmMSVyY")

  /// ASCII characters as bits: templates' patterns are read at each use.
  private static func set(of characters: StaticString) -> UInt128 {
    characters.withUTF8Buffer { bytes in
      unsafe bytes.reduce(0) { $0 | 1 << UInt128($1) }
    }
  }

  private static func contains(_ character: UInt8, _ set: UInt128) -> Bool {
    character < 0x80 && set >> UInt128(character) & 1 == 1
  }

  /// Appends a time in this format.
  public func append(_ time: ZonedTime, to output: inout [UInt8]) {
    for piece in pieces {
      switch piece {
      case .literal(let bytes): output += bytes
      case .directive(let letter, let isBare):
        output.append(addingCapacity: DateFormat.length(of: time)) {
          $0.append(directive: letter, of: time, isBare: isBare)
        }
      }
    }
  }

  /// How many bytes a directive stands for at most.
  private static func length(of time: ZonedTime) -> Int {
    max(longestTime, time.type.abbreviation.utf8.count)
  }

  /// Appends a time in the format of a pattern that nobody keeps, as a template's.
  ///
  /// Compiling it first would cost more than using it once.
  public static func append(
    _ time: ZonedTime,
    as pattern: [UInt8],
    to output: inout [UInt8]
  ) throws(DateFormatError) {
    // A directive has two characters at least.
    let limit = pattern.count + pattern.count / 2 * length(of: time)
    try unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: limit) {
      (buffer) throws(DateFormatError) in
      var text = unsafe OutputSpan(buffer: buffer, initializedCount: 0)
      try text.append(time, as: pattern)
      let count = unsafe text.finalize(for: buffer)
      unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// A time in this format.
  public func text(_ time: ZonedTime) -> String {
    var bytes: [UInt8] = []
    append(time, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension OutputSpan<UInt8> {
  /// Appends a time in the format of a pattern.
  fileprivate mutating func append(
    _ time: ZonedTime,
    as pattern: [UInt8]
  ) throws(DateFormatError) {
    var index = 0
    while index < pattern.count {
      guard pattern[index] == UInt8(ascii: "%") else {
        append(pattern[index])
        index += 1
        continue
      }
      let (letter, isBare, length) = try DateFormat.directive(pattern, at: index)
      append(directive: letter, of: time, isBare: isBare)
      index += length
    }
  }

  /// Appends text.
  private mutating func append(_ text: String) {
    let bytes = text.utf8Span.span
    for index in bytes.indices { append(bytes[index]) }
  }

  /// Appends what a directive stands for, at most ``longestTime`` bytes or the zone's abbreviation; `isBare`
  /// leaves out padding.
  fileprivate mutating func append(directive: UInt8, of time: ZonedTime, isBare: Bool) {
    let date = time.local.date
    let clock = time.local.time
    let two = isBare ? 1 : 2
    switch directive {
    case UInt8(ascii: "a"): append(threeLetters: "MonTueWedThuFriSatSun", date.weekday.rawValue - 1)
    case UInt8(ascii: "A"): append(EnglishNames.weekday(date.weekday))
    case UInt8(ascii: "b"):
      append(threeLetters: "JanFebMarAprMayJunJulAugSepOctNovDec", date.month - 1)
    case UInt8(ascii: "B"): append(EnglishNames.month(date.month))
    case UInt8(ascii: "d"): append(decimal: date.day, width: two)
    case UInt8(ascii: "D"):
      append(decimal: date.month, width: 2)
      append(UInt8(ascii: "/"))
      append(decimal: date.day, width: 2)
      append(UInt8(ascii: "/"))
      append(decimal: date.year.dividedFloor(by: 100).remainder, width: 2)
    case UInt8(ascii: "e"): append(decimal: date.day, width: two, padding: UInt8(ascii: " "))
    case UInt8(ascii: "F"): append(iso: date)
    case UInt8(ascii: "G"): append(decimal: date.isoWeek.year, width: isBare ? 1 : 4)
    case UInt8(ascii: "H"): append(decimal: clock.hour, width: two)
    case UInt8(ascii: "I"): append(decimal: (clock.hour + 11) % 12 + 1, width: two)
    case UInt8(ascii: "j"): append(decimal: date.dayOfYear, width: isBare ? 1 : 3)
    case UInt8(ascii: "m"): append(decimal: date.month, width: two)
    case UInt8(ascii: "M"): append(decimal: clock.minute, width: two)
    case UInt8(ascii: "p"): append(clock.hour < 12 ? "AM" : "PM")
    case UInt8(ascii: "P"): append(clock.hour < 12 ? "am" : "pm")
    case UInt8(ascii: "R"):
      append(decimal: clock.hour, width: 2)
      append(UInt8(ascii: ":"))
      append(decimal: clock.minute, width: 2)
    case UInt8(ascii: "s"): append(decimal: Int(time.instant.seconds))
    case UInt8(ascii: "S"): append(decimal: clock.second, width: two)
    case UInt8(ascii: "T"): append(clock: clock)
    case UInt8(ascii: "u"): append(decimal: date.weekday.rawValue)
    case UInt8(ascii: "V"): append(decimal: date.isoWeek.week, width: two)
    case UInt8(ascii: "w"): append(decimal: date.weekday.rawValue % 7)
    case UInt8(ascii: "y"): append(decimal: date.year.dividedFloor(by: 100).remainder, width: two)
    case UInt8(ascii: "Y"): append(decimal: date.year, width: isBare ? 1 : 4)
    case UInt8(ascii: "z"): append(offset: time.type.offset, colon: false)
    case UInt8(ascii: ":"): append(offset: time.type.offset, colon: true)
    case UInt8(ascii: "Z"): append(time.type.abbreviation)
    case UInt8(ascii: "%"): append(UInt8(ascii: "%"))
    default: preconditionFailure("a pattern's directives are known when it is compiled")
    }
  }
}
