import Content
import Diagnostics
import HTML
import Markdown
import Parallel

/// A link of an author's to a place on a page of the site.
struct AnchorLink: Sendable {
  /// The file that the link stands in.
  let file: SourceFile
  let reference: LinkReference
  /// The number of the document that it leads to.
  let target: Int
  /// What follows `#`, as it was written.
  let fragment: String
}

/// Finds the links whose `#…` isn't on the page that they lead to.
///
/// A page's text is read for its anchors only when a link asks for one, and then once.
struct AnchorCheck: Sendable {
  let documents: DocumentTable
  /// The rendered texts, by the documents' numbers.
  let texts: [DocumentText]
  let theme: ThemeAnchors

  /// Reports every link that leads to no anchor.
  func check(_ links: [AnchorLink], jobs: Int, log: inout DiagnosticLog) {
    let byTarget = Dictionary(grouping: links, by: \.target)
    let groups = byTarget.sorted { $0.key < $1.key }
    for faults in concurrentMap(groups, jobs: jobs, { faults(in: $0.value, to: $0.key) }) {
      for fault in faults { log.append(fault) }
    }
  }

  private func faults(in links: [AnchorLink], to target: Int) -> [Diagnostic] {
    let scan = AnchorScan(texts[target].html)
    return links.filter { !leads($0.fragment, scan, target) }.map { fault($0, scan) }
  }

  /// Whether a browser finds the place: by the fragment as it stands, else percent-decoded (HTML
  /// §7.4.6.4).
  private func leads(_ fragment: String, _ scan: AnchorScan, _ target: Int) -> Bool {
    let decoded = fragment.percentDecoded
    if decoded.isEmpty || decoded.lowercased() == "top" { return true }
    let template = documents.template(of: target)
    return [fragment, decoded].contains { id in
      scan.ids.contains(Array(id.utf8)) || scan.ids.contains(escaped(id))
        || theme.mayHave(id, in: template) || texts[target].thread?.shows(anchor: id) == true
    }
  }

  private func escaped(_ id: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendEscaped(id)
    return bytes
  }

  private func fault(_ link: AnchorLink, _ scan: AnchorScan) -> Diagnostic {
    let target = documents[link.target].file.path
    let page = target == link.file.path ? "this page" : "`\(target)`"
    return Diagnostic(
      "the link `\(link.reference.destination)` leads to no anchor of \(page)",
      at: fragmentSpan(of: link),
      help: hint(link.fragment.percentDecoded, scan.headings)
    )
  }

  private func hint(_ fragment: String, _ headings: [String]) -> String? {
    if let near = nearest(to: fragment, among: headings) { return "did you mean `#\(near)`?" }
    guard !headings.isEmpty, headings.count <= 12 else { return nil }
    return "its headings are " + headings.map { "`#\($0)`" }.joined(separator: ", ")
  }

  /// The fragment alone where the address stands in the file as it is, else what the link's span is.
  private func fragmentSpan(of link: AnchorLink) -> SourceSpan {
    let span = link.reference.span(in: link.file)
    let address = link.reference.destination.utf8
    guard span.range.count == address.count, let sharp = address.firstIndex(of: UInt8(ascii: "#"))
    else { return span }
    let skipped = address.distance(from: address.startIndex, to: sharp)
    return SourceSpan(span.file, span.range.lowerBound + skipped..<span.range.upperBound)
  }
}

extension DocumentTable {
  /// The name of the template that renders a document's page; `nil` for one that has no page.
  func template(of number: Int) -> String? {
    self[number].template?.value ?? subjects[number].map { "\($0.kind).html" }
  }
}

extension ShownThread {
  /// Whether `#comment-ID` leads to a comment of the thread that shows.
  func shows(anchor: String) -> Bool {
    guard anchor.hasPrefix("comment-") else { return false }
    let id = Array(anchor.utf8.dropFirst("comment-".utf8.count))
    return thread.comments.indices.contains { index in
      thread.texts[thread.comments[index].id.range].elementsEqual(id)
        && (places[index].depth > 0 || pings.contains(Int32(index)))
    }
  }
}
