import Content
import Diagnostics
import Templates

#if canImport(Glibc)
private import Glibc
#else
private import Musl
#endif

/// The templates of a folder and those below it, for `tweetup render`.
struct TemplateFolder {
  let path: String

  /// The most bytes of a template, and the most files: a folder that isn't one of templates, such as
  /// `/`, ends soon.
  private static let limits = (bytes: 8 << 20, files: 10_000)

  /// The templates by their paths below the folder, sorted; what can't be read goes to the log.
  func sources(_ log: inout DiagnosticLog) -> [TemplateSet.Source] {
    var sources: [TemplateSet.Source] = []
    for name in names().sorted() {
      let file = path == "." ? name : "\(path)/\(name)"
      do throws(SystemError) {
        guard let bytes = try readRegularFile(file, as: file, limit: TemplateFolder.limits.bytes)
        else {
          continue
        }
        let source = SourceFile(path: file, bytes: bytes)
        if let fault = source.encodingFault {
          log.append(fault)
        } else {
          sources.append(TemplateSet.Source(name: name, file: source))
        }
      } catch {
        log.append(Diagnostic(error))
      }
    }
    return sources
  }

  /// The names of the regular files, without following links and without hidden ones.
  private func names() -> [String] {
    var names: [String] = []
    var folders = [""]
    while let folder = folders.popLast(), names.count < TemplateFolder.limits.files {
      guard let stream = unsafe opendir("\(path)/\(folder)") else { continue }
      defer { unsafe closedir(stream) }
      while let entry = unsafe readdir(stream) {
        let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        guard !name.hasPrefix(".") else { continue }
        var status = stat()
        guard unsafe lstat("\(path)/\(folder)\(name)", &status) == 0 else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFREG: names.append(folder + name)
        case S_IFDIR: folders.append("\(folder)\(name)/")
        default: continue
        }
      }
    }
    return names
  }
}
