import Content
import Templates

/// A thing of the site as templates see it: a subject, and the names of what is known of it.
protocol SchemaView: TemplateObject {
  associatedtype Subject: Sendable

  var schema: Schema<Subject> { get }
  var subject: Subject { get }
  var model: SiteModel { get }
}

extension SchemaView {
  var objectType: ObjectType { schema.type }
  var typeIdentifier: Int { schema.type.id }

  func attribute(_ index: Int) -> Value { schema.getters[index].get(model, subject) }

  var text: [UInt8] { schema.text(model, subject) }

  func isEqual(to other: any TemplateObject) -> Bool {
    guard let other = other as? Self else { return false }
    return schema.type.id == other.schema.type.id && schema.isEqual(subject, other.subject)
  }

  func precedes(_ other: any TemplateObject) -> Bool? {
    guard let order = schema.order, let other = other as? Self else { return nil }
    return order(subject, other.subject)
  }
}

/// A thing of any kind.
final class View<Subject: Sendable>: SchemaView {
  let schema: Schema<Subject>
  let subject: Subject
  let model: SiteModel

  init(_ schema: Schema<Subject>, _ subject: Subject, _ model: SiteModel) {
    self.schema = schema
    self.subject = subject
    self.model = model
  }
}

// A generic class asks the runtime for its types at each attribute: those that templates ask most have
// a class of their own.

/// A page.
final class PageView: SchemaView {
  let schema: Schema<PageReference>
  let subject: PageReference
  let model: SiteModel

  init(_ page: PageReference, _ model: SiteModel) {
    schema = Schema.page(of: page.subject)
    subject = page
    self.model = model
  }
}

extension PageView {
  var identity: Int? { subject.identity }
}

/// The comments of a page.
final class ThreadView: SchemaView {
  var schema: Schema<PageReference> { .thread }
  let subject: PageReference
  let model: SiteModel

  init(_ page: PageReference, _ model: SiteModel) {
    subject = page
    self.model = model
  }
}

/// Somebody named by text alone.
final class BylineView: SchemaView {
  var schema: Schema<Byline> { .byline }
  let subject: Byline
  let model: SiteModel

  init(_ byline: Byline, _ model: SiteModel) {
    subject = byline
    self.model = model
  }
}

/// Where an event takes place.
final class PlaceView: SchemaView {
  var schema: Schema<Place> { .place }
  let subject: Place
  let model: SiteModel

  init(_ place: Place, _ model: SiteModel) {
    subject = place
    self.model = model
  }
}

/// Somebody who gives a talk.
final class SpeakerView: SchemaView {
  var schema: Schema<Speaker> { .speaker }
  let subject: Speaker
  let model: SiteModel

  init(_ speaker: Speaker, _ model: SiteModel) {
    subject = speaker
    self.model = model
  }
}

/// A list's page among its continuations.
final class PagerView: SchemaView {
  var schema: Schema<PagerReference> { .pager }
  let subject: PagerReference
  let model: SiteModel

  init(_ pager: PagerReference, _ model: SiteModel) {
    subject = pager
    self.model = model
  }
}

/// A day of a month's calendar.
final class DayView: SchemaView {
  var schema: Schema<DayOfEvents> { .day }
  let subject: DayOfEvents
  let model: SiteModel

  init(_ day: DayOfEvents, _ model: SiteModel) {
    subject = day
    self.model = model
  }
}

/// An address with the words for it: every page shows those of the menu, so what templates ask of one
/// is made once.
final class LinkView: TemplateObject {
  private let link: NamedLink
  private let values: [Value]

  let objectType = Schema<NamedLink>.link.type
  let typeIdentifier = Schema<NamedLink>.link.type.id
  let text: [UInt8]

  init(_ link: NamedLink, _ model: SiteModel) {
    self.link = link
    values = Schema<NamedLink>.link.getters.map { $0.get(model, link) }
    text = Schema<NamedLink>.link.text(model, link)
  }

  func attribute(_ index: Int) -> Value { values[index] }

  func isEqual(to other: any TemplateObject) -> Bool {
    (other as? LinkView).map { $0.link == link } ?? false
  }
}

/// What templates can ask of one kind of thing.
///
/// A class: each of the many views holds it.
final class Schema<Subject: Sendable>: Sendable {
  /// Gives what a name stands for.
  typealias Getter = @Sendable (SiteModel, Subject) -> Value

  /// A name and what it gives.
  struct Field: Sendable {
    let name: String
    let get: Getter

    init(_ name: String, _ get: @escaping Getter) {
      self.name = name
      self.get = get
    }
  }

  let type: ObjectType
  let fields: [Field]
  /// A field's getter alone: a copy of a field would retain its name, too.
  ///
  /// In a struct, since an array of functions holds each in a box, whose count of references all threads
  /// would change at each attribute.
  struct Reader: Sendable {
    let get: Getter
  }

  let getters: [Reader]
  /// What `{{ thing }}` prints.
  let text: @Sendable (SiteModel, Subject) -> [UInt8]
  let isEqual: @Sendable (Subject, Subject) -> Bool
  let order: (@Sendable (Subject, Subject) -> Bool)?

  init(
    _ type: ViewType,
    text: @escaping @Sendable (SiteModel, Subject) -> [UInt8],
    order: (@Sendable (Subject, Subject) -> Bool)? = nil,
    _ fields: [Field]
  ) where Subject: Equatable {
    self.type = ObjectType(name: type.rawValue, id: type.id, attributes: fields.map(\.name))
    self.fields = fields
    getters = fields.map { Reader(get: $0.get) }
    self.text = text
    self.order = order
    isEqual = { $0 == $1 }
  }
}

/// The kinds of things that templates see.
enum ViewType: String, CaseIterable {
  case post, event, series, month, community, person, venue, page, list, byline, speaker, place
  case tag, year, comment, time, day
  case thread, pager, link, site, form
  case scheduleItem = "schedule item"

  /// The number of its object type.
  var id: Int {
    guard let id = ViewType.allCases.firstIndex(of: self) else {
      preconditionFailure("all cases are all cases")
    }
    return id
  }

  /// ``id`` of comments and of moments, of which there are many.
  static let (commentID, timeID) = (ViewType.comment.id, ViewType.time.id)
}

extension View {
  /// The view as a template's value.
  static func value(_ schema: Schema<Subject>, _ subject: Subject, _ model: SiteModel) -> Value {
    .object(View(schema, subject, model))
  }
}

extension ViewType {
  /// The object types of all views, by their numbers.
  static let objectTypes: [ObjectType] = allCases.map { type in
    switch type {
    case .post: Schema<PageReference>.post.type
    case .event: Schema<PageReference>.event.type
    case .series: Schema<PageReference>.series.type
    case .month: Schema<PageReference>.month.type
    case .day: Schema<DayOfEvents>.day.type
    case .community: Schema<PageReference>.community.type
    case .person: Schema<PageReference>.person.type
    case .venue: Schema<PageReference>.venue.type
    case .page: Schema<PageReference>.page.type
    case .list: Schema<PageReference>.list.type
    case .tag: Schema<PageReference>.tag.type
    case .thread: Schema<PageReference>.thread.type
    case .byline: Schema<Byline>.byline.type
    case .speaker: Schema<Speaker>.speaker.type
    case .place: Schema<Place>.place.type
    case .year: Schema<YearOfEntries>.year.type
    case .comment: CommentView.type
    case .time: TimeView.type
    case .pager: Schema<PagerReference>.pager.type
    case .link: Schema<NamedLink>.link.type
    case .scheduleItem: Schema<ScheduleItem>.scheduleItem.type
    case .site: SiteView.type
    case .form: Schema<CommentFormReference>.form.type
    }
  }
}
