/// Whether an address could run as code or smuggle a document when a browser follows it.
///
/// Browsers ignore leading blanks and control bytes, and TAB, LF and CR anywhere, when they look for
/// a scheme (WHATWG URL §4.4), so we do too. Relative addresses and unknown harmless schemes pass;
/// `javascript`, `vbscript` and `data` (but for raster images) don't.
public func isUnsafeURL(_ address: some Sequence<UInt8>) -> Bool {
  var scheme: [UInt8] = []
  var rest: [UInt8] = []
  var hasColon = false
  for byte in address {
    if hasColon {
      rest.append(byte | 0x20)
      if rest.count == 16 { break }
      continue
    }
    switch byte {
    case 0x09, 0x0A, 0x0D: continue
    case 0x00...0x20 where scheme.isEmpty: continue
    case UInt8(ascii: ":"): hasColon = true
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return false
    default: scheme.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
  }
  guard hasColon else { return false }
  switch String(decoding: scheme, as: UTF8.self) {
  case "javascript", "vbscript": return true
  case "data": return !rasterImageTypes.contains { rest.starts(with: $0.utf8) }
  default: return false
  }
}

private let rasterImageTypes = ["image/png", "image/gif", "image/jpeg", "image/webp"]
