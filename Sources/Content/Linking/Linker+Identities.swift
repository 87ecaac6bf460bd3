internal import Diagnostics

extension Linker {
  /// Says which `uid` is another event's, too: calendar programs would show one of the two.
  ///
  /// A warning, since real calendars have such events, and what is imported must be built.
  mutating func checkIdentities() {
    var owners: [String: Int] = [:]
    for index in written.indices where isPublished[index] {
      guard case .event(let event) = written[index].details, event.recurrence.series == nil else {
        continue
      }
      let uid = event.uid?.value ?? site.uid(ofFileAt: documents[index].subpath)
      guard let other = owners[uid] else {
        owners[uid] = index
        continue
      }
      sayShared(uid, by: index, and: other)
    }
  }

  /// Says it at the later of two files, unless only the other one writes its `uid`.
  private mutating func sayShared(_ uid: String, by index: Int, and other: Int) {
    for (index, other) in [(index, other), (other, index)] {
      guard case .event(let event) = written[index].details, let written = event.uid else {
        continue
      }
      log.append(
        Diagnostic(
          "two events should not have one `uid`: calendars show one of them",
          severity: .warning,
          at: written.span,
          label: "that of `\(self.written[other].file.path)` too",
          help: "give each its own, or leave `uid` out"
        )
      )
      return
    }
  }
}
