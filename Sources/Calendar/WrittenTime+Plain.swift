extension WrittenTime {
  /// Reads a time that is written as programs write it, `2026-03-10T18:00:00-04:00`.
  ///
  /// Each comment has such a one. It is `nil` for every other text, which may be a time nevertheless:
  /// ``WrittenTimeReader`` knows them all, and what is wrong with one.
  init?(plain bytes: ArraySlice<UInt8>) {
    let text = bytes.span
    guard text.count == 25, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
      text[19] == UInt8(ascii: "-") || text[19] == UInt8(ascii: "+"), text[22] == UInt8(ascii: ":"),
      let date = CivilDate(
        year: text.twoDigits(at: 0) * 100 + text.twoDigits(at: 2),
        month: text.twoDigits(at: 5),
        day: text.twoDigits(at: 8)
      ),
      let time = CivilTime(
        hour: text.twoDigits(at: 11),
        minute: text.twoDigits(at: 14),
        second: text.twoDigits(at: 17)
      ),
      let offset = CivilTime(hour: text.twoDigits(at: 20), minute: text.twoDigits(at: 23))
    else { return nil }
    let seconds = offset.secondOfDay
    self.init(
      date: date,
      time: time,
      offset: .seconds(text[19] == UInt8(ascii: "-") ? -seconds : seconds)
    )
  }
}

extension Span<UInt8> {
  /// The number that two digits at a place make; without them one that nothing of a time can be.
  fileprivate func twoDigits(at place: Int) -> Int {
    let tens = self[place] &- UInt8(ascii: "0")
    let ones = self[place + 1] &- UInt8(ascii: "0")
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : 10_000
  }
}
