import Content
import Diagnostics

/// Reports every file that two things want, also where names differ only in case or normalisation,
/// and every file that stands where a folder must be.
///
/// Swift's strings are equal when they are canonically equivalent (Unicode §3.7), so that a lower-cased
/// path is the key that both rules ask for.
func checkCollisions(_ outputs: [PlannedOutput], log: inout DiagnosticLog) {
  var first: [String: Int] = [:]
  first.reserveCapacity(outputs.count)
  var crowds: [Int: [Int]] = [:]
  let names = outputs.map { $0.address.file.lowercased() }
  for index in outputs.indices {
    guard let earlier = first.updateValue(index, forKey: names[index]) else { continue }
    first[names[index]] = earlier
    crowds[earlier, default: [earlier]].append(index)
  }
  for (_, crowd) in crowds.sorted(by: { $0.key < $1.key }) {
    tellCollisions(crowd.map { outputs[$0] }, log: &log)
  }
  checkFolders(outputs, names, first, log: &log)
}

/// Reports the files that stand where others need a folder.
///
/// - Parameters:
///   - outputs: all that is planned.
///   - names: their paths as they are compared.
///   - first: which of them has a path.
///   - log: gets what is wrong.
private func checkFolders(
  _ outputs: [PlannedOutput],
  _ names: [String],
  _ first: [String: Int],
  log: inout DiagnosticLog
) {
  // Nearly every file has an extension, and hardly a folder has: only where that isn't so can a file
  // have a folder's path.
  let bareDepths = Set(names.lazy.map(PathScan.init).filter(\.isBare).map(\.depth))
  var checked: Set<String> = []
  for (output, name) in zip(outputs, names) {
    for end in PathScan(name, bareDepths).folders {
      let path = String(decoding: name.utf8.prefix(end), as: UTF8.self)
      guard checked.insert(path).inserted, let file = first[path] else { continue }
      log.append(.fileInPlaceOfFolder(outputs[file], folderOf: output))
    }
  }
}

/// What the bytes of a relative path say of its folders.
private struct PathScan {
  /// How many folders are above it.
  var depth = 0
  /// Whether its last part has no full stop.
  var isBare = true
  /// Where the folders end that may have a file's path, outermost first.
  var folders: [Int] = []

  /// Reads a path, by how deep files stand whose names have no full stop.
  init(_ path: String, _ bareDepths: Set<Int>) {
    let bytes = path.utf8Span.span
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: ".") { isBare = false }
      guard bytes[index] == UInt8(ascii: "/") else { continue }
      if !isBare || bareDepths.contains(depth) { folders.append(index) }
      depth += 1
      isBare = true
    }
  }

  init(_ path: String) { self.init(path, []) }
}

/// Says of all that want one address but one, who else does.
///
/// It is said where an author can mend it best: at a written address, else of a file; the one of which
/// nothing is said is the first of those where that is hardest.
private func tellCollisions(_ outputs: [PlannedOutput], log: inout DiagnosticLog) {
  let weights = outputs.map(\.owner.weight)
  let kept = weights.indices.min { weights[$0] < weights[$1] }
  for index in outputs.indices where index != kept {
    let others = outputs.indices.filter { $0 != index }.map { outputs[$0] }
    log.append(.collision(outputs[index], others))
  }
}

extension Diagnostic {
  fileprivate static func collision(
    _ blamed: PlannedOutput,
    _ others: [PlannedOutput]
  ) -> Diagnostic {
    let address = blamed.address.path
    let file = blamed.address.file
    let same = others.filter { $0.address.file.utf8.elementsEqual(file.utf8) }
    if same.isEmpty, let other = others.first {
      let message =
        "the address `\(address)` is too like `\(other.address.path)` of \(other.owner.name)"
      let difference = file == other.address.file ? "Unicode normalisation" : "case"
      let help = "only \(difference) differs, which some disks and servers ignore: \(blamed.remedy)"
      return .about(blamed.owner, message, help: help)
    }
    let names = same.map(\.owner.name)
    let list = names.dropLast().joined(separator: ", ")
    let all = [list, names.last ?? ""].filter { !$0.isEmpty }.joined(separator: " and ")
    let message = "the address `\(address)` is taken by \(all)"
    return .about(blamed.owner, message, help: blamed.remedy + blamed.offSwitch(of: same))
  }

  fileprivate static func fileInPlaceOfFolder(
    _ file: PlannedOutput,
    folderOf page: PlannedOutput
  ) -> Diagnostic {
    let blamed = page.owner.weight > file.owner.weight ? page.owner : file.owner
    let message =
      "the file `\(file.address.path)` of \(file.owner.name) stands where "
      + "`\(page.address.path)` of \(page.owner.name) needs a folder"
    return .about(blamed, message, help: "give one of them another address")
  }

  private static func about(_ owner: Owner, _ message: String, help: String) -> Diagnostic {
    if let span = owner.span { return Diagnostic(message, at: span, help: help) }
    return Diagnostic(message, path: owner.path, help: help)
  }
}

extension Owner {
  /// How well it tells an author where to mend an address.
  fileprivate var weight: Int { span != nil ? 2 : path != nil ? 1 : 0 }
}

extension PlannedOutput {
  /// For a file of the author's own in the place of one of ours: the setting that leaves it there.
  fileprivate func offSwitch(of others: [PlannedOutput]) -> String {
    guard case .copy = content, let output = others.lazy.compactMap(\.owner.output).first else {
      return ""
    }
    return ", or turn ours off in site.yml with `outputs: {\(output.rawValue): false}`"
  }

  /// What gives it another address.
  fileprivate var remedy: String {
    switch content {
    case .copy, .asset: "give the file another name"
    case .bytes where owner.span != nil: "remove the alias, or write another"
    default: "give one of them another `slug` or `permalink`"
    }
  }
}
