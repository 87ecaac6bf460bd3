extension String {
  /// The path with every byte that a URL's path can't hold percent-encoded (RFC 3986 §3.3).
  ///
  /// `/` stays; a `%` is encoded too, since the path isn't yet.
  var percentEncodedPath: String {
    let text = utf8Span.span
    var index = 0
    while index < text.count, isPathByte(text[index]) { index += 1 }
    if index == text.count { return self }
    var encoded: [UInt8] = []
    encoded.reserveCapacity(utf8.count + 16)
    for byte in utf8 {
      if isPathByte(byte) {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// The text as a parameter's value in a query: every byte but RFC 3986's unreserved ones is encoded.
  var percentEncodedValue: String {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(utf8.count + 16)
    for byte in utf8 {
      let isUnreserved = isPathByte(byte) && !"/!$&()*+,;=:@".utf8.contains(byte)
      if isUnreserved {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// The text with `%XX` read back; malformed escapes stay as they are.
  var percentDecoded: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    let bytes = Array(utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = hexValue(bytes[index + 1]), let low = hexValue(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}

private let hexDigits = Array("0123456789ABCDEF".utf8)

private func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  default: nil
  }
}

/// RFC 3986's pchar without `%`, and `/`; without `'`, which would end a quoted attribute in other
/// people's templates.
private func isPathByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
    UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"),
    UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"),
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: ":"),
    UInt8(ascii: "@"):
    true
  default: false
  }
}
