import Glibc
import Testing

/// A folder on the disk for one test, with all that the tree must cope with.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() throws {
    var template = Array("/tmp/tweetup-tests-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
    }
    path = try #require(made)
  }

  deinit { removeTree(path) }

  func makeFolder(_ name: String) throws {
    #expect(unsafe mkdir("\(path)/\(name)", 0o755) == 0)
  }

  func write(_ text: String, to name: String) throws {
    let descriptor = unsafe open("\(path)/\(name)", O_WRONLY | O_CREAT, 0o644)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    #expect(unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
  }

  func link(_ name: String, to target: String) {
    #expect(unsafe symlink(target, "\(path)/\(name)") == 0)
  }

  func makePipe(_ name: String) {
    #expect(unsafe mkfifo("\(path)/\(name)", 0o644) == 0)
  }

  func forbid(_ name: String) {
    #expect(unsafe chmod("\(path)/\(name)", 0) == 0)
  }
}

/// Removes a folder and all below it.
private func removeTree(_ path: String) {
  var folders = [path]
  var index = 0
  while index < folders.count {
    let folder = folders[index]
    index += 1
    unsafe chmod(folder, 0o755)
    guard let stream = unsafe opendir(folder) else { continue }
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      let child = "\(folder)/\(name)"
      if unsafe unlink(child) != 0 { folders.append(child) }
    }
    unsafe closedir(stream)
  }
  for folder in folders.reversed() { unsafe rmdir(folder) }
}
