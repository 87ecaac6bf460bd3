import Content
import Diagnostics

/// Reads a text that an argument names; `-` is standard input.
///
/// - Returns: `nil` when it can't be read or isn't UTF-8 without NUL, which the log then says.
func readText(_ path: String, log: inout DiagnosticLog) -> SourceFile? {
  guard let file = readFile(path, log: &log) else { return nil }
  guard let fault = file.encodingFault else { return file }
  log.append(fault)
  return nil
}

/// Reads a file that an argument names, whatever its bytes are; `-` is standard input.
///
/// - Returns: `nil` when it can't be read, which the log then says.
func readFile(_ path: String, log: inout DiagnosticLog) -> SourceFile? {
  let name = path == "-" ? "standard input" : path
  do throws(SystemError) {
    guard let bytes = try readBytes(path, name) else {
      log.append(Diagnostic("a text must have at most \(textLimit >> 20) MiB", path: name))
      return nil
    }
    return SourceFile(path: name, bytes: bytes)
  } catch {
    log.append(Diagnostic(error))
    return nil
  }
}

/// The most bytes that are read: 64 MiB.
private let textLimit = 64 << 20

private func readBytes(_ path: String, _ name: String) throws(SystemError) -> [UInt8]? {
  if path != "-" { return try readRegularFile(path, as: path, limit: textLimit) }
  guard let input = StandardStream.input.readAll() else {
    throw SystemError("can't be read", path: name, errno: Machine.inputError)
  }
  return input.count > textLimit ? nil : input
}
