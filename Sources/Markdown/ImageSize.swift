/// The size of an image in pixels, as its file's first bytes say.
public struct ImageSize: Sendable, Equatable {
  /// Pixels across.
  public let width: Int
  /// Pixels down.
  public let height: Int

  /// Creates a size.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Reads the size of a PNG, JPEG, GIF, WebP or SVG image; `nil` for anything else, or damaged.
  ///
  /// A JPEG that a camera turned on its side is given as it is shown (Exif's orientation). An SVG's size
  /// is its `width` and `height` in pixels of CSS, else its `viewBox`.
  public init?(of bytes: [UInt8]) {
    let size: ImageSize? =
      if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
        Self.png(bytes)
      } else if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) {
        Self.gif(bytes)
      } else if bytes.starts(with: "RIFF".utf8) {
        Self.webP(bytes)
      } else if bytes.starts(with: [0xFF, 0xD8]) {
        Self.jpeg(bytes)
      } else {
        SVGRoot(bytes)?.size
      }
    guard let size, size.width > 0, size.height > 0 else { return nil }
    self = size
  }

  /// PNG, third edition, §11.2.1: the header's chunk comes first.
  private static func png(_ bytes: [UInt8]) -> ImageSize? {
    guard bytes.dropFirst(12).starts(with: "IHDR".utf8), let width = bytes.big(at: 16, count: 4),
      let height = bytes.big(at: 20, count: 4)
    else { return nil }
    return ImageSize(width: width, height: height)
  }

  /// GIF89a §18: the logical screen.
  private static func gif(_ bytes: [UInt8]) -> ImageSize? {
    guard let width = bytes.little(at: 6, count: 2), let height = bytes.little(at: 8, count: 2)
    else { return nil }
    return ImageSize(width: width, height: height)
  }

  /// RFC 9649 §2: lossy, lossless, or extended with a canvas.
  private static func webP(_ bytes: [UInt8]) -> ImageSize? {
    guard bytes.dropFirst(8).starts(with: "WEBP".utf8), bytes.count >= 30 else { return nil }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8 ":
      guard let width = bytes.little(at: 26, count: 2), let height = bytes.little(at: 28, count: 2)
      else { return nil }
      return ImageSize(width: width & 0x3FFF, height: height & 0x3FFF)
    case "VP8L":
      guard bytes[20] == 0x2F, let bits = bytes.little(at: 21, count: 4) else { return nil }
      return ImageSize(width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1)
    case "VP8X":
      guard let width = bytes.little(at: 24, count: 3), let height = bytes.little(at: 27, count: 3)
      else { return nil }
      return ImageSize(width: width + 1, height: height + 1)
    default: return nil
    }
  }

  /// ITU-T T.81 §B.2: segments up to the frame's header.
  private static func jpeg(_ bytes: [UInt8]) -> ImageSize? {
    var index = 2
    var isTurned = false
    while let marker = bytes.big(at: index, count: 2), marker >= 0xFF00 {
      let code = marker & 0xFF
      // A marker may be filled up with 0xFF, and some markers have no segment.
      if code == 0xFF {
        index += 1
        continue
      }
      if code == 0x01 || (0xD0...0xD8).contains(code) {
        index += 2
        continue
      }
      guard let length = bytes.big(at: index + 2, count: 2), length >= 2 else { return nil }
      if code == 0xE1 { isTurned = isTurned || bytes.exifTurns(at: index + 4) }
      // The frames' headers, but for DHT, JPG and DAC which stand among their codes.
      if (0xC0...0xCF).contains(code), code != 0xC4, code != 0xC8, code != 0xCC {
        guard let height = bytes.big(at: index + 5, count: 2),
          let width = bytes.big(at: index + 7, count: 2)
        else { return nil }
        return isTurned
          ? ImageSize(width: height, height: width) : ImageSize(width: width, height: height)
      }
      index += 2 + length
    }
    return nil
  }
}

extension [UInt8] {
  /// A number of one to four bytes, the most significant first.
  fileprivate func big(at index: Int, count length: Int) -> Int? {
    guard index >= 0, count - index >= length else { return nil }
    return self[index..<index + length].reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number of one to four bytes, the least significant first.
  fileprivate func little(at index: Int, count length: Int) -> Int? {
    guard index >= 0, count - index >= length else { return nil }
    return self[index..<index + length].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Whether an Exif segment says that width and height are to be exchanged (Exif 2.32 §4.6.4).
  fileprivate func exifTurns(at start: Int) -> Bool {
    guard count - start >= 14, self[start...].starts(with: "Exif\0\0".utf8) else { return false }
    let tiff = start + 6
    let isLittle = self[tiff] == UInt8(ascii: "I")
    func number(_ offset: Int, _ length: Int) -> Int? {
      isLittle ? little(at: tiff + offset, count: length) : big(at: tiff + offset, count: length)
    }
    guard let directory = number(4, 4), let entries = number(directory, 2) else { return false }
    for entry in 0..<entries {
      let offset = directory + 2 + entry * 12
      guard let tag = number(offset, 2) else { return false }
      if tag == 0x0112, let orientation = number(offset + 8, 2) {
        return (5...8).contains(orientation)
      }
    }
    return false
  }
}
