extension [UInt8] {
  /// Appends a number in decimal digits, padded with zeros to a width; a minus takes none of it.
  ///
  /// It has a label, since without one `append(0x0A)` would mean two digits and not a line feed.
  mutating func append(decimal value: Int, width: Int = 1, padding: UInt8 = UInt8(ascii: "0")) {
    if width == 2, value >= 0, value < 100, padding == UInt8(ascii: "0") {
      return append(twoDigits: value)
    }
    if width == 4, value >= 1000, value < 10_000 {
      append(twoDigits: value / 100)
      return append(twoDigits: value % 100)
    }
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

  /// What nearly every part of a date is.
  @inline(__always)
  private mutating func append(twoDigits number: Int) {
    append(UInt8(ascii: "0") + UInt8(number / 10))
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Appends a day as `2026-03-10`; years that don't fit four digits have a sign (ISO 8601 §4.1.2.4).
  mutating func append(iso date: CivilDate) {
    if date.year > 9999 { append(UInt8(ascii: "+")) }
    append(decimal: date.year, width: 4)
    append(UInt8(ascii: "-"))
    append(decimal: date.month, width: 2)
    append(UInt8(ascii: "-"))
    append(decimal: date.day, width: 2)
  }
}

extension UInt8 {
  /// Whether it is an ASCII digit.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether it is an ASCII letter.
  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}
