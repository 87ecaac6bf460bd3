import Content
import Templates

extension Schema where Subject == Byline {
  /// Somebody named by text alone.
  static let byline: Schema<Byline> = Schema(
    .byline,
    text: { model, byline in Array(model.name(of: byline).utf8) },
    [
      Field("name") { model, byline in Value(model.name(of: byline)) },
      Field("url") { _, _ in .none },
      Field("id") { _, _ in .none },
      Field("avatar") { _, _ in .none },
      Field("website") { _, _ in .none },
      Field("links") { _, _ in .list([]) },
    ]
  )
}

extension SiteModel {
  /// The name of somebody.
  func name(of byline: Byline) -> String {
    switch byline {
    case .person(let index): site.people[index].name
    case .name(let name): name
    }
  }

  /// Somebody as a template's value: a person where there is one, else a byline.
  func value(_ byline: Byline) -> Value {
    switch byline {
    case .person(let index): page(.person(index))
    case .name: .object(BylineView(byline, self))
    }
  }

  func value(_ bylines: [Byline]) -> Value { .list(bylines.map(value)) }

  func value(_ links: [NamedLink]) -> Value {
    .list(links.map { .object(LinkView($0, self)) })
  }
}

extension Schema where Subject == NamedLink {
  /// An address with the words for it.
  static let link: Schema<NamedLink> = Schema(
    .link,
    text: { _, link in Array(link.name.utf8) },
    [
      Field("name") { _, link in Value(link.name) },
      Field("title") { _, link in Value(link.name) },
      Field("url") { model, link in Value(model.resolved(link.url)) },
    ]
  )
}

extension Schema where Subject == Speaker {
  /// Somebody who gives a talk.
  static let speaker: Schema<Speaker> = Schema(
    .speaker,
    text: { model, speaker in Array(model.name(of: speaker.name).utf8) },
    [
      Field("name") { model, speaker in Value(model.name(of: speaker.name)) },
      Field("talk") { _, speaker in Value(speaker.talk) },
      Field("url") { _, speaker in Value(speaker.url) },
      Field("person") { model, speaker in
        guard case .person = speaker.name else { return .none }
        return model.value(speaker.name)
      },
    ]
  )
}

extension Schema where Subject == ScheduleItem {
  /// A line of an event's schedule.
  static let scheduleItem: Schema<ScheduleItem> = Schema(
    .scheduleItem,
    text: { _, item in Array(item.title.utf8) },
    [
      Field("at") { _, item in Value(item.at) },
      Field("title") { _, item in Value(item.title) },
      Field("speaker") { model, item in item.speaker.map(model.value) ?? .none },
    ]
  )
}
