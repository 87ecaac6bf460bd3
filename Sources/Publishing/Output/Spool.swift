import Diagnostics

#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

/// Holds what pages became until all are known to be sound; one for each worker.
///
/// A large site's pages don't fit into memory that people like to spend, and a page must not be
/// written while another may still be found wrong. So what exceeds the budget goes to a nameless file,
/// which the system removes whatever happens.
struct Spool {
  /// Pages are kept in pieces: one growing array was copied, and its memory touched anew, each time it
  /// doubled, which cost a tenth of a build.
  private static let pieceSize = 1 << 20

  private let budget: Int
  private let folder: String
  private var pieces: [SpooledBytes.Piece] = []
  /// The piece that is being filled.
  private var last: [UInt8] = []
  /// How many bytes stay in memory so far.
  private var inMemory = 0
  private var file: SpoolFile?
  private var fileSize = 0

  /// Creates an empty spool.
  ///
  /// - Parameters:
  ///   - budget: how many bytes stay in memory.
  ///   - folder: a folder for the nameless file; where it can't be made, memory has to do.
  init(budget: Int, folder: String) {
    self.budget = budget
    self.folder = folder
  }

  /// Keeps bytes, and says where.
  mutating func append(_ bytes: [UInt8]) throws(SystemError) -> SpooledPlace {
    if last.count + bytes.count > Spool.pieceSize { try endPiece() }
    let start = last.count
    last += bytes
    return SpooledPlace(piece: pieces.count, range: start..<last.count)
  }

  /// Puts a full piece where it stays, and begins the next.
  private mutating func endPiece() throws(SystemError) {
    if !last.isEmpty {
      if inMemory + last.count > budget, let file = file ?? SpoolFile(in: folder) {
        self.file = file
        try file.write(last, at: fileSize)
        pieces.append(.file(file, offset: fileSize))
        fileSize += last.count
        last.removeAll(keepingCapacity: true)
        return
      }
      pieces.append(.memory(last))
      inMemory += last.count
      last = []
    }
    last.reserveCapacity(Spool.pieceSize)
  }

  /// Everything that was kept, to be read.
  var kept: SpooledBytes { SpooledBytes(pieces: pieces + [.memory(last)]) }
}

/// Where a spool keeps something.
struct SpooledPlace: Sendable {
  fileprivate let piece: Int
  fileprivate let range: Range<Int>

  /// How many bytes it is.
  var count: Int { range.count }
}

/// What a spool kept.
struct SpooledBytes: Sendable {
  fileprivate enum Piece: Sendable {
    case memory([UInt8])
    case file(SpoolFile, offset: Int)
  }

  fileprivate let pieces: [Piece]

  /// Reads bytes back.
  func bytes(_ place: SpooledPlace) throws(SystemError) -> ArraySlice<UInt8> {
    switch pieces[place.piece] {
    case .memory(let bytes): return bytes[place.range]
    case .file(let file, let offset):
      let start = offset + place.range.lowerBound
      return try file.read(start..<start + place.count)[...]
    }
  }
}

/// A file without a name, closed and thereby gone with its last user.
private final class SpoolFile: Sendable {
  private let descriptor: Int32

  init?(in folder: String) {
    descriptor = unsafe open(folder, namelessFile | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe pwrite(
          descriptor,
          buffer.baseAddress?.advanced(by: written),
          buffer.count - written,
          off_t(offset + written)
        )
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw SystemError("can't be kept", path: "a temporary file", errno: errno)
      }
      written += count
    }
  }

  func read(_ range: Range<Int>) throws(SystemError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let received = unsafe pread(
          descriptor,
          buffer.baseAddress?.advanced(by: count),
          range.count - count,
          off_t(range.lowerBound + count)
        )
        if received < 0, errno == EINTR { continue }
        if received <= 0 {
          code = received < 0 ? errno : EIO
          break
        }
        count += received
      }
    }
    guard code == 0 else {
      throw SystemError("can't be read", path: "a temporary file", errno: code)
    }
    return bytes
  }
}

/// Linux's O_TMPFILE, which Swift doesn't import since C writes it as an expression.
private let namelessFile = 0o20_000_000 | O_DIRECTORY
