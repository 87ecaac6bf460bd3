/// Reads the character references of HTML (§13.5): numbers, and the names of ISO 8859-1 and common signs.
enum HTMLEntities {
  /// The text with its character references replaced.
  static func decoded(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return text }
    var result: [UInt8] = []
    var position = 0
    while position < text.count {
      if text[position] == UInt8(ascii: "&"), let (scalar, end) = reference(text, position + 1) {
        result.append(scalar)
        position = end
      } else {
        result.append(text[position])
        position += 1
      }
    }
    return result
  }

  private static func reference(_ text: [UInt8], _ start: Int) -> (Unicode.Scalar, Int)? {
    if start < text.count, text[start] == UInt8(ascii: "#") { return number(text, start + 1) }
    let end = text[start...].firstIndex { !isAlphanumeric($0) } ?? text.count
    guard end < text.count, text[end] == UInt8(ascii: ";") else { return nil }
    let name = String(decoding: text[start..<end], as: UTF8.self)
    return names[name].map { ($0, end + 1) }
  }

  private static func number(_ text: [UInt8], _ start: Int) -> (Unicode.Scalar, Int)? {
    var index = start
    var radix = 10
    if index < text.count, text[index] | 0x20 == UInt8(ascii: "x") {
      radix = 16
      index += 1
    }
    let digits = index
    while index < text.count, isAlphanumeric(text[index]) { index += 1 }
    guard index > digits,
      let code = UInt32(String(decoding: text[digits..<index], as: UTF8.self), radix: radix)
    else { return nil }
    if index < text.count, text[index] == UInt8(ascii: ";") { index += 1 }
    return (Unicode.Scalar(code == 0 ? 0xFFFD : code) ?? "\u{FFFD}", index)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static let names: [String: Unicode.Scalar] = {
    var names: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—",
      "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„",
      "dagger": "†", "Dagger": "‡", "bull": "•", "hellip": "…", "permil": "‰", "prime": "′",
      "Prime": "″", "lsaquo": "‹", "rsaquo": "›", "euro": "€", "trade": "™", "larr": "←",
      "uarr": "↑", "rarr": "→", "darr": "↓", "harr": "↔", "minus": "−", "infin": "∞", "ne": "≠",
      "le": "≤", "ge": "≥", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}",
      "zwnj": "\u{200C}", "zwj": "\u{200D}", "lrm": "\u{200E}", "rlm": "\u{200F}", "OElig": "Œ",
      "oelig": "œ", "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ", "check": "✓",
    ]
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
      sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
      Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
      iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute \
      ucirc uuml yacute thorn yuml
      """
    for (offset, name) in latin.split(separator: " ").enumerated() {
      names[String(name)] = Unicode.Scalar(UInt8(0xA0 + offset))
    }
    return names
  }()
}
