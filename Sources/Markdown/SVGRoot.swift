/// The start tag `<svg …>` of an image, as far as it says a size (SVG 2 §8).
struct SVGRoot {
  private var width: Double?
  private var height: Double?
  private var viewBox: [Double] = []

  /// Finds the root element; `nil` for what isn't SVG.
  init?(_ bytes: [UInt8]) {
    guard var index = Self.start(of: bytes) else { return nil }
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      guard let equals = bytes[index...].firstIndex(where: { $0 == 0x3D || $0 == 0x3E }),
        bytes[equals] == UInt8(ascii: "="),
        let quote = bytes[(equals + 1)...].firstIndex(where: { !isSpace($0) }),
        bytes[quote] == UInt8(ascii: "\"") || bytes[quote] == UInt8(ascii: "'"),
        let end = bytes[(quote + 1)...].firstIndex(of: bytes[quote])
      else { return }
      let name = bytes[index..<equals].filter { !isSpace($0) }
      read(String(decoding: name, as: UTF8.self), bytes[(quote + 1)..<end])
      index = end + 1
    }
  }

  /// The size in whole pixels; `nil` when the tag doesn't say it.
  var size: ImageSize? {
    if let width, let height { return Self.size(width, height) }
    guard viewBox.count == 4 else { return nil }
    return Self.size(viewBox[2], viewBox[3])
  }

  private static func size(_ width: Double, _ height: Double) -> ImageSize? {
    // Nobody's screen is that large, and a number that is must not overflow.
    guard width < 1_000_000, height < 1_000_000 else { return nil }
    return ImageSize(width: Int(width.rounded()), height: Int(height.rounded()))
  }

  /// The index behind `<svg`, before which only a declaration, comments and a document type stand.
  private static func start(of bytes: [UInt8]) -> Int? {
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while let first = bytes[index...].firstIndex(where: { !isSpace($0) }) {
      let rest = bytes[first...]
      if rest.starts(with: "<svg".utf8) { return first + 4 }
      let end = rest.starts(with: "<!--".utf8) ? "-->" : ">"
      guard rest.starts(with: "<?".utf8) || rest.starts(with: "<!".utf8),
        let found = bytes.firstRange(of: Array(end.utf8), from: first + 2)
      else { return nil }
      index = found.upperBound
    }
    return nil
  }

  private mutating func read(_ name: String, _ value: ArraySlice<UInt8>) {
    switch name {
    case "width": width = Self.pixels(value)
    case "height": height = Self.pixels(value)
    case "viewBox":
      viewBox = value.split { isSpace($0) || $0 == UInt8(ascii: ",") }
        .map { Self.number($0[...]) ?? 0 }
    default: break
    }
  }

  /// A length without unit or in `px`; other units depend on where the image stands.
  private static func pixels(_ value: ArraySlice<UInt8>) -> Double? {
    let isMarked = value.suffix(2).elementsEqual("px".utf8)
    return number(isMarked ? value.dropLast(2) : value)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Double? {
    guard digits.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") }) else { return nil }
    return Double(String(decoding: digits, as: UTF8.self))
  }
}
