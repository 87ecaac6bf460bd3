public import Calendar

/// Something to meet at.
public struct Event: Sendable {
  /// Its file and what every page has.
  public var document: Document
  /// When it begins; ``Moment/isDateOnly`` when it is all-day.
  public var start: Moment
  /// When it ends: after the last day when it is all-day (exclusive, as in RFC 5545); `nil` when
  /// neither `end` nor `duration` was written.
  public var end: Moment?
  /// When it is over: `end`, else the end of its local day.
  public var over: Instant
  /// Its zone: `timezone`, else its community's, else the site's.
  public var zone: Zone
  /// `all_day`, or a `start` that is a date alone.
  public var isAllDay: Bool
  /// `status`.
  public var status: EventStatus
  /// `previous_start`.
  public var previousStart: Moment?
  /// `repeat`, `except`, `also`, `series` and `occurrence`, as they were written.
  public var recurrence: WrittenRecurrence
  /// The series that it belongs to; `nil` for an event that takes place once.
  ///
  /// An occurrence without a file of its own has its series' document, which is no page of its own.
  public var occurrence: SeriesOccurrence?
  /// An index into ``Site/communities``.
  public var community: Int?
  /// `venue`.
  public var venue: EventVenue?
  /// `online`: where to join.
  public var online: String?
  /// `uid`.
  public var uid: String?
  /// `sequence`.
  public var sequence = 0
  /// `rsvp`: where to say that one comes.
  public var rsvp: String?
  /// `capacity`: how many can come.
  public var capacity: Int?
  /// `price`, as it was typed: a decimal number.
  public var price: String?
  /// `currency`: an ISO 4217 code.
  public var currency: String?
  /// `hashtag`, with its `#`; else the community's.
  public var hashtag: String?
  /// `organizers`.
  public var organizers: [Byline] = []
  /// `speakers`.
  public var speakers: [Speaker] = []
  /// `schedule`.
  public var schedule: [ScheduleItem] = []
  /// `recording`: an address.
  public var recording: String?
  /// `slides`: an address.
  public var slides: String?
  /// The posts that recap it, indices into ``Site/posts``, oldest first.
  public var recaps: [Int] = []

  /// Creates an event with what every event has.
  public init(
    document: Document,
    start: Moment,
    end: Moment?,
    over: Instant,
    zone: Zone,
    isAllDay: Bool,
    status: EventStatus,
    recurrence: WrittenRecurrence
  ) {
    self.document = document
    self.start = start
    self.end = end
    self.over = over
    self.zone = zone
    self.isAllDay = isAllDay
    self.status = status
    self.recurrence = recurrence
  }

  /// Whether its document is its own: false for an occurrence that only its series' file speaks of.
  public var hasOwnDocument: Bool { occurrence?.isChanged ?? true }
}

/// Whether an event takes place as planned, in the words of schema.org's EventStatusType.
public enum EventStatus: String, Sendable, CaseIterable {
  /// As planned.
  case scheduled
  /// Not at all.
  case cancelled
  /// Later; nobody knows when.
  case postponed
  /// Online in place of at its venue.
  case movedOnline = "moved-online"
  /// At another time.
  case rescheduled
}

/// Where an event takes place.
public enum EventVenue: Sendable {
  /// A venue with a page: an index into ``Site/venues``.
  case known(Int)
  /// A place described in the event's own file.
  case described(Place)
}

/// A place: its name, address and coordinates.
public struct Place: Sendable, Hashable {
  /// `name`.
  public var name: String
  /// `address`: street and number.
  public var address: String?
  /// `city`.
  public var city: String?
  /// `region`.
  public var region: String?
  /// `postcode`.
  public var postcode: String?
  /// `country`.
  public var country: String?
  /// `lat`: degrees north, -90...90.
  public var latitude: Double?
  /// `lon`: degrees east, -180...180.
  public var longitude: Double?
  /// `url`.
  public var url: String?

  /// Creates a place with a name only.
  public init(name: String) { self.name = name }
}

/// Somebody who gives a talk.
public struct Speaker: Sendable, Hashable {
  /// Who.
  public var name: Byline
  /// `talk`: its title.
  public var talk: String?
  /// `url`: about the talk or the speaker.
  public var url: String?

  /// Creates a speaker.
  public init(name: Byline, talk: String? = nil, url: String? = nil) {
    self.name = name
    self.talk = talk
    self.url = url
  }
}

/// A line of an event's schedule.
public struct ScheduleItem: Sendable, Hashable {
  /// `at`, the text typed: `18:30`.
  public var at: String?
  /// `title`.
  public var title: String
  /// `speaker`.
  public var speaker: Byline?

  /// Creates a line.
  public init(at: String?, title: String, speaker: Byline?) {
    self.at = at
    self.title = title
    self.speaker = speaker
  }
}

/// What an author wrote about repetition, with its place; ``Series/recurrence`` is what it means.
public struct WrittenRecurrence: Sendable {
  /// `repeat`: an RRULE, or words.
  public var rule: Located<String>?
  /// `except`: dates or times that are left out.
  public var except: [Located<WrittenTime>] = []
  /// `also`: dates or times that are added.
  public var also: [Located<WrittenTime>] = []
  /// `series`: the event whose occurrence this file changes.
  public var series: Located<String>?
  /// `occurrence`: that occurrence's original start.
  public var occurrence: Located<String>?

  /// Creates one that says nothing.
  public init() {}

  /// Whether it makes the event a series.
  public var isSeries: Bool { series == nil && (rule != nil || !also.isEmpty) }
}
