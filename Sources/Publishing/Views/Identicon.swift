import Content
import HTML

/// A small pattern that stands for somebody who has no picture: the same name, the same pattern.
///
/// Made from a hash of the name that shows, salted by the site, so that it says nothing that the page
/// doesn't and is nobody's elsewhere. Five by five squares, mirrored, in one colour.
struct Identicon {
  private let hash: UInt64

  /// The pattern of a name, in UTF-8, on the site with that salt.
  init(_ name: Span<UInt8>, salt: UInt64) {
    hash = Identicon.mixed(name, from: salt)
  }

  /// What makes the patterns a site's own: its host and title.
  static func salt(_ settings: Settings) -> UInt64 {
    let own = Array("\(settings.baseURL.host)\n\(settings.title)".utf8)
    return mixed(own.span, from: 0xCBF2_9CE4_8422_2325)
  }

  /// FNV-1a, finished as splitmix64 does so that every bit depends on every byte.
  private static func mixed(_ bytes: Span<UInt8>, from seed: UInt64) -> UInt64 {
    var hash = seed
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }

  /// Writes the pattern as an SVG element that screen readers pass over.
  func write(to output: inout OutputBuffer) {
    output.append(
      literal: "<svg class=\"face\" viewBox=\"-1 -1 7 7\" aria-hidden=\"true\"><path stroke=\"hsl("
    )
    output.append(decimal: Int((hash >> 32) % 360))
    output.append(literal: ",45%,48%)\" d=\"")
    let (rows, ends) = (Identicon.rows, Identicon.ends)
    for row in 0..<5 {
      let number = row * 8 + Int(hash >> UInt64(row * 3) & 7)
      output.append(rows, ends[number]..<ends[number + 1])
    }
    output.append(literal: "\"/></svg>")
  }

  /// Every row that there can be as strokes, eight for each height.
  private static let rows: [UInt8] = (0..<40).flatMap(strokes)
  /// Where in ``rows`` each of them ends, and 0 before the first.
  private static let ends: [Int] = (0..<40).reduce(into: [0]) {
    $0.append($0[$1] + strokes($1).count)
  }

  /// A row as strokes: it is three bits, the first two of which are mirrored.
  private static func strokes(_ number: Int) -> [UInt8] {
    let (row, bits) = (number / 8, number % 8)
    let isSet = (0..<5).map { bits >> min($0, 4 - $0) & 1 == 1 }
    var path: [UInt8] = []
    var column = 0
    while column < 5 {
      let width = isSet[column...].prefix { $0 }.count
      if width > 0 { path.append("M\(column) \(row).5h\(width)") }
      column += width + 1
    }
    return path
  }
}
