import Calendar
import Content
import Parallel

/// Makes the calendars of a site: each event is written once, for all the files that hold it.
struct SiteCalendar: Sendable {
  private let model: SiteModel
  /// What stands for each event in calendars; `nil` for an occurrence as its series gives it.
  private let events: [CalendarText?]
  /// A series and its changed occurrences.
  private let series: [CalendarText]

  /// Programs look again after so long.
  private static let refreshInterval = EventDuration(days: 1)

  /// Writes all events of a site, unless no calendar holds them.
  init(_ model: SiteModel, jobs: Int) {
    self.model = model
    let site = model.site
    let isWanted = site.settings.emits(.calendars) || site.settings.emits(.eventCalendars)
    let numbers = isWanted ? Array(site.events.indices) : []
    events = concurrentMap(numbers, jobs: jobs, chunk: 64) { index in
      site.events[index].occurrence == nil
        ? CalendarText([CalendarEvent(index, model)]) : nil
    }
    series = concurrentMap(isWanted ? Array(site.series.indices) : [], jobs: jobs) { index in
      CalendarText(CalendarEvent.series(index, model))
    }
  }

  /// The bytes of a file that is published at an address.
  func bytes(_ subject: CalendarSubject, at url: String) -> [UInt8] {
    switch subject {
    case .site:
      let texts = site(model.site.events.indices, model.site.series.indices)
      return calendar(subject, at: url).bytes(with: texts)
    case .community(let index):
      let community = model.site.communities[index]
      return calendar(subject, at: url).bytes(with: site(community.events, community.series))
    case .event(let index):
      let text = events[index] ?? CalendarText([CalendarEvent(index, model)])
      return CalendarObject(productID: SiteCalendar.productID).bytes(with: [text])
    case .series(let index):
      return CalendarObject(productID: SiteCalendar.productID).bytes(with: [series[index]])
    }
  }

  /// Single events by start, then the series by path.
  private func site(_ events: some Sequence<Int>, _ series: some Sequence<Int>) -> [CalendarText] {
    events.compactMap { self.events[$0] } + series.map { self.series[$0] }
  }

  private func calendar(_ subject: CalendarSubject, at url: String) -> CalendarObject {
    let site = model.site.settings
    var calendar = CalendarObject(
      productID: SiteCalendar.productID,
      name: site.title,
      description: site.description,
      zoneName: site.zone.identifier,
      source: url,
      refreshInterval: SiteCalendar.refreshInterval
    )
    if case .community(let index) = subject {
      let community = model.site.communities[index]
      calendar.name = "\(community.name) · \(site.title)"
      calendar.description = model.summary(.community(index))
      calendar.zoneName = community.zone.identifier
    }
    return calendar
  }

  /// Without tweetup's version: a calendar changes when its events do.
  private static let productID = "-//tweetup//tweetup//EN"
}

extension CalendarEvent {
  /// An event by its place in the site.
  fileprivate init(_ index: Int, _ model: SiteModel) {
    let text = EventText(.event(index), in: model)
    self.init(text.event, text)
  }

  /// A series, then its changed occurrences by their original start.
  fileprivate static func series(_ index: Int, _ model: SiteModel) -> [CalendarEvent] {
    let series = model.site.series[index]
    let master = CalendarEvent(series, EventText(.series(index), in: model))
    let changed = series.occurrences.filter { model.events[$0].hasOwnDocument }
    return [master] + changed.map { CalendarEvent($0, model) }
  }
}

extension SiteModel {
  /// What a page is about in short.
  func summary(_ subject: PageSubject) -> String? {
    written(subject).flatMap { $0.document.summary ?? $0.text.summary }
  }
}
