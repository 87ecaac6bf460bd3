internal import Calendar
internal import Diagnostics

extension Linker {
  /// Expands the series, gives the published ones their places, and makes events of their
  /// occurrences.
  mutating func occurrences(of drafts: [SeriesDraft]) -> [PlacedEvent] {
    let changes = changes(of: drafts)
    guard !drafts.isEmpty else { return [] }
    let days = namedDays(changes)
    var events: [PlacedEvent] = []
    for draft in drafts {
      let document = draft.document
      let expansion = expand(draft, naming: days[document] ?? [])
      expansions[document] = expansion
      let changed = files(changes[document] ?? [], of: draft, expansion)
      guard isPublished[document] else {
        for (_, index) in changed { leaveOut(index, with: document) }
        continue
      }
      position[document] = site.series.count
      site.series.append(draft.series)
      let members = occurrences(of: draft, expansion, changed)
      closeComments(of: draft, members)
      events += members
    }
    return events
  }

  /// The occurrences of one series that get pages.
  private mutating func occurrences(
    of draft: SeriesDraft,
    _ expansion: SeriesExpansion,
    _ files: [CivilDateTime: Int]
  ) -> [PlacedEvent] {
    let number = site.series.count - 1
    let published = files.filter { isPublished[$0.value] }
    var rest = published
    var events: [PlacedEvent] = []
    events.reserveCapacity(expansion.nearest.count + published.count)
    for member in expansion.nearest {
      rest[member.occurrence.local] = nil
      let file = published[member.occurrence.local]
      guard let event = occurrence(member, number, draft, file) else { continue }
      events.append(event)
    }
    // Occurrences with a file have a page however far they are.
    for day in expansion.named.keys.sorted() {
      for member in expansion.named[day] ?? [] {
        guard let file = rest[member.occurrence.local],
          let event = occurrence(member, number, draft, file)
        else { continue }
        events.append(event)
      }
    }
    return events
  }

  private mutating func occurrence(
    _ member: SeriesExpansion.Member,
    _ number: Int,
    _ draft: SeriesDraft,
    _ file: Int?
  ) -> PlacedEvent? {
    var event: Event
    if let file, case .event(let written) = self.written[file].details {
      inherit(file, from: draft)
      let changed = changedOccurrence(file, written, of: draft.series, at: member.occurrence)
      guard let changed else { return nil }
      event = changed
      if self.written[draft.document].common.comments == nil {
        closeComments(of: file, since: event.over)
        event.document.comments = documents[file].comments
      }
    } else {
      event = draft.series.event
      let timing = EventTiming(member.occurrence, of: draft.series)
      // All formats of times end with the year 9999, and so does a series.
      guard timing.isWritable(in: event.zone) else { return nil }
      event.take(timing)
    }
    event.occurrence = SeriesOccurrence(
      series: number,
      original: member.occurrence,
      name: member.name,
      isChanged: file != nil
    )
    return PlacedEvent(event: event, document: file ?? draft.document)
  }

  /// Closes the comments of a series some time after its last occurrence; one without end goes on.
  private mutating func closeComments(of draft: SeriesDraft, _ events: [PlacedEvent]) {
    guard !draft.series.recurrence.isEndless, let last = events.map(\.event.over).max() else {
      return
    }
    closeComments(of: draft.document, since: last)
    site.series[site.series.count - 1].event.document.comments = documents[draft.document].comments
  }

  /// Gives a changed occurrence's document what only its series says.
  private mutating func inherit(_ file: Int, from draft: SeriesDraft) {
    let series = documents[draft.document]
    written[file].common.fill(&documents[file], from: series)
    if written[file].common.comments == nil, let state = written[draft.document].common.comments {
      documents[file].comments = state
    }
  }

  /// Leaves out a file that changes an occurrence of a series which isn't published.
  private mutating func leaveOut(_ index: Int, with series: Int) {
    guard isPublished[index] else { return }
    isPublished[index] = false
    let reason = LeftOut.Reason.series(written[series].file.path)
    site.leftOut.append(LeftOut(path: written[index].file.path, reason: reason))
    site.leftOut.sort { $0.path < $1.path }
  }

  private mutating func expand(_ draft: SeriesDraft, naming days: Set<CivilDate>) -> SeriesExpansion
  {
    let zone = draft.series.event.zone
    let today = zone.civil(site.now).date
    let bounds = SeriesExpansion.Bounds(
      now: site.now,
      horizon: today.adding(months: site.settings.eventHorizon)
    )
    let expansion = SeriesExpansion(draft.series.recurrence, bounds, naming: days)
    adviseOnExceptions(draft)
    guard let rule = draft.written.recurrence.rule else { return expansion }
    if expansion.isGivenUp {
      log.append(
        Diagnostic(
          "a series must take place less than \(SeriesExpansion.patience) times",
          at: rule.span,
          help: "give it an end: `until 2026-12-31` or `10 times`"
        )
      )
    } else if expansion.isCut {
      log.append(
        Diagnostic(
          "a series should have at most \(bounds.limit) pages",
          severity: .warning,
          at: rule.span,
          label: "the \(bounds.limit) occurrences nearest to now have one"
        )
      )
    }
    return expansion
  }
}
