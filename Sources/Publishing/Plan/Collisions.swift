import Diagnostics

/// Reports every file that two things want, also where names differ only in case or normalisation,
/// and every file that stands where a folder must be.
///
/// Swift's strings are equal when they are canonically equivalent (Unicode §3.7), so that a lower-cased
/// path is the key that both rules ask for.
func checkCollisions(_ outputs: [PlannedOutput], log: inout DiagnosticLog) {
  var first: [String: Int] = [:]
  first.reserveCapacity(outputs.count)
  let names = outputs.map { $0.address.file.lowercased() }
  for (index, output) in outputs.enumerated() {
    if let earlier = first.updateValue(index, forKey: names[index]) {
      first[names[index]] = earlier
      log.append(.collision(output, outputs[earlier]))
    }
  }
  var checked: Set<String> = []
  for (output, name) in zip(outputs, names) {
    for folder in name.ancestors where checked.insert(folder).inserted {
      guard let file = first[folder] else { continue }
      log.append(.fileInPlaceOfFolder(outputs[file], folderOf: output))
    }
  }
}

extension String {
  /// The folders of a relative path, outermost first: `a`, `a/b` for `a/b/c`.
  fileprivate var ancestors: [String] {
    utf8.indices.filter { utf8[$0] == UInt8(ascii: "/") }.map { String(self[..<$0]) }
  }
}

extension Diagnostic {
  /// Says it where an author can mend it best: at a written address, else of a file, and of two alike
  /// the later one.
  fileprivate static func collision(_ later: PlannedOutput, _ earlier: PlannedOutput) -> Diagnostic
  {
    let (blamed, other) =
      earlier.owner.weight > later.owner.weight ? (earlier, later) : (later, earlier)
    let address = blamed.address.path
    guard blamed.address.file.utf8.elementsEqual(other.address.file.utf8) else {
      let message =
        "the address `\(address)` is too like `\(other.address.path)` of \(other.owner.name)"
      let difference = blamed.address.file == other.address.file ? "Unicode normalisation" : "case"
      let help = "only \(difference) differs, which some disks and servers ignore: \(blamed.remedy)"
      return .about(blamed.owner, message, help: help)
    }
    let message = "the address `\(address)` is taken by \(other.owner.name)"
    return .about(blamed.owner, message, help: blamed.remedy)
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
  /// What gives it another address.
  fileprivate var remedy: String {
    switch content {
    case .copy, .asset: "give the file another name"
    case .bytes where owner.span != nil: "remove the alias, or write another"
    default: "give one of them another `slug` or `permalink`"
    }
  }
}
