import Content

/// What a calendar file is of.
enum CalendarSubject: Sendable, Hashable {
  case site
  case community(Int)
  /// An event, or an occurrence alone.
  case event(Int)
  /// A series with its changed occurrences.
  case series(Int)

  /// The page that the file stands beside; the site's stands at its root.
  var page: PageSubject {
    switch self {
    case .site: .home
    case .community(let index): .community(index)
    case .event(let index): .event(index)
    case .series(let index): .series(index)
    }
  }

  /// The file's name.
  var fileName: String {
    switch self {
    case .site, .community: "events.ics"
    case .event, .series: "event.ics"
    }
  }

  /// What turns the file off.
  var output: OutputKind {
    switch self {
    case .site, .community: .calendars
    case .event, .series: .eventCalendars
    }
  }
}

extension PageSubject {
  /// The calendar beside the page, if it has one.
  var calendar: CalendarSubject? {
    switch self {
    case .home: .site
    case .community(let index): .community(index)
    case .event(let index): .event(index)
    case .series(let index): .series(index)
    default: nil
    }
  }
}

extension Site {
  /// Whether a calendar is emitted: not one without events, which RFC 5545 §3.4 forbids.
  func hasCalendar(_ subject: CalendarSubject) -> Bool {
    guard settings.emits(subject.output), hasPage(subject.page) else { return false }
    switch subject {
    case .site: return !events.isEmpty || !series.isEmpty
    case .community(let index):
      return !communities[index].events.isEmpty || !communities[index].series.isEmpty
    case .event, .series: return true
    }
  }
}

extension SiteModel {
  /// The address of a page's calendar; `nil` when it isn't emitted.
  func calendar(_ subject: PageSubject) -> String? {
    calendarAddress(subject).map(url)
  }

  /// The address at which programs subscribe to a page's calendar; `nil` when it isn't emitted.
  func webcal(_ subject: PageSubject) -> String? {
    calendarAddress(subject).map { address in
      "webcal:" + permalink(address).drop { $0 != ":" }.dropFirst()
    }
  }

  private func calendarAddress(_ subject: PageSubject) -> PageAddress? {
    guard let calendar = subject.calendar, site.hasCalendar(calendar) else { return nil }
    return addresses[subject].beside(calendar.fileName)
  }
}
