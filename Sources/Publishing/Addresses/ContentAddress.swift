public import Content
public import Diagnostics

/// A content file that can have a thread, and the paths at which its page stands or stood.
public struct ContentAddress: Sendable {
  /// The file, such as `content/posts/2010-03-24-slug.md`.
  public let file: String
  /// The file of its thread; nothing need stand there yet.
  public let thread: String
  /// Its address, then its aliases.
  public let paths: [String]

  /// Where each page of a site stands, but for the lists that the build makes.
  ///
  /// - Parameters:
  ///   - site: the site.
  ///   - log: gets what keeps a page from having an address.
  /// - Returns: the pages, by kind and in the site's order.
  public static func all(of site: Site, log: inout DiagnosticLog) -> [ContentAddress] {
    let book = AddressBook(site, months: [], log: &log)
    let table = DocumentTable(site)
    return table.indices.compactMap { number in
      guard let subject = table.subjects[number], !subject.isList else { return nil }
      return ContentAddress(table[number], at: book[subject].path)
    }
  }

  private init(_ document: Document, at path: String) {
    file = document.file.path
    let stem = file.dropLast(document.isFolder ? "index.md".count : ".md".count)
    let own = document.isFolder ? "\(stem)comments.yml" : "\(stem).comments.yml"
    thread = document.thread?.file.path ?? own
    paths = [path] + document.aliases.map(\.value)
  }
}

extension PageSubject {
  fileprivate var isList: Bool {
    switch self {
    case .home, .posts, .events, .communities, .tags, .archive, .notFound, .tag, .month: true
    case .post, .event, .series, .community, .person, .venue, .page: false
    }
  }
}
