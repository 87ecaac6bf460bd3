/// Reads a time as an author writes it, and finds what is wrong with it.
struct WrittenTimeReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private let end: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
    var end = bytes.endIndex
    while position < end, bytes[position].isBlank { position += 1 }
    while position < end, bytes[end - 1].isBlank { end -= 1 }
    self.end = end
  }

  mutating func read() throws(WrittenTimeError) -> WrittenTime {
    let date = try date()
    guard position < end else { return WrittenTime(date: date) }
    let separator = bytes[position]
    guard separator == UInt8(ascii: " ") || separator | 0x20 == UInt8(ascii: "t") else {
      throw error(.noTime(text(position..<end)), position..<end)
    }
    position += 1
    skipBlanks()
    let start = position
    let time = try time()
    skipBlanks()
    guard position < end else { return WrittenTime(date: date, time: time) }
    return WrittenTime(date: date, time: time, offset: try offset(behind: start))
  }
}

extension WrittenTimeReader {
  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func error(_ reason: WrittenTimeError.Reason, _ range: Range<Int>) -> WrittenTimeError {
    let origin = bytes.startIndex
    return WrittenTimeError(
      reason: reason,
      range: range.lowerBound - origin..<range.upperBound - origin
    )
  }

  private mutating func skipBlanks() {
    while position < end, bytes[position] == UInt8(ascii: " ") { position += 1 }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < end, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// The digits that stand here, at most nine of them: no longer number means anything in a time.
  private mutating func digits() -> (value: Int, range: Range<Int>) {
    let start = position
    var value = 0
    while position < end, position - start < 9, bytes[position].isDigit {
      value = value * 10 + Int(bytes[position] - UInt8(ascii: "0"))
      position += 1
    }
    return (value, start..<position)
  }

  private mutating func date() throws(WrittenTimeError) -> CivilDate {
    let start = position
    let year = digits()
    if (1...2).contains(year.range.count), position < end, bytes[position] == UInt8(ascii: ":") {
      throw error(.timeAlone(text(start..<end)), start..<end)
    }
    guard year.range.count == 4, skip("-") else {
      throw error(.noDate(text(start..<end)), start..<end)
    }
    let month = digits()
    guard (1...2).contains(month.range.count), skip("-") else {
      throw error(.noDate(text(start..<end)), start..<end)
    }
    let day = digits()
    guard (1...2).contains(day.range.count) else {
      throw error(.noDate(text(start..<end)), start..<end)
    }
    guard month.range.count == 2, day.range.count == 2 else {
      var padded: [UInt8] = []
      padded.append(decimal: year.value, width: 4)
      for part in [month.value, day.value] {
        padded.append(UInt8(ascii: "-"))
        padded.append(decimal: part, width: 2)
      }
      let text = String(decoding: padded, as: UTF8.self)
      throw error(.oneDigit(padded: text), start..<position)
    }
    guard year.value > 0 else { throw error(.noSuchYear, year.range) }
    guard (1...12).contains(month.value) else {
      throw error(.noSuchMonth(month.value), month.range)
    }
    guard let date = CivilDate(year: year.value, month: month.value, day: day.value) else {
      throw error(.noSuchDay(year: year.value, month: month.value), day.range)
    }
    return date
  }

  private mutating func time() throws(WrittenTimeError) -> CivilTime {
    let start = position
    let hour = try timePart("an hour", upTo: 23, of: start)
    guard skip(":") else { throw noTime(from: start) }
    let minute = try timePart("a minute", upTo: 59, of: start)
    guard skip(":") else { return CivilTime(hour, minute, 0) }
    let second = try timePart("a second", upTo: 59, of: start)
    if skip(".") {
      let fraction = position
      while position < end, bytes[position].isDigit { position += 1 }
      guard position > fraction else { throw noTime(from: start) }
    }
    return CivilTime(hour, minute, second)
  }

  /// Two digits of the time of day that begins at `start`.
  private mutating func timePart(
    _ unit: String,
    upTo limit: Int,
    of start: Int
  ) throws(WrittenTimeError) -> Int {
    let (value, range) = digits()
    guard range.count == 2 else { throw noTime(from: start) }
    guard value <= limit else {
      throw error(.noSuchTime(unit: unit, value: value, limit: limit), range)
    }
    return value
  }

  private func noTime(from start: Int) -> WrittenTimeError {
    error(.noTime(text(start..<end)), start..<end)
  }

  /// Reads what stands behind the time of day that begins at `time`.
  private mutating func offset(behind time: Int) throws(WrittenTimeError) -> WrittenOffset {
    let start = position
    if end - start == 1, bytes[start] | 0x20 == UInt8(ascii: "z") { return .utc }
    let isWest = skip("-")
    guard isWest || skip("+") else {
      let written = text(start..<end)
      // Letters are most often a zone's name, else half of a twelve-hour clock.
      if ["am", "pm", "a.m.", "p.m."].contains(written.lowercased()) { throw noTime(from: time) }
      throw error(bytes[start].isLetter ? .zoneName(written) : .noOffset(written), start..<end)
    }
    let (hours, minutes) = try hoursAndMinutes(from: start)
    guard hours < 24, minutes < 60 else {
      throw error(.noSuchOffset(text(start..<end)), start..<end)
    }
    let seconds = (hours * 60 + minutes) * 60
    return .seconds(isWest ? -seconds : seconds)
  }

  /// What stands behind the sign of an offset that begins at `start`.
  private mutating func hoursAndMinutes(
    from start: Int
  ) throws(WrittenTimeError) -> (hours: Int, minutes: Int) {
    let first = digits()
    var parts = first.value.quotientAndRemainder(dividingBy: 100)
    var isOffset = first.range.count == 4
    if first.range.count == 2, skip(":") {
      let second = digits()
      parts = (first.value, second.value)
      isOffset = second.range.count == 2
    }
    guard isOffset, position == end else {
      throw error(.noOffset(text(start..<end)), start..<end)
    }
    return (parts.quotient, parts.remainder)
  }
}

extension UInt8 {
  /// Whether it is a space, a tab or part of a line's ending.
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
