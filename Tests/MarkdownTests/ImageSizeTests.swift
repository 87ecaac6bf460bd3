import Markdown
import Testing

private let png: [UInt8] = [
  0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1,
  0x40, 0, 0, 0, 0xF0,
]
private let gif = Array("GIF89a".utf8) + [0x40, 0x01, 0xF0, 0x00]

private func riff(_ chunk: String, _ data: [UInt8]) -> [UInt8] {
  let head = Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP\(chunk)".utf8) + [0, 0, 0, 0] + data
  return head + [UInt8](repeating: 0, count: max(0, 30 - head.count))
}

private let frame: [UInt8] = [0xFF, 0xC2, 0, 11, 8, 0, 0xF0, 1, 0x40, 1, 1, 0x11, 0]
private let jfif: [UInt8] = [0xFF, 0xE0, 0, 4, 0, 0]

/// An Exif segment that says how the camera was held.
private func exif(orientation: UInt8) -> [UInt8] {
  let tiff: [UInt8] = [
    0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
  ]
  let data = Array("Exif\0\0".utf8) + tiff
  return [0xFF, 0xE1, 0, UInt8(data.count + 2)] + data
}

private let start: [UInt8] = [0xFF, 0xD8]

private let images: [[UInt8]] = [
  png,
  gif,
  start + jfif + frame,
  start + [0xFF] + jfif + frame,
  start + exif(orientation: 1) + frame,
  riff("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, 0x40, 0x01, 0xF0, 0x00]),
  riff("VP8L", [0x2F, 0x3F, 0xC1, 0x3B, 0]),
  riff("VP8X", [0, 0, 0, 0, 0x3F, 1, 0, 0xEF, 0, 0]),
]

@Test(arguments: images) func `an image's size is read from its first bytes`(bytes: [UInt8]) {
  #expect(ImageSize(of: bytes) == ImageSize(width: 320, height: 240))
}

@Test func `a photo taken upright is as high as it is shown`() {
  #expect(
    ImageSize(of: [0xFF, 0xD8] + exif(orientation: 6) + frame) == ImageSize(width: 240, height: 320)
  )
}

private let damaged: [[UInt8]] = [
  [],
  Array("<svg/>".utf8),
  png.dropLast(),
  gif.dropLast(),
  start,
  start + frame.prefix(8),
  start + [0xFF, 0xE0, 0, 0] + frame,
  start + [0xFF, 0xE1, 0, 10] + Array("Exif\0\0II".utf8),
  Array("RIFF".utf8),
  riff("VP9 ", []),
  png.prefix(16) + [UInt8](repeating: 0, count: 8),
]

@Test(arguments: damaged) func `what is damaged or no image has no size`(bytes: [UInt8]) {
  #expect(ImageSize(of: bytes) == nil)
}

@Test(arguments: [
  ("<svg width=\"40\" height='30.4px'/>", 40, 30),
  (
    "\u{FEFF}<?xml version=\"1.0\"?>\n<!-- <svg width=\"1\"> -->\n<!DOCTYPE svg>\n<svg\n  xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0, 40 30\" width=\"100%\">",
    40, 30
  ),
  ("<svg viewBox='0 0 40 30' height='2em' width='7'>", 40, 30),
]) func `an SVG's size is what its first tag says`(text: String, width: Int, height: Int) {
  #expect(ImageSize(of: Array(text.utf8)) == ImageSize(width: width, height: height))
}

@Test(arguments: [
  "<svg>", "<svg", "<svg width", "<svg width=", "<svg width='4", "<svg width='nan' height='4'>",
  "<svg width='0' height='4'>", "<svg width='9e9' height='4'>", "<svg viewBox='0 0 4'>",
  "<svg width='99999999999999999999' height='4'>", "<!-- <svg width='4' height='4'>", "<html>",
  "<svg viewBox='0 0 0.1 4'>", "<?", "<!--", "",
]) func `an SVG that says no size has none`(text: String) {
  #expect(ImageSize(of: Array(text.utf8)) == nil)
}
