import Content
internal import Diagnostics

#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

/// The bytes of an export, a chunk at a time, as UTF-8 wherever its encoding can be told.
///
/// A class, since Swift 6.3 can't compile an owner without copies that holds another in an optional.
final class ByteSource {
  private let path: String
  private let descriptor: Int32
  private var converter: Transcoder?
  private var head: [UInt8]
  private var isAtEnd = false

  /// How many bytes are read at once.
  private static let chunkSize = 1 << 18

  /// Opens a file; one that isn't regular, as a pipe, is refused: an export is read twice.
  init(path: String) throws(SystemError) {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    head = []
    guard descriptor >= 0 else { throw SystemError("can't be read", path: path, errno: errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw SystemError("can't be read", path: path, errno: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let code = status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL
      throw SystemError("can't be read", path: path, errno: code)
    }
    head = try readChunk()
    if let encoding = declaredEncoding(head) { converter = Transcoder(from: encoding) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The next bytes; none at the end of the file.
  func next() throws(SystemError) -> [UInt8] {
    while true {
      var chunk = head
      head = []
      if chunk.isEmpty, !isAtEnd { chunk = try readChunk() }
      if chunk.isEmpty { isAtEnd = true }
      guard converter != nil else { return chunk }
      let text = converter?.convert(chunk, isLast: isAtEnd) ?? []
      if !text.isEmpty || isAtEnd { return text }
    }
  }

  private func readChunk() throws(SystemError) -> [UInt8] {
    var code: Int32 = 0
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
      while true {
        let received = unsafe read(descriptor, buffer.baseAddress, buffer.count)
        if received < 0, errno == EINTR { continue }
        if received < 0 { code = errno }
        count = max(0, received)
        return
      }
    }
    guard code == 0 else { throw SystemError("can't be read", path: path, errno: code) }
    return chunk
  }
}

/// The encoding that a file's first bytes name, by a byte order mark, by the zeros of UTF-16, or in
/// the XML declaration (XML 1.0 appendix F); `nil` for UTF-8.
private func declaredEncoding(_ head: [UInt8]) -> String? {
  if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0x3C, 0x00, 0x3F, 0x00]) {
    return "UTF-16LE"
  }
  if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0x00, 0x3C, 0x00, 0x3F]) {
    return "UTF-16BE"
  }
  let start = String(decoding: head.prefix(400), as: UTF8.self)
  guard let key = start.firstRange(of: "encoding"), start.prefix(40).contains("<?xml") else {
    return nil
  }
  let value = start[key.upperBound...].drop { $0 == "=" || $0 == " " || $0 == "\"" || $0 == "'" }
  let name = value.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:".contains($0)) }
  switch name.lowercased() {
  // A file that says UTF-16 in single bytes isn't; what isn't UTF-8 in a text is mended later.
  case "", "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be": return nil
  // The labels that browsers read as windows-1252 (WHATWG Encoding §4.2).
  case "iso-8859-1", "latin1", "iso8859-1", "windows-1252", "cp1252": return "WINDOWS-1252"
  default: return String(name)
  }
}

/// iconv, which the C library has: from any encoding that the machine knows to UTF-8.
@safe
private final class Transcoder {
  private let descriptor: iconv_t
  /// The beginning of a character whose rest is still to come.
  private var rest: [UInt8] = []

  /// Returns `nil` for an encoding that nobody knows: its bytes are then read as UTF-8.
  init?(from encoding: String) {
    guard let descriptor = unsafe iconv_open("UTF-8", encoding),
      Int(bitPattern: descriptor) != -1
    else { return nil }
    unsafe self.descriptor = descriptor
  }

  deinit {
    unsafe iconv_close(descriptor)
  }

  func convert(_ chunk: [UInt8], isLast: Bool) -> [UInt8] {
    var input = rest + chunk
    rest = []
    var output: [UInt8] = []
    output.reserveCapacity(input.count * 2)
    var position = 0
    while position < input.count {
      let (consumed, code) = run(&input, from: position, into: &output)
      position += consumed
      switch code {
      case 0, E2BIG: continue
      case EINVAL where !isLast:
        rest = Array(input[position...])
        return output
      default:
        // Not a character of that encoding.
        output += [0xEF, 0xBF, 0xBD]
        position += 1
      }
    }
    return output
  }

  /// Converts as much as goes; returns how much was read and the `errno` of what stopped it.
  private func run(
    _ input: inout [UInt8],
    from position: Int,
    into output: inout [UInt8]
  ) -> (consumed: Int, code: Int32) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var consumed = 0
    var produced = 0
    var code: Int32 = 0
    unsafe input.withUnsafeMutableBytes { source in
      unsafe buffer.withUnsafeMutableBytes { target in
        var sourceStart = unsafe source.baseAddress?.advanced(by: position)
          .assumingMemoryBound(to: CChar.self)
        var sourceLeft = source.count - position
        var targetStart = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var targetLeft = target.count
        let total = sourceLeft
        let result = unsafe iconv(
          descriptor,
          &sourceStart,
          &sourceLeft,
          &targetStart,
          &targetLeft
        )
        if result == Int(bitPattern: .max) { code = errno }
        consumed = total - sourceLeft
        produced = target.count - targetLeft
      }
    }
    output += buffer[..<produced]
    return (consumed, code)
  }
}
