public import Diagnostics

#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

extension SourceTree {
  /// The templates of the site: the files of `templates/` that end in `.html`, but for its assets.
  ///
  /// What can't be read, or isn't a text, is said in the log and left out.
  public func templates(log: inout DiagnosticLog) -> [SourceFile] {
    paths.filter {
      $0.hasPrefix("templates/") && !$0.hasPrefix(Self.assetFolder) && $0.hasSuffix(".html")
    }
    .compactMap { text($0, log: &log) }
  }

  /// The files of `templates/assets/`, which are published under `/assets/`, by path.
  public var assets: [ContentFile] {
    paths.filter { $0.hasPrefix(Self.assetFolder) }.map { ContentFile(path: $0) }
  }

  private static let assetFolder = "templates/assets/"

  /// Reads a text, which is UTF-8 without NUL and has at most ``textLimit`` bytes.
  ///
  /// - Returns: `nil` when it isn't so or can't be read; the log says which.
  func text(_ path: String, log: inout DiagnosticLog) -> SourceFile? {
    do throws(SystemError) {
      guard let bytes = try bytes(path, limit: Self.textLimit) else {
        log.append(
          Diagnostic(
            "a text must have at most \(Self.textLimit >> 20) MiB",
            path: path,
            help: "split it, or give it another extension to have it published as it is"
          )
        )
        return nil
      }
      let file = SourceFile(path: path, bytes: bytes)
      if let fault = file.encodingFault {
        log.append(fault)
        return nil
      }
      return file
    } catch {
      log.append(Diagnostic(error))
      return nil
    }
  }

  /// The bytes of a file, or `nil` when it has more than `limit`.
  private func bytes(_ path: String, limit: Int) throws(SystemError) -> [UInt8]? {
    guard case .disk(let root) = storage else {
      let bytes = try read(path)
      return bytes.count > limit ? nil : bytes
    }
    return try readRegularFile(String(joining: root, "/", path), as: path, limit: limit)
  }
}

extension SourceFile {
  /// The first byte that is not UTF-8, or NUL.
  package var encodingFault: Diagnostic? {
    if let range = malformedRange {
      return Diagnostic(
        "a text must be UTF-8",
        at: SourceSpan(self, range),
        label: "byte \(hex(bytes[range.lowerBound])) is not UTF-8 here",
        help: "save the file as UTF-8"
      )
    }
    guard let zero = firstZero else { return nil }
    return Diagnostic("a text must not hold a NUL byte", at: SourceSpan(self, zero..<zero + 1))
  }

  /// The first bytes that are not UTF-8.
  private var malformedRange: Range<Int>? {
    if bytes[...].isUTF8 { return nil }
    do throws(UTF8.ValidationError) {
      let bytes = bytes
      let text = try UTF8Span(validating: bytes.span)
      precondition(text.count == bytes.count, "all bytes are looked at")
      return nil
    } catch {
      return error.byteOffsets
    }
  }

  /// Where the first NUL stands.
  private var firstZero: Int? {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let zero = unsafe memchr(base, 0, buffer.count) else {
        return nil
      }
      return unsafe UnsafeRawPointer(zero) - base
    }
  }

  private func hex(_ byte: UInt8) -> String {
    "0x" + String(byte, radix: 16, uppercase: true)
  }
}
