/// Reads a time as an author writes it, and finds what is wrong with it.
struct WrittenTimeReader {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  init(_ text: String) {
    bytes = Array(text.utf8)
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    let first = bytes.firstIndex { !isBlank($0) } ?? bytes.count
    position = first
    end = (bytes.lastIndex { !isBlank($0) } ?? first - 1) + 1
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
    let time = try time()
    skipBlanks()
    guard position < end else { return WrittenTime(date: date, time: time) }
    return WrittenTime(date: date, time: time, offset: try offset())
  }
}

extension WrittenTimeReader {
  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func error(_ reason: WrittenTimeError.Reason, _ range: Range<Int>) -> WrittenTimeError {
    WrittenTimeError(reason: reason, range: range)
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
    guard year.range.count == 4, skip("-") else { throw error(.noDate, start..<end) }
    let month = digits()
    guard (1...2).contains(month.range.count), skip("-") else {
      throw error(.noDate, start..<end)
    }
    let day = digits()
    guard (1...2).contains(day.range.count) else { throw error(.noDate, start..<end) }
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
    var values: [Int] = []
    for (unit, limit) in [("an hour", 23), ("a minute", 59), ("a second", 59)] {
      if !values.isEmpty, !skip(":") { break }
      let (value, range) = digits()
      guard range.count == 2 else { throw error(.noTime(text(start..<end)), start..<end) }
      guard value <= limit else {
        throw error(.noSuchTime(unit: unit, value: value, limit: limit), range)
      }
      values.append(value)
    }
    guard values.count >= 2 else { throw error(.noTime(text(start..<end)), start..<end) }
    if values.count == 3, skip(".") {
      let fraction = position
      while position < end, bytes[position].isDigit { position += 1 }
      guard position > fraction else { throw error(.noTime(text(start..<end)), start..<end) }
    }
    return CivilTime(values[0], values[1], values.count == 3 ? values[2] : 0)
  }

  private mutating func offset() throws(WrittenTimeError) -> WrittenOffset {
    let range = position..<end
    let written = text(range)
    if written == "Z" || written == "z" { return .utc }
    let isWest = skip("-")
    guard isWest || skip("+") else {
      throw error(bytes[position].isLetter ? zoneFault(written) : .noOffset(written), range)
    }
    let first = digits()
    var hours = first.value
    var minutes = 0
    if first.range.count == 2, skip(":") {
      let second = digits()
      guard second.range.count == 2 else { throw error(.noOffset(written), range) }
      minutes = second.value
    } else if first.range.count == 4 {
      (hours, minutes) = first.value.quotientAndRemainder(dividingBy: 100)
    } else {
      throw error(.noOffset(written), range)
    }
    guard position == end else { throw error(.noOffset(written), range) }
    guard hours < 24, minutes < 60 else { throw error(.noSuchOffset(written), range) }
    let seconds = (hours * 60 + minutes) * 60
    return .seconds(isWest ? -seconds : seconds)
  }

  /// Letters behind a time: most often a zone's name, else half of a twelve-hour clock.
  private func zoneFault(_ written: String) -> WrittenTimeError.Reason {
    ["am", "pm", "a.m.", "p.m."].contains(written.lowercased())
      ? .noTime(written) : .zoneName(written)
  }
}
