import Content
import Templates

/// Some of a list's entries, of one year.
struct YearOfEntries: Sendable, Equatable {
  var year: Int
  var entries: [PageSubject]

  /// Entries gathered by the year that each falls in, in their order.
  static func gather(_ entries: [PageSubject], by year: (PageSubject) -> Int) -> [YearOfEntries] {
    var years: [YearOfEntries] = []
    for entry in entries {
      let its = year(entry)
      if years.last?.year == its {
        years[years.count - 1].entries.append(entry)
      } else {
        years.append(YearOfEntries(year: its, entries: [entry]))
      }
    }
    return years
  }
}

extension Schema where Subject == YearOfEntries {
  /// A year of the archive or of past events.
  static let year: Schema<YearOfEntries> = Schema(
    .year,
    text: { _, year in Array(String(year.year).utf8) },
    [
      Field("year") { _, year in .int(year.year) },
      Field("posts") { model, year in .list(year.entries.map { model.page($0) }) },
      Field("events") { model, year in .list(year.entries.map { model.page($0) }) },
    ]
  )
}

/// Where a page stands among the continuations of its list.
struct PagerReference: Sendable, Equatable {
  var subject: PageSubject
  var number: Int
  var count: Int
}

extension Schema where Subject == PagerReference {
  /// The pages of a list.
  static let pager: Schema<PagerReference> = Schema(
    .pager,
    text: { _, pager in Array("\(pager.number)/\(pager.count)".utf8) },
    [
      Field("number") { _, pager in .int(pager.number) },
      Field("pages") { _, pager in .int(pager.count) },
      Field("newer") { model, pager in model.url(pager, pager.number - 1) },
      Field("older") { model, pager in model.url(pager, pager.number + 1) },
      Field("first") { model, pager in model.url(pager, 1) },
      Field("last") { model, pager in model.url(pager, pager.count) },
      Field("urls") { model, pager in .list((1...pager.count).map { model.url(pager, $0) }) },
    ]
  )
}

extension SiteModel {
  fileprivate func url(_ pager: PagerReference, _ number: Int) -> Value {
    guard (1...pager.count).contains(number) else { return .none }
    return Value(url(addresses[pager.subject].continuation(number)))
  }
}
