public import Diagnostics

#if canImport(Glibc)
internal import Glibc
#else
internal import Musl
#endif

extension SourceTree {
  /// Lists the files of a site on the disk; nothing is read yet.
  ///
  /// Only regular files count. A symbolic link counts when it leads to a regular file of the site
  /// that isn't hidden; one to a folder is an error, since a tree that is walked along such links
  /// may have no end. A folder whose name ends in `.md` is an error: a page in a folder is
  /// `name/index.md`. Whatever is wrong is said in the log, and the rest is listed.
  ///
  /// - Parameters:
  ///   - root: the folder of `site.yml`, as the command was given it.
  ///   - log: gets what is wrong.
  public init(root: String, log: inout DiagnosticLog) {
    var scan = TreeScan(root: root, realRoot: realPath(of: root) ?? root)
    scan.run()
    log.append(contentsOf: scan.log)
    self.init(root: root, paths: scan.paths)
  }
}

extension SourceTree {
  /// Why the site's folder is none; `nil` for a folder, and for a tree that isn't on a disk.
  var rootFault: Diagnostic? {
    guard case .disk(let root) = storage else { return nil }
    let help = "`--source` names the folder in which site.yml is"
    var status = stat()
    guard unsafe stat(root, &status) == 0 else {
      return errno == ENOENT || errno == ENOTDIR
        ? Diagnostic("there is no such folder", path: root, help: help)
        : Diagnostic(SystemError("can't be looked at", path: root, errno: errno))
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      return Diagnostic("a site is a folder", path: root, help: help)
    }
    return nil
  }

  /// The folder of the site's own files in which a path lies: what is written there would be read by
  /// the next build.
  ///
  /// - Parameter path: a path on the disk; nothing need stand there yet.
  /// - Returns: `content`, `templates` or `.tweetup`, or `nil` when it lies elsewhere.
  package func ownFolder(holding path: String) -> String? {
    guard case .disk(let root) = storage, let realRoot = realPath(of: root) else { return nil }
    var existing = path
    var missing = ""
    while realPath(of: existing) == nil, let slash = existing.lastIndex(of: "/"),
      slash != existing.startIndex
    {
      missing = existing[slash...] + missing
      existing = String(existing[..<slash])
    }
    if realPath(of: existing) == nil { (existing, missing) = (".", "/" + existing + missing) }
    guard let real = realPath(of: existing).map({ $0 + missing + "/" }) else { return nil }
    return ["content", "templates", ".tweetup"].first { real.hasPrefix("\(realRoot)/\($0)/") }
  }
}

/// A walk over a site's folders, with a list in place of recursion: nothing bounds their depth.
private struct TreeScan {
  let root: String
  let realRoot: String
  var paths: [String] = []
  var log = DiagnosticLog()
  private var folders: [String] = []

  /// What stands in a folder.
  private struct Entry {
    let name: [UInt8]
    /// Whether the folder itself says that it is a regular file, so that nobody else need be asked.
    let isFile: Bool
  }

  init(root: String, realRoot: String) {
    self.root = root
    self.realRoot = realRoot
  }

  mutating func run() {
    for name in ["site.yml", "content", "templates"] where !isMissing("\(root)/\(name)") {
      visit(name)
    }
    while let folder = folders.popLast() {
      do throws(SystemError) {
        for entry in try entries(of: folder) { check(entry, in: folder) }
      } catch {
        log.append(Diagnostic(error))
      }
    }
  }

  /// Takes what stands in a folder, unless its name is hidden or can't be a path of ours.
  private mutating func check(_ entry: Entry, in folder: String) {
    let text = String(decoding: entry.name, as: UTF8.self)
    guard entry.name[...].isUTF8, text.isPrintable else {
      log.append(
        Diagnostic(
          "a file's name must be UTF-8 without control characters",
          path: "\(folder)/\(text)"
        )
      )
      return
    }
    let path = String(joining: folder, "/", text)
    guard !text.hasPrefix(".") || path + "/" == SourceTree.wellKnown else { return }
    if entry.isFile { paths.append(path) } else { visit(path) }
  }

  /// Takes a file, remembers a folder, and refuses everything else.
  private mutating func visit(_ path: String) {
    var status = stat()
    guard unsafe lstat("\(root)/\(path)", &status) == 0 else {
      log.append(Diagnostic(SystemError.unreadable(path)))
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: paths.append(path)
    case S_IFDIR: visitFolder(path)
    case S_IFLNK: visitLink(path)
    default:
      log.append(
        Diagnostic(
          "only files and folders belong in a site",
          path: path,
          help: "this is a pipe, a socket or a device: move it elsewhere"
        )
      )
    }
  }

  private mutating func visitFolder(_ path: String) {
    guard !path.hasSuffix(".md") else {
      log.append(
        Diagnostic(
          "a folder's name must not end in `.md`",
          path: path,
          help: "a page in a folder is `\(path.dropLast(3))/index.md`"
        )
      )
      return
    }
    folders.append(path)
  }

  private mutating func visitLink(_ path: String) {
    guard let target = realPath(of: "\(root)/\(path)") else {
      log.append(Diagnostic("a symbolic link must lead to a file that exists", path: path))
      return
    }
    guard target.hasPrefix(realRoot + "/") else {
      log.append(
        Diagnostic(
          "a symbolic link must not leave the site",
          path: path,
          help: "copy the file here"
        )
      )
      return
    }
    var status = stat()
    let isFile = unsafe lstat(target, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    let isHidden = target.dropFirst(realRoot.count).contains("/.")
    guard isFile, !isHidden else {
      let rule = isHidden ? "must not lead to a hidden file" : "must lead to a file, not a folder"
      log.append(Diagnostic("a symbolic link \(rule)", path: path))
      return
    }
    paths.append(path)
  }

  /// What stands in a folder, without `.` and `..`.
  private func entries(of folder: String) throws(SystemError) -> [Entry] {
    guard let stream = unsafe opendir("\(root)/\(folder)") else { throw .unreadable(folder) }
    defer { unsafe closedir(stream) }
    var names: [Entry] = []
    errno = 0
    while let entry = unsafe readdir(stream) {
      let name = unsafe entryName(entry)
      // `.` and `..` are the folder and the one above.
      if name.count > 2 || name.contains(where: { $0 != UInt8(ascii: ".") }) {
        names.append(Entry(name: name, isFile: unsafe entry.pointee.d_type == UInt8(DT_REG)))
      }
      errno = 0
    }
    guard errno == 0 else { throw .unreadable(folder) }
    return names
  }
}

/// The bytes of a directory entry's name, up to its NUL.
private func entryName(_ entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
  unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
    unsafe Array(bytes.prefix { $0 != 0 })
  }
}

/// Whether nothing is there; what the machine refuses to show may be.
private func isMissing(_ path: String) -> Bool {
  var status = stat()
  return unsafe lstat(path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR)
}

/// The path without symbolic links, or `nil` where it leads nowhere.
func realPath(of path: String) -> String? {
  guard let resolved = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}

extension String {
  /// Whether it holds no control character.
  var isPrintable: Bool {
    let bytes = utf8Span.span
    for index in bytes.indices where bytes[index] < 0x20 || bytes[index] == 0x7F { return false }
    return true
  }

  /// Whether it is ASCII.
  var isASCII: Bool { utf8Span.isKnownASCII }
}
