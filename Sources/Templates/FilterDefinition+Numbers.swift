extension FilterDefinition {
  /// The filters that make numbers.
  static let numberFilters: [FilterDefinition] = [
    FilterDefinition("abs") { (_, value, _) throws(TemplateFault) in
      if case .double(let number) = value { return .double(number.magnitude) }
      guard let number = value.integer else {
        // Python asks what isn't defined for no number here: Jinja's error is a `TypeError` too.
        if case .undefined(let undefined) = value {
          throw TemplateFault("`abs` takes a number: \(undefined.message)")
        }
        throw TemplateFault("`abs` takes a number, not \(value.article)")
      }
      return try Value(integer: number).signed(negative: number < 0)
    },
    FilterDefinition(
      "int",
      [Parameter("default", default: .int(0)), Parameter("base", default: .int(10))]
    ) { (_, value, arguments) throws(TemplateFault) in
      try wholeNumber(value, arguments[0], base: arguments[1].argument("base"))
    },
    FilterDefinition("float", [Parameter("default", default: .double(0))]) {
      (_, value, arguments) throws(TemplateFault) in
      if case .undefined(let undefined) = value { throw TemplateFault(undefined) }
      if let number = value.floating { return .double(number) }
      guard let text = value.textBytes, let number = pythonFloat(text) else { return arguments[0] }
      return .double(number)
    },
    FilterDefinition(
      "round",
      [Parameter("precision", default: .int(0)), Parameter("method", default: Value("common"))]
    ) { (_, value, arguments) throws(TemplateFault) in
      if case .undefined(let undefined) = arguments[1] { throw TemplateFault(undefined) }
      let method = arguments[1].textBytes.map { String(decoding: $0, as: UTF8.self) }
      guard let method = method.flatMap(RoundingMethod.init) else {
        throw TemplateFault("`method` is `common`, `ceil` or `floor`")
      }
      return try method.round(value, precision: arguments[0].argument("precision"))
    },
    FilterDefinition("filesizeformat", [Parameter("binary", default: .bool(false))]) {
      (_, value, arguments) throws(TemplateFault) in
      if case .undefined(let undefined) = value { throw TemplateFault(undefined) }
      guard let bytes = value.floating ?? value.textBytes.flatMap(pythonFloat) else {
        throw TemplateFault("`filesizeformat` takes a number, not \(value.article)")
      }
      return Value(try fileSize(bytes, isBinary: arguments[0].isTrue))
    },
    FilterDefinition(
      "sum",
      [Parameter("attribute", default: .none), Parameter("start", default: .int(0))]
    ) { (renderer, value, arguments) throws(TemplateFault) in
      let path = try AttributePath(arguments[0])
      if arguments[1].textBytes != nil { throw TemplateFault("`sum` adds numbers, not text") }
      var total = arguments[1]
      for item in try renderer.collect(value, "can't be summed up") {
        total = try Arithmetic.add.apply(total, try renderer.value(at: path, of: item, nil))
      }
      return total
    },
  ]
}

private func wholeNumber(
  _ value: Value,
  _ otherwise: Value,
  base: Int
) throws(TemplateFault) -> Value {
  switch value {
  case .undefined(let undefined): throw TemplateFault(undefined)
  case .double(let number):
    if number.isNaN { return otherwise }
    return try wholeNumber(number)
  case .string(let text), .markup(let text):
    if let number = pythonInteger(text, base: base) { return number }
    guard let number = pythonFloat(text), number.isFinite else { return otherwise }
    return try wholeNumber(number)
  default: return value.integer.map { Value(integer: $0) } ?? otherwise
  }
}

private func wholeNumber(_ number: Double) throws(TemplateFault) -> Value {
  guard let whole = Int128(exactly: number.rounded(.towardZero)) else {
    throw TemplateFault(
      "`int` can't hold \(pythonDescription(of: number)): whole numbers have 128 bits here"
    )
  }
  return Value(integer: whole)
}

/// The ways of `round`.
private enum RoundingMethod: String {
  case common
  case ceil
  case floor

  func round(_ value: Value, precision: Int) throws(TemplateFault) -> Value {
    if case .undefined(let undefined) = value, self != .common { throw TemplateFault(undefined) }
    guard let number = value.floating else {
      throw TemplateFault("`round` takes a number, not \(value.article)")
    }
    if self == .common {
      if let whole = value.integer { return Value(integer: roundedWhole(whole, precision)) }
      return .double(roundedDecimally(number, precision))
    }
    let scale = try Arithmetic.power.apply(.int(10), .int(precision))
    guard let factor = scale.floating else { preconditionFailure("a power is a number") }
    guard factor != 0 else { throw TemplateFault("division by zero") }
    let scaled = number * factor
    guard scaled.isFinite else { throw TemplateFault("`round` can't round \(value.quoted)") }
    // Python's `ceil` and `floor` give whole numbers, which have no negative zero.
    return .double((scaled.rounded(self == .ceil ? .up : .down) + 0.0) / factor)
  }
}

private func roundedWhole(_ number: Int128, _ precision: Int) -> Int128 {
  guard precision < 0 else { return number }
  guard precision > -38 else { return 0 }
  var unit: Int128 = 1
  for _ in 0..<(-precision) { unit *= 10 }
  let (quotient, remainder) = number.quotientAndRemainder(dividingBy: unit)
  let double = remainder.magnitude * 2
  let roundsAway = double > unit.magnitude || (double == unit.magnitude && quotient % 2 != 0)
  return (quotient + (roundsAway ? (number < 0 ? -1 : 1) : 0)) * unit
}

/// The number rounded to so many decimals, half to even where it is exactly half.
func roundedDecimally(_ number: Double, _ precision: Int) -> Double {
  guard number.isFinite, precision < 324 else { return number }
  if precision >= 0 {
    return Double(CNumberFormat.fixed(number, precision)) ?? number
  }
  let zero = number.sign == .minus ? -0.0 : 0.0
  guard precision > -309 else { return zero }
  // Of the digits that remain, the last is the one that is rounded to.
  let digits = CNumberFormat.fixed(number.magnitude, 0).utf8.count + precision
  if digits < 0 { return zero }
  if digits == 0 {
    let unit = Double("1e\(-precision)") ?? .infinity
    return number.magnitude > unit / 2 ? (number < 0 ? -unit : unit) : zero
  }
  return Double(CNumberFormat.exponential(number, digits - 1)) ?? number
}

private func fileSize(_ bytes: Double, isBinary: Bool) throws(TemplateFault) -> String {
  if bytes.isNaN { throw TemplateFault("`filesizeformat` takes a number") }
  let base: Double = isBinary ? 1024 : 1000
  if bytes == 1 { return "1 Byte" }
  if bytes < base {
    guard let whole = Int128(exactly: bytes.rounded(.towardZero)) else {
      throw TemplateFault("`filesizeformat` takes a finite number")
    }
    return "\(whole) Bytes"
  }
  let prefixes = ["K", "M", "G", "T", "P", "E", "Z", "Y"]
  var unit = base
  for (index, letter) in prefixes.enumerated() {
    unit *= base
    let prefix = isBinary ? letter + "iB" : (letter == "K" ? "k" : letter) + "B"
    if bytes < unit || index == prefixes.count - 1 {
      return CNumberFormat.fixed(base * bytes / unit, 1) + " " + prefix
    }
  }
  preconditionFailure("the last prefix returns")
}
