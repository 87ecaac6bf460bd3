public import Calendar

extension Site {
  /// What names an event in calendars for ever (RFC 7986 §5.3): `uid`, else its path below events/
  /// and the host of site.yml's `base_url`; of an occurrence its series'.
  ///
  /// Where the site is built for (`--base-url`) doesn't matter: a subscriber would get everything
  /// twice.
  public func uid(of event: Event) -> String {
    let named = event.occurrence.map { series[$0.series].event } ?? event
    return named.uid ?? uid(ofFileAt: named.document.subpath)
  }

  /// The identity of an event that writes none, by its path below events/.
  func uid(ofFileAt subpath: String) -> String { "\(subpath)@\(settings.baseURL.host)" }
}

extension CalendarExtension {
  /// The property with the zone of an event whose times are written in UTC, or as days.
  public static let zoneName = "X-TWEETUP-TIMEZONE"

  /// The property with a status for which iCalendar has no word, as front matter says it.
  public static let status = "X-TWEETUP-STATUS"
}
