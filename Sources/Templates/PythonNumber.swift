/// A floating-point number as Python prints it: shortest digits, an exponent below 1e-4 and from 1e16.
func pythonDescription(of number: Double) -> String {
  if number.isNaN { return "nan" }
  if number.isInfinite { return number < 0 ? "-inf" : "inf" }
  let sign = number.sign == .minus ? "-" : ""
  if number == 0 { return sign + "0.0" }
  // Where both write no exponent, Swift writes what Python does.
  if (1e-4..<1e15).contains(number.magnitude) { return number.description }
  let (digits, exponent) = shortestDigits(of: number.magnitude)
  if exponent < -4 || exponent >= 16 {
    let fraction = digits.dropFirst()
    let mantissa = String(digits.prefix(1)) + (fraction.isEmpty ? "" : "." + fraction)
    let size = String(exponent.magnitude)
    let padded = size.count < 2 ? "0" + size : size
    return sign + mantissa + "e" + (exponent < 0 ? "-" : "+") + padded
  }
  if exponent < 0 {
    return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
  }
  let whole = digits.prefix(exponent + 1)
  let padding = String(repeating: "0", count: exponent + 1 - whole.count)
  let fraction = digits.dropFirst(exponent + 1)
  return sign + whole + padding + "." + (fraction.isEmpty ? "0" : fraction)
}

/// The shortest digits that read back as the number, and the exponent of the first of them.
private func shortestDigits(of number: Double) -> (digits: String, exponent: Int) {
  let parts = number.description.split(separator: "e")
  let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
  let whole = String(mantissa[0])
  let fraction = mantissa.count > 1 ? String(mantissa[1]) : ""
  let scale = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
  let all = whole + fraction
  let leading = all.prefix { $0 == "0" }.count
  var digits = String(all.dropFirst(leading))
  while digits.count > 1, digits.hasSuffix("0") { digits.removeLast() }
  return (digits, scale + whole.count - 1 - leading)
}

/// A text as Python's `float()` reads it; `nil` when it isn't a number.
func pythonFloat(_ text: [UInt8]) -> Double? {
  guard let trimmed = withoutUnderscores(trimmedNumber(text)) else { return nil }
  let lower = trimmed.lowercased()
  let bare = lower.hasPrefix("-") || lower.hasPrefix("+") ? String(lower.dropFirst()) : lower
  let isNegative = lower.hasPrefix("-")
  switch bare {
  case "inf", "infinity": return isNegative ? -.infinity : .infinity
  case "nan": return .nan
  default: break
  }
  guard let first = bare.utf8.first, (0x30...0x39).contains(first) || first == 0x2E else {
    return nil
  }
  guard
    bare.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2E, 0x65, 0x2B, 0x2D].contains($0) })
  else { return nil }
  var canonical = bare.hasPrefix(".") ? "0" + bare : bare
  if canonical == "0." && bare == "." { return nil }
  if canonical.hasSuffix(".") { canonical += "0" }
  if let point = canonical.firstIndex(of: "."), canonical[point...].hasPrefix(".e") {
    canonical.insert("0", at: canonical.index(after: point))
  }
  guard let number = Double(canonical) else { return nil }
  return isNegative ? -number : number
}

/// A text as Python's `int(text, base)` reads it; `nil` when it isn't a number of that base.
func pythonInteger(_ text: [UInt8], base: Int) -> Value? {
  var digits = trimmedNumber(text)
  var isNegative = false
  if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
    isNegative = sign == UInt8(ascii: "-")
    digits.removeFirst()
  }
  var base = base
  if let prefix = basePrefix(digits), base == 0 || base == prefix {
    digits.removeFirst(2)
    base = prefix
    if digits.first == UInt8(ascii: "_") { digits.removeFirst() }
  } else if base == 0 {
    base = 10
    if digits.first == UInt8(ascii: "0"), digits.contains(where: { $0 != 0x30 && $0 != 0x5F }) {
      return nil
    }
  }
  guard let plain = withoutUnderscores(digits), (2...36).contains(base),
    plain.utf8.first.map({ $0 != 0x2B && $0 != 0x2D }) == true,
    let magnitude = Int128(plain, radix: base)
  else { return nil }
  return Value(integer: isNegative ? -magnitude : magnitude)
}

private func basePrefix(_ digits: [UInt8]) -> Int? {
  guard digits.count > 2, digits[0] == UInt8(ascii: "0") else { return nil }
  switch digits[1] | 0x20 {
  case UInt8(ascii: "x"): return 16
  case UInt8(ascii: "o"): return 8
  case UInt8(ascii: "b"): return 2
  default: return nil
  }
}

private func trimmedNumber(_ text: [UInt8]) -> [UInt8] {
  var scalars = UTF8Text.scalars(text)[...]
  while let first = scalars.first, first.isPythonSpace { scalars.removeFirst() }
  while let last = scalars.last, last.isPythonSpace { scalars.removeLast() }
  // Python reads the decimal digits of every script.
  return UTF8Text.text(
    scalars.map { scalar in
      guard scalar.value >= 0x80,
        let digit = scalar.properties.numericType == .decimal
          ? scalar.properties.numericValue : nil
      else { return scalar }
      return Unicode.Scalar(UInt8(0x30 + Int(digit)))
    }
  )
}

/// A number without the underscores that Python allows between digits; `nil` when one stands elsewhere.
private func withoutUnderscores(_ text: [UInt8]) -> String? {
  var plain: [UInt8] = []
  for (index, byte) in text.enumerated() {
    guard byte == UInt8(ascii: "_") else {
      plain.append(byte)
      continue
    }
    let isBetween =
      index > 0 && index + 1 < text.count && isAlphanumeric(text[index - 1])
      && isAlphanumeric(text[index + 1])
    if !isBetween { return nil }
  }
  return plain.isEmpty ? nil : String(decoding: plain, as: UTF8.self)
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
}

extension Value {
  /// A whole number in the smallest form that holds it.
  init(integer: Int128) {
    if let small = Int(exactly: integer) {
      self = .int(small)
    } else {
      self = .wide(WideInteger(integer))
    }
  }
}
