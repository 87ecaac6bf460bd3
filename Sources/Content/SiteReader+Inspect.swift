internal import Calendar
public import Diagnostics

extension SiteReader {
  /// What was read of one file: each value typed, with what follows from the file's place.
  ///
  /// The whole site is read, drafts and all, since a time needs a zone and a name what it names.
  ///
  /// What is wrong with other files doesn't matter as long as this one can be shown.
  ///
  /// - Parameters:
  ///   - path: a path of the tree, such as `content/posts/tea.md`, also without `content/` and `.md`.
  ///   - log: gets what is wrong with the file, or why it can't be shown.
  /// - Returns: a map in the order of the documentation, or `nil`, having said why there is none.
  public func inspect(_ path: String, log: inout DiagnosticLog) -> DataValue? {
    guard let file = file(at: path) else {
      let missing = Diagnostic("there is no such file in content/", path: path)
      log.append(tree.rootFault ?? missing)
      return nil
    }
    var options = options
    options.includeDrafts = true
    options.includeFuture = true
    options.includeExpired = true
    var all = DiagnosticLog(isStrict: log.isStrict)
    let site = SiteReader(tree: tree, options: options, zones: zones).read(log: &all)
    var own = DiagnosticLog(isStrict: log.isStrict)
    for diagnostic in all.diagnostics where diagnostic.path == file { own.append(diagnostic) }
    if let value = site?.inspection(of: file), !own.hasErrors {
      log.append(contentsOf: own)
      return .map(value.entries)
    }
    log.append(contentsOf: own.hasErrors ? own : all)
    if !all.hasErrors {
      log.append(
        Diagnostic("this file is published as it is: there is nothing to read", path: file)
      )
    }
    return nil
  }

  /// The file of the tree that a path means.
  private func file(at path: String) -> String? {
    let path = path.utf8.starts(with: "./".utf8) ? String(path.dropFirst(2)) : path
    return [path, "content/\(path)", "\(path).md", "content/\(path).md"].first(where: tree.contains)
  }
}

/// A map in the order in which it is written; what isn't there is left out.
struct Inspection {
  private(set) var entries: [DataEntry] = []

  mutating func add(_ key: String, _ value: DataValue?) {
    if let value { entries.append(DataEntry(key: key, value: value)) }
  }

  mutating func add(_ key: String, _ text: String?) {
    add(key, text.map { .text($0) })
  }

  mutating func add(_ key: String, _ moment: Moment?) {
    add(key, moment.map { .map(Inspection($0).entries) })
  }

  /// Adds a list when it isn't empty.
  mutating func add(_ key: String, _ values: [DataValue]) {
    add(key, values.isEmpty ? nil : .list(values))
  }

  init() {}

  private init(_ moment: Moment) {
    add("time", moment.isDateOnly ? moment.time.local.date.iso : moment.time.rfc3339)
    add("zone", moment.zone.isEmpty ? nil : moment.zone)
    add("instant", DataValue.int(Int(moment.instant.seconds)))
  }
}

extension Site {
  fileprivate func inspection(of path: String) -> Inspection? {
    if path == settings.file.path { return settings.inspection }
    if let post = posts.first(where: { $0.document.file.path == path }) { return inspection(post) }
    if let series = series.first(where: { $0.event.document.file.path == path }) {
      return inspection(series)
    }
    if let event = events.first(where: { $0.document.file.path == path }) {
      return inspection(event)
    }
    if let community = communities.first(where: { $0.document.file.path == path }) {
      return inspection(community)
    }
    if let person = people.first(where: { $0.document.file.path == path }) {
      return inspection(person)
    }
    if let venue = venues.first(where: { $0.document.file.path == path }) {
      return inspection(venue)
    }
    let others = pages.map(\.document) + Section.allCases.compactMap { sections[$0] }
    if let document = others.first(where: { $0.file.path == path }) {
      return inspection(document, kind: "page")
    }
    return thread(in: path).map { inspection($0) }
  }

  private func thread(in path: String) -> Thread? {
    let documents =
      posts.map(\.document) + series.map(\.event.document) + events.map(\.document)
      + communities.map(\.document)
      + people.map(\.document) + venues.map(\.document) + pages.map(\.document)
    return documents.lazy.compactMap(\.thread).first { $0.file.path == path }
  }
}
