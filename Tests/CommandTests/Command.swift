import Foundation
import Testing

/// The command itself, as a user runs it.
struct Command {
  /// What a run left behind.
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The program beside the one that runs the tests.
  static let program: URL = URL(fileURLWithPath: "/proc/self/exe")
    .resolvingSymlinksInPath()
    .deletingLastPathComponent()
    .appendingPathComponent("tweetup")

  /// Runs `tweetup` in a folder and waits for its end.
  ///
  /// Nothing of the machine's zone or locale comes along: the environment is PATH and what is given.
  static func run(
    _ arguments: [String],
    in folder: URL? = nil,
    input: String = "",
    environment: [String: String] = [:],
    program: URL = program
  ) throws -> Result {
    let scratch = try Scratch()
    let streams = ["in", "out", "err"].map { scratch.url.appendingPathComponent($0) }
    for stream in streams {
      try Data(stream == streams[0] ? Array(input.utf8) : []).write(to: stream)
    }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = folder }
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    process.standardOutput = try FileHandle(forWritingTo: streams[1])
    process.standardError = try FileHandle(forWritingTo: streams[2])
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: streams[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self)
    )
  }
}

/// A folder that goes when nobody needs it any more.
final class Scratch {
  let url: URL

  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tweetup-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit {
    // A test may have taken the right to remove what is inside.
    _ = try? FileManager.default.removeItem(at: url)
  }

  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: file)
  }

  /// Every file below a folder, with its bytes.
  func files(in folder: String) throws -> [String: Data] {
    let root = url.appendingPathComponent(folder)
    guard let walker = FileManager.default.enumerator(atPath: root.path) else { return [:] }
    var files: [String: Data] = [:]
    for case let name as String in walker {
      let file = root.appendingPathComponent(name)
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[name] = try Data(contentsOf: file) }
    }
    return files
  }
}
