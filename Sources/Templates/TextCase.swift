extension [UInt8] {
  /// In capital letters.
  var uppercased: [UInt8] {
    if UTF8Text.isASCII(self) {
      return map { (0x61...0x7A).contains($0) ? $0 & ~0x20 : $0 }
    }
    return UTF8Text.scalars(self).reduce(into: []) { $0.append($1.properties.uppercaseMapping) }
  }

  /// In small letters.
  var lowercased: [UInt8] {
    if UTF8Text.isASCII(self) {
      return map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
    let scalars = UTF8Text.scalars(self)
    var result: [UInt8] = []
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\u{3A3}" {
        result.append(isFinalSigma(scalars, index) ? "\u{3C2}" : "\u{3C3}")
      } else {
        result.append(scalar.properties.lowercaseMapping)
      }
    }
    return result
  }

  /// With the first letter a capital and the others small.
  var capitalized: [UInt8] {
    guard let first = UTF8Text.characters(self).first else { return self }
    var result: [UInt8] = []
    for scalar in UTF8Text.scalars(first) { result.append(scalar.properties.titlecaseMapping) }
    return result + Array(self[first.count...]).lowercased
  }

  /// With each letter a capital that stands behind none, as Python's `str.title`.
  ///
  /// The filter `title` knows words better: it keeps the `n` of `isn't` small.
  var titled: [UInt8] {
    let small = UTF8Text.scalars(lowercased)
    var isInWord = false
    var result: [UInt8] = []
    for scalar in small {
      result.append(isInWord ? String(scalar) : scalar.properties.titlecaseMapping)
      isInWord = scalar.properties.isCased
    }
    return result
  }
}

/// The ends of a text.
enum Sides {
  case start
  case end
  case both
}

/// Whether a capital sigma ends a word (Unicode's Final_Sigma).
private func isFinalSigma(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
  let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
  let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
  return before?.properties.isCased == true && after?.properties.isCased != true
}

/// Each word with a capital; words begin behind white space, `-`, `(`, `{`, `[` and `<`.
func titleCased(_ text: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  var word: [UInt8] = []
  func flush() {
    guard let first = UTF8Text.characters(word).first else { return }
    result += first.uppercased + Array(word[first.count...]).lowercased
    word = []
  }
  for scalar in UTF8Text.scalars(text) {
    if scalar.isPythonSpace || "-({[<".unicodeScalars.contains(scalar) {
      flush()
      result.append(scalar)
    } else {
      word.append(scalar)
    }
  }
  flush()
  return result
}

/// The text without white space at its ends, or without the characters given.
func trimmed(
  _ text: [UInt8],
  _ characters: [UInt8]? = nil,
  _ sides: Sides = .both
) -> [UInt8] {
  let unwanted = characters.map { Set(UTF8Text.scalars($0)) }
  var scalars = UTF8Text.scalars(text)[...]
  func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
    unwanted?.contains(scalar) ?? scalar.isPythonSpace
  }
  while sides != .end, let first = scalars.first, isUnwanted(first) { scalars.removeFirst() }
  while sides != .start, let last = scalars.last, isUnwanted(last) { scalars.removeLast() }
  return UTF8Text.text(scalars)
}

/// The text with blanks on both sides, as Python's `str.center` shares them out.
func centered(_ text: [UInt8], _ width: Int) -> [UInt8] {
  let padding = width - UTF8Text.count(text)
  guard padding > 0 else { return text }
  let left = padding / 2 + (padding & width & 1)
  let blank = UInt8(ascii: " ")
  return Array(repeating: blank, count: left) + text
    + Array(repeating: blank, count: padding - left)
}

/// The lines of a text without their ends, as Python's `str.splitlines`.
func splitLines(_ text: [UInt8]) -> [[UInt8]] {
  var lines: [[UInt8]] = []
  var line: [UInt8] = []
  var isOpen = false
  var wasReturn = false
  for scalar in UTF8Text.scalars(text) {
    if wasReturn, scalar == "\n" {
      wasReturn = false
      continue
    }
    wasReturn = scalar == "\r"
    if scalar.endsLine {
      lines.append(line)
      line = []
      isOpen = false
    } else {
      line.append(scalar)
      isOpen = true
    }
  }
  if isOpen { lines.append(line) }
  return lines
}
