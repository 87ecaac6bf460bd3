internal import Calendar
internal import Diagnostics

/// What names an occurrence: its original start in its series' zone, or the day alone.
struct OriginalStart: Hashable {
  let date: CivilDate
  let time: CivilTime?
}

/// A file that changes an occurrence.
struct OccurrenceChange {
  let document: Int
  let original: OriginalStart
  /// Where the original start stands.
  let span: SourceSpan
}

extension Linker {
  /// The files that change an occurrence, by the document of their series; those without one are
  /// said.
  mutating func changes(of drafts: [SeriesDraft]) -> [Int: [OccurrenceChange]] {
    var changes: [Int: [OccurrenceChange]] = [:]
    let series = Set(drafts.map(\.document))
    for index in written.indices {
      guard case .event(let event) = written[index].details,
        let name = event.recurrence.series,
        let base = names.events.find(name, log: &log)
      else { continue }
      guard series.contains(base) else {
        saySingle(name, base)
        continue
      }
      guard let occurrence = event.occurrence,
        let original = original(occurrence, "occurrence", in: base)
      else { continue }
      let change = OccurrenceChange(document: index, original: original, span: occurrence.span)
      changes[base, default: []].append(change)
    }
    return changes
  }

  /// Says that an event has no occurrences; of one that can't be read that is said elsewhere.
  private mutating func saySingle(_ name: Located<String>, _ base: Int) {
    guard case .event(let event) = written[base].details, !event.recurrence.isSeries else { return }
    log.append(
      Diagnostic(
        "`series` must name an event with `repeat`",
        at: name.span,
        label: "`\(written[base].file.path)` has none"
      )
    )
  }

  /// A written time as the original start of an occurrence of a series; `nil`, having said why, when
  /// its offset is wrong.
  mutating func original(
    _ written: Located<WrittenTime>,
    _ key: String,
    in series: Int
  ) -> OriginalStart? {
    contexts[series].name(written, key, log: &log).map { local in
      OriginalStart(date: local.date, time: written.value.time == nil ? nil : local.time)
    }
  }

  /// The days of each series that files and posts name.
  func namedDays(_ changes: [Int: [OccurrenceChange]]) -> [Int: Set<CivilDate>] {
    var days = changes.mapValues { Set($0.map(\.original.date)) }
    for document in written {
      guard case .post(let post) = document.details, let name = post.event,
        let occurrence = OccurrenceName(name.value),
        names.events.file(named: name.value) == nil,
        let series = names.events.file(named: occurrence.series)
      else { continue }
      days[series, default: []].insert(contexts[series].localName(occurrence.time).date)
    }
    return days
  }

  /// Which file changes which occurrence; what isn't one occurrence, or another file's, is said.
  mutating func files(
    _ changes: [OccurrenceChange],
    of draft: SeriesDraft,
    _ expansion: SeriesExpansion
  ) -> [CivilDateTime: Int] {
    var files: [CivilDateTime: Int] = [:]
    for change in changes {
      guard let found = occurrence(change.original, at: change.span, draft.document, expansion)
      else { continue }
      if let other = files[found.occurrence.local] {
        log.append(
          Diagnostic(
            "an occurrence must be changed by one file",
            at: change.span,
            label: "changed by `\(written[other].file.path)` too"
          )
        )
      } else {
        files[found.occurrence.local] = change.document
      }
    }
    return files
  }

  /// The occurrence that a start names, or `nil`, having said why there isn't one.
  mutating func occurrence(
    _ original: OriginalStart,
    at span: SourceSpan,
    _ document: Int,
    _ expansion: SeriesExpansion
  ) -> SeriesExpansion.Member? {
    // What follows the last one that was looked at isn't known.
    guard !expansion.isGivenUp else { return nil }
    let onDay = expansion.named[original.date] ?? []
    let found = onDay.filter { original.time == nil || $0.occurrence.local.time == original.time }
    if found.count == 1 { return found[0] }
    let name = documents[document].name
    if found.isEmpty {
      sayMissing(original, at: span, in: document, expansion.set)
    } else {
      let times = found.map(\.occurrence.local.text)
      log.append(
        Diagnostic(
          "an occurrence must be named with its time where there are more on its day",
          at: span,
          label: "`\(name)` takes place \(found.count) times that day",
          help: "write " + times.alternatives
        )
      )
    }
    return nil
  }
}

extension Linker {
  /// Says that a series doesn't take place then, and when it does.
  private mutating func sayMissing(
    _ original: OriginalStart,
    at span: SourceSpan,
    in document: Int,
    _ set: RecurrenceSet
  ) {
    let time = original.time.map { CivilDateTime(date: original.date, time: $0).text }
    let written = time ?? original.date.iso
    let name = documents[document].name
    var whole = set
    whole.exclusions = []
    let isExcluded = whole.occurrences(on: original.date).contains {
      original.time == nil || $0.local.time == original.time
    }
    let near = isExcluded ? [] : set.nearest(to: original)
    log.append(
      Diagnostic(
        isExcluded
          ? "the series `\(name)` has no occurrence on `\(written)`: `except` excludes it"
          : "the series `\(name)` doesn't take place on `\(written)`",
        at: span,
        label: "a \(original.date.weekday.name)",
        help: near.isEmpty ? nil : "the nearest are " + near.joined(separator: " and ")
      )
    )
  }
}

extension RecurrenceSet {
  /// The occurrences before and after a day, as an error names them.
  fileprivate func nearest(to original: OriginalStart) -> [String] {
    var before: Occurrence?
    var after: Occurrence?
    for occurrence in prefix(SeriesExpansion.patience) {
      if occurrence.local.date > original.date {
        after = occurrence
        break
      }
      before = occurrence
    }
    return [before, after].compactMap { $0 }.map { occurrence in
      let isAsUsual = isAllDay || occurrence.local.time == start.time
      return isAsUsual && original.time == nil
        ? "`\(occurrence.local.date.iso)`" : "`\(occurrence.local.text)`"
    }
  }
}
