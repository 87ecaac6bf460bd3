import Content
import HTML

/// A small pattern that stands for somebody who has no picture: the same name, the same pattern.
///
/// Made from a hash of the name that shows, salted by the site, so that it says nothing that the page
/// doesn't and is nobody's elsewhere. Five by five squares, mirrored, in one colour.
struct Identicon {
  private let hash: UInt64

  /// The pattern of a name on the site with that salt.
  init(_ name: String, salt: UInt64) {
    hash = Identicon.mixed(name.utf8, from: salt)
  }

  /// What makes the patterns a site's own: its host and title.
  static func salt(_ settings: Settings) -> UInt64 {
    mixed("\(settings.baseURL.host)\n\(settings.title)".utf8, from: 0xCBF2_9CE4_8422_2325)
  }

  /// FNV-1a, finished as splitmix64 does so that every bit depends on every byte.
  private static func mixed(_ bytes: String.UTF8View, from seed: UInt64) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }

  /// The pattern as an SVG element that screen readers pass over.
  ///
  /// - Parameter number: the number in the id by which other comments on the page use the same pattern.
  /// - Returns: markup.
  func svg(number: Int?) -> [UInt8] {
    var svg: [UInt8] = []
    svg.reserveCapacity(384)
    svg.append("<svg class=\"face\" viewBox=\"-1 -1 7 7\" aria-hidden=\"true\"><path")
    if let number {
      svg.append(" id=\"face.")
      svg.append(String(number))
      svg.append("\"")
    }
    svg.append(" stroke=\"hsl(")
    svg.append(String((hash >> 32) % 360))
    svg.append(",45%,48%)\" d=\"")
    for row in 0..<5 { svg += Identicon.rows[row * 8 + Int(hash >> UInt64(row * 3) & 7)] }
    svg.append("\"/></svg>")
    return svg
  }

  /// The same pattern where it stands on the page already.
  static func use(number: Int) -> [UInt8] {
    var svg: [UInt8] = []
    svg.reserveCapacity(128)
    svg.append("<svg class=\"face\" viewBox=\"-1 -1 7 7\" aria-hidden=\"true\"><use href=\"#face.")
    svg.append(String(number))
    svg.append("\"/></svg>")
    return svg
  }

  /// Every row that there can be as strokes, eight for each height: a row is three bits, the first two
  /// of which are mirrored.
  private static let rows: [[UInt8]] = (0..<40).map { number in
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

extension SiteModel {
  /// The pattern beside a comment; empty for one that isn't shown or has a picture.
  func face(of reference: CommentReference) -> [UInt8] {
    let thread = reference.thread
    guard let owner = thread.faces[reference.index] else { return [] }
    // The id is `face.` and a number: a heading's has no point.
    guard owner == reference.index else { return Identicon.use(number: owner) }
    let icon = Identicon(thread.comments[owner].comment.author, salt: faceSalt)
    return icon.svg(number: thread.isFaceShared[owner] ? owner : nil)
  }
}
