import Foundation

/// Programs of others that judge ours: scripts in `Tests/oracles`, run by Python.
public enum Oracle {
  /// Whether a test that asks a module is to run: when Python has it, in the project's own `.venv` or
  /// else the machine's, and, to fail, when it has to be there.
  public static func has(module: String) -> Bool {
    isToRun(required: isRequired) { (try? run(["-c", "import \(module)"])) != nil }
  }

  /// What a script of `Tests/oracles` prints, given some bytes on its standard input.
  public static func output(
    of script: String,
    _ arguments: [String] = [],
    input: [UInt8] = []
  ) throws -> String {
    try run(["Tests/oracles/\(script)"] + arguments, input: input)
  }

  /// A script failed; its messages.
  public struct Failure: Error, CustomStringConvertible {
    /// What it wrote to its standard error.
    public let description: String
  }

  private static var python: String {
    let own = ".venv/bin/python3"
    return FileManager.default.isExecutableFile(atPath: own) ? own : "/usr/bin/python3"
  }

  private static func run(_ arguments: [String], input: [UInt8] = []) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files, since a pipe that nobody empties holds a program up.
    let files = try ["in", "out", "err"].map { name in
      let file = folder.appending(path: name)
      try Data(name == "in" ? input : []).write(to: file)
      return file
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
    }
    return String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
  }
}

/// Whether a test of something outside of the project is to run: when that is there, or has to be.
///
/// A test that runs without what it needs fails; one that doesn't run is skipped.
public func isToRun(required: Bool, isThere: () -> Bool) -> Bool { required || isThere() }

/// Whether `TWEETUP_SETS_REQUIRED=1` says that nothing may be skipped.
private var isRequired: Bool {
  ProcessInfo.processInfo.environment["TWEETUP_SETS_REQUIRED"] == "1"
}

/// Sets of real files outside of the project, in the folder that `TWEETUP_SETS` names.
public enum SharedSets {
  private static var folder: String {
    ProcessInfo.processInfo.environment["TWEETUP_SETS"] ?? "../shared"
  }

  /// Whether a test of a set is to run: when the set is there, and, to fail, when it has to be.
  public static func includes(_ path: String) -> Bool {
    isToRun(required: isRequired) { FileManager.default.fileExists(atPath: "\(folder)/\(path)") }
  }

  /// A file of a set.
  public static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)")))
  }
}
