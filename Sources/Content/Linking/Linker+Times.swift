internal import Calendar
internal import Diagnostics

extension Linker {
  /// Finds the zone of each community, then that of each event: its own, else its community's.
  mutating func findZones() {
    for index in written.indices {
      guard case .community(let community) = written[index].details else { continue }
      useZone(community.timezone, of: index)
    }
    for index in written.indices {
      guard case .event(let event) = written[index].details else { continue }
      if let community = event.community.flatMap({ names.communities.file(named: $0.value) }) {
        contexts[index] = contexts[community].inherited
      }
      useZone(event.timezone, of: index)
    }
    for index in written.indices { inheritZone(index) }
  }

  /// Reads a page's times in the zone that it names itself.
  private mutating func useZone(_ name: Located<String>?, of index: Int) {
    guard let name, let zone = zones.zone(name, log: &log) else { return }
    contexts[index] = TimeContext(zone: zone, origin: .page)
  }

  /// Gives a file that changes an occurrence the zone of its series, when it has none of its own.
  private mutating func inheritZone(_ index: Int) {
    guard case .event(let event) = written[index].details, event.timezone == nil,
      let name = event.recurrence.series, let base = names.events.file(named: name.value),
      case .event(let series) = written[base].details
    else { return }
    // Another community has another zone, unless the series names one.
    guard event.community == nil || series.timezone != nil else { return }
    contexts[index] = contexts[base].inherited
  }

  /// Gives a document its times, its comments' state and its files.
  mutating func complete(_ index: Int) {
    let file = written[index]
    documents[index].date = moment(file.common.date, "date", index)
    documents[index].updated = moment(file.common.updated, "updated", index)
    documents[index].publish = moment(file.common.publish, "publish", index)
    documents[index].expire = moment(file.common.expire, "expire", index)
    documents[index].comments = file.common.comments ?? site.settings.comments.initial
    if file.place.kind != .event {
      closeComments(of: index, since: documents[index].date?.instant)
    }
    sayMissingDate(index)
  }

  private mutating func moment(
    _ written: Located<WrittenTime>?,
    _ key: String,
    _ index: Int
  ) -> Moment? {
    written.flatMap { contexts[index].ofAuthors.resolve($0, key, log: &log) }
  }

  /// A post has a date, in its front matter or its name.
  private mutating func sayMissingDate(_ index: Int) {
    let document = written[index]
    guard case .post = document.details, document.isReadable, !document.common.hasDate else {
      return
    }
    log.append(
      Diagnostic(
        "a post must have a `date`",
        path: document.file.path,
        help: "write `date: 2010-03-24`, or name the file `2010-03-24-\(document.place.name).md`"
      )
    )
  }
}

extension Linker {
  /// Leaves a page out when its author says that it isn't due.
  ///
  /// A draft is one whatever its dates; what has expired isn't yet to come again.
  mutating func decide(_ index: Int) {
    guard let reason = reasonToLeaveOut(index) else { return }
    isPublished[index] = false
    site.leftOut.append(LeftOut(path: written[index].file.path, reason: reason))
  }

  private func reasonToLeaveOut(_ index: Int) -> LeftOut.Reason? {
    if documents[index].isDraft, !options.includeDrafts { return .draft }
    if let expire = documents[index].expire, expire.instant <= site.now, !options.includeExpired {
      return .expired(expire)
    }
    guard !options.includeFuture else { return nil }
    var last = documents[index].publish
    if written[index].isHiddenByDate, let date = documents[index].date,
      last.map({ $0.instant < date.instant }) ?? true
    {
      last = date
    }
    return last.flatMap { $0.instant > site.now ? .future($0) : nil }
  }
}

extension TimeContext {
  /// The context of a page that has its zone from this one.
  fileprivate var inherited: TimeContext {
    TimeContext(zone: zone, origin: origin == .nobody ? .nobody : .inherited)
  }
}

extension WrittenDocument {
  /// Whether a date that is yet to come hides it: an event's own date is its start.
  fileprivate var isHiddenByDate: Bool {
    switch details {
    case .post, .page: true
    case .event, .community, .person, .venue: false
    }
  }
}
