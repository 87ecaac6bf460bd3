internal import Diagnostics

/// The files of one kind by the names that others call them.
struct NameIndex {
  /// What an error calls one of them: `event`.
  let noun: String

  /// Where their files are.
  let folder: String

  private var files: [String: [Int]] = [:]
  private var paths: [Int: String] = [:]
  private var names: [String] = []

  init(_ noun: String, in folder: String) {
    self.noun = noun
    self.folder = folder
  }

  /// Adds a file by its name, with and without its date, and by its path below its kind's folder.
  mutating func insert(_ index: Int, _ place: DocumentPlace, path: String) {
    paths[index] = path
    files[place.name, default: []].append(index)
    names.append(place.name)
    if place.slug != place.name {
      files[place.slug, default: []].append(index)
      names.append(place.slug)
    }
    if place.subpath != place.name, place.subpath != place.slug {
      files[place.subpath, default: []].append(index)
    }
  }

  /// The file of exactly that name, when there is one only.
  func file(named name: String) -> Int? {
    guard let found = files[name], found.count == 1 else { return nil }
    return found[0]
  }

  /// The file that a name means, or `nil`, having said that there is none or more than one.
  func find(_ name: Located<String>, log: inout DiagnosticLog) -> Int? {
    let found = files[name.value] ?? []
    if found.count == 1 { return found[0] }
    // Hints compare with every name there is, so thousands of them would cost minutes.
    let isHinted = log.diagnostics.count < Faults.limit
    log.append(found.isEmpty ? unknown(name, isHinted: isHinted) : ambiguous(name, found))
    return nil
  }

  private func unknown(_ name: Located<String>, isHinted: Bool) -> Diagnostic {
    Diagnostic(
      "unknown \(noun) `\(name.value)`",
      at: name.span,
      help: (isHinted ? suggestion(for: name.value, among: names) : nil)
        ?? "its file would be `\(folder)\(name.value).md`"
    )
  }

  private func ambiguous(_ name: Located<String>, _ found: [Int]) -> Diagnostic {
    let files = found.compactMap { paths[$0] }.sorted().map { "`\($0)`" }
    return Diagnostic(
      "`\(name.value)` must name one \(noun)",
      at: name.span,
      label: "fits \(files.count) files",
      help: "name one of them with its date",
      notes: ["it fits " + files.joined(separator: " and ")]
    )
  }
}
