/// How many bytes each of the functions here appends at most: a year may have twenty digits.
let longestTime = 64

extension OutputSpan<UInt8> {
  /// Appends a number in decimal digits, padded with zeros to a width; a minus takes none of it.
  ///
  /// It has a label, since without one `append(0x0A)` would mean two digits and not a line feed.
  mutating func append(decimal value: Int, width: Int = 1, padding: UInt8 = UInt8(ascii: "0")) {
    // As nearly all are: the years, the days and the hours of this age.
    if value >= 0, value < 100 {
      let digits = value < 10 ? 1 : 2
      for _ in digits..<Swift.max(digits, width) { append(padding) }
      if digits == 2 { return append(twoDigits: value) }
      return append(UInt8(ascii: "0") + UInt8(value))
    }
    if value >= 1000, value < 10_000, width <= 4 { return append(year: value) }
    if value < 0 { append(UInt8(ascii: "-")) }
    let number = value.magnitude
    var scale: UInt = 1
    var digits = 1
    while number / scale >= 10 {
      scale *= 10
      digits += 1
    }
    for _ in 0..<Swift.max(0, width - digits) { append(padding) }
    while scale > 0 {
      append(UInt8(ascii: "0") + UInt8(number / scale % 10))
      scale /= 10
    }
  }

  /// Appends a year in at least four digits.
  mutating func append(year: Int) {
    guard year >= 1000, year < 10_000 else { return append(decimal: year, width: 4) }
    append(twoDigits: year / 100)
    append(twoDigits: year % 100)
  }

  /// Appends a number of 0 to 99, as nearly every part of a date is.
  @inline(__always)
  mutating func append(twoDigits number: Int) {
    let number = UInt8(truncatingIfNeeded: number)
    append(UInt8(ascii: "0") &+ number / 10)
    append(UInt8(ascii: "0") &+ number % 10)
  }

  /// Appends a day as `2026-03-10`; years that don't fit four digits have a sign (ISO 8601 §4.1.2.4).
  mutating func append(iso date: CivilDate) {
    if date.year > 9999 { append(UInt8(ascii: "+")) }
    append(year: date.year)
    append(UInt8(ascii: "-"))
    append(twoDigits: date.month)
    append(UInt8(ascii: "-"))
    append(twoDigits: date.day)
  }

  /// Appends a time of day as `08:12:00`.
  mutating func append(clock time: CivilTime) {
    append(twoDigits: time.hour)
    append(UInt8(ascii: ":"))
    append(twoDigits: time.minute)
    append(UInt8(ascii: ":"))
    append(twoDigits: time.second)
  }

  /// Appends an offset as `-04:00` or `-0400`, with seconds when it has some.
  mutating func append(offset: Int, colon: Bool) {
    append(offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    let size = Int(offset.magnitude)
    if size < 360_000 { append(twoDigits: size / 3600) } else { append(decimal: size / 3600) }
    if colon { append(UInt8(ascii: ":")) }
    append(twoDigits: size / 60 % 60)
    guard size % 60 != 0 else { return }
    if colon { append(UInt8(ascii: ":")) }
    append(twoDigits: size % 60)
  }

  /// Appends the beginning of a name in a list of names that are cut to three letters.
  mutating func append(threeLetters names: StaticString, _ index: Int) {
    names.withUTF8Buffer { names in
      for offset in index * 3..<index * 3 + 3 { unsafe append(names[offset]) }
    }
  }
}

extension [UInt8] {
  /// Appends a number in decimal digits, padded with zeros to a width; a minus takes none of it.
  mutating func append(decimal value: Int, width: Int = 1, padding: UInt8 = UInt8(ascii: "0")) {
    append(addingCapacity: longestTime) {
      $0.append(decimal: value, width: width, padding: padding)
    }
  }

  /// Appends a day as `2026-03-10`; years that don't fit four digits have a sign (ISO 8601 §4.1.2.4).
  public mutating func append(iso date: CivilDate) {
    append(addingCapacity: longestTime) { $0.append(iso: date) }
  }

  /// Appends a time of day as `08:12:00`.
  mutating func append(clock time: CivilTime) {
    append(addingCapacity: longestTime) { $0.append(clock: time) }
  }

  /// Appends an offset as `-04:00` or `-0400`, with seconds when it has some.
  mutating func append(offset: Int, colon: Bool) {
    append(addingCapacity: longestTime) { $0.append(offset: offset, colon: colon) }
  }
}

extension UInt8 {
  /// Whether it is an ASCII digit.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether it is an ASCII letter.
  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}
