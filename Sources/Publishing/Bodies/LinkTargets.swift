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

  init(_ site: Site, plan: SitePlan, documents: DocumentTable, addresses book: AddressBook) {
    var addresses: [String: PageAddress] = [:]
    var numbers: [String: Int] = [:]
    for (number, document) in documents.documents.enumerated() {
      guard let subject = documents.subjects[number] else { continue }
      addresses[document.file.path] = book[subject]
      numbers[document.file.path] = number
    }
    for (index, event) in site.events.enumerated() {
      guard let occurrence = event.occurrence else { continue }
      let series = site.series[occurrence.series].event.document
      addresses["\(series.stem)/\(occurrence.name)"] = book[.event(index)]
    }
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
  func address(of path: String) -> PageAddress? { addresses[path] }

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
    String(file.path.dropLast((isFolder ? "/index.md" : ".md").utf8.count))
  }
}
