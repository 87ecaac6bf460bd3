import Calendar
import Content
import Diagnostics

/// What an author's link can lead to: every page and file of content/, by its path in the source.
struct LinkTargets: Sendable {
  /// Where a path of the source stands on the site.
  private let addresses: [String: PageAddress]
  /// The numbers of the documents that have a page.
  private let documents: [String: Int]
  /// The pages that aren't published, and why.
  private let leftOut: [String: LeftOut.Reason]
  /// The source's files by their path on the site, for the sizes of images.
  private let sources: [String: String]
  /// The series by their files' paths without `.md`.
  private let series: [String: SeriesTarget]

  private struct SeriesTarget: Sendable {
    let address: PageAddress
    let recurrence: RecurrenceSet
  }

  init(_ site: Site, plan: SitePlan, documents: DocumentTable, addresses book: AddressBook) {
    var addresses: [String: PageAddress] = [:]
    var numbers: [String: Int] = [:]
    for number in documents.indices {
      guard let subject = documents.subjects[number] else { continue }
      let path = documents[number].file.path
      addresses[path] = book[subject]
      numbers[path] = number
    }
    for index in site.events.indices {
      guard let occurrence = site.events[index].occurrence else { continue }
      let series = site.series[occurrence.series].event.document
      addresses["\(series.stem)/\(occurrence.name)"] = book[.event(index)]
    }
    var series: [String: SeriesTarget] = [:]
    for (index, one) in site.series.enumerated() {
      let target = SeriesTarget(address: book[.series(index)], recurrence: one.recurrence)
      series[one.event.document.stem] = target
    }
    self.series = series
    var sources: [String: String] = [:]
    for output in plan.outputs {
      guard case .copy(let file) = output.content else { continue }
      addresses[file.path] = output.address
      sources[output.address.path] = file.path
    }
    self.addresses = addresses
    self.documents = numbers
    self.sources = sources
    leftOut = Dictionary(site.leftOut.map { ($0.path, $0.reason) }) { first, _ in first }
  }

  /// Where a path of the source stands on the site, if it is published.
  ///
  /// An occurrence that is too far from now for a page of its own is on its series' page, so that no
  /// link goes dead as time passes.
  func address(of path: String) -> PageAddress? { addresses[path] ?? seriesAddress(of: path) }

  private func seriesAddress(of path: String) -> PageAddress? {
    guard !series.isEmpty, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
      let series = series[String(path[..<slash])],
      let day = day(ofOccurrence: path[slash...].dropFirst())
    else { return nil }
    let isOne = series.recurrence.prefix(LinkTargets.patience).contains { $0.local.date == day }
    return isOne ? series.address : nil
  }

  /// The day that an occurrence's name begins with.
  private func day(ofOccurrence name: Substring) -> CivilDate? {
    let bytes = Array(name.utf8)
    guard bytes.count == 10 || bytes.count > 10 && bytes[10] == UInt8(ascii: "T") else {
      return nil
    }
    let digits = bytes.prefix(10).split(
      separator: UInt8(ascii: "-"),
      omittingEmptySubsequences: false
    )
    let numbers = digits.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 3 else { return nil }
    return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// How many occurrences of a series are looked at for a link.
  private static let patience = 100_000

  /// The number of the document at a path of the source, if it has a page.
  func document(at path: String) -> Int? { documents[path] }

  /// Why a page of the source isn't published.
  func reason(for path: String) -> LeftOut.Reason? { leftOut[path] }

  /// The source of a file that is published as it is.
  func source(at path: String) -> String? { sources[path] }

  /// The paths of all that a link can lead to, in order, for suggestions.
  var paths: [String] { addresses.keys.sorted() }
}

extension Document {
  /// The file's path as the folder of its occurrences: `content/events/swift-night`.
  fileprivate var stem: String {
    String(self.file.path.dropLast((self.isFolder ? "/index.md" : ".md").utf8.count))
  }
}
