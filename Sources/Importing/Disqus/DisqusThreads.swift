import Diagnostics

/// A `<post>` of a Disqus export, which is a comment.
struct DisqusPost {
  let element: XMLElement

  init(_ element: XMLElement) { self.element = element }

  /// Its number; some exports have it in `<id>` only.
  var id: String? {
    element.attribute("dsq:id").flatMap(commentID) ?? element.line("id").flatMap(commentID)
  }
  var thread: String? { element["thread"]?.attribute("dsq:id")?.numberOnly }
  var parent: String? { element["parent"]?.attribute("dsq:id").flatMap(commentID) }
  var isDeleted: Bool { element.line("isDeleted") == "true" }
  var isSpam: Bool { element.line("isSpam") == "true" }
  /// Most exports don't say it.
  var isPending: Bool { element.line("isApproved") == "false" }
  var date: ExportDate? { ExportDate(rfc3339: element.line("createdAt")) }
  var message: [UInt8] { element.bytes("message") ?? [] }
  var author: String { withoutMailDomains(element["author"]?.line("name") ?? "") }
}

extension String {
  /// A number without what a missing quote left behind it.
  fileprivate var numberOnly: String {
    hasSuffix("/") ? String(dropLast()) : self
  }
}

/// What a Disqus export says of its threads, and which comments belong where, before any is written.
struct DisqusIndex {
  /// A page that people talked about.
  struct Thread {
    /// Its address as Disqus knows it.
    var link: String
    var date: ExportDate?
    var isDeleted = false
    /// How many comments it has.
    var count = 0
  }

  /// What decides whether a comment has to stand.
  struct Post {
    let thread: String?
    let parent: String?
    let isVisible: Bool
    let isPending: Bool
    /// Who wrote what and when, in one number.
    let fingerprint: UInt64
  }

  private(set) var threads: [String: Thread] = [:]
  /// The threads' ids, in the order of the file.
  private(set) var order: [String] = []
  private(set) var posts: [String: Post] = [:]
  private(set) var postOrder: [String] = []

  /// Reads a file for its threads and for who answers whom.
  init(_ path: String) throws(SystemError) {
    var scanner = try ExportScanner(path: path, shape: .disqus)
    var position = 0
    while let entry = try scanner.next() {
      switch entry.name {
      case "thread": note(thread: entry)
      case "post":
        position += 1
        note(DisqusPost(entry), position)
      default: continue
      }
    }
  }

  private mutating func note(thread: XMLElement) {
    guard let id = thread.attribute("dsq:id"), threads[id] == nil else { return }
    let identifier = thread.line("id").flatMap { $0.contains("/") ? $0 : nil }
    threads[id] = Thread(
      link: thread.line("link") ?? identifier ?? "",
      date: ExportDate(rfc3339: thread.line("createdAt")),
      isDeleted: thread.line("isDeleted") == "true"
    )
    order.append(id)
  }

  private mutating func note(_ post: DisqusPost, _ position: Int) {
    if let thread = post.thread { threads[thread]?.count += 1 }
    let id = post.id ?? "post-\(position)"
    guard posts[id] == nil else { return }
    postOrder.append(id)
    posts[id] = Post(
      thread: post.thread,
      parent: post.parent,
      isVisible: !post.isDeleted && !post.isSpam && !post.isPending && post.element.isClosed,
      isPending: post.isPending && !post.isDeleted && !post.isSpam,
      fingerprint: fingerprint(post)
    )
  }

  private func fingerprint(_ post: DisqusPost) -> UInt64 {
    // FNV-1a; two comments with one number by chance would have to be of one page, too.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let date = post.element.line("createdAt") ?? ""
    for byte in Array("\(post.author)\n\(date)\n".utf8) + post.message {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return hash
  }

  /// The hidden comments that visible ones answer.
  func placeholders(_ isWritten: (Post) -> Bool) -> Set<String> {
    var needed: Set<String> = []
    for id in postOrder {
      guard let post = posts[id], isWritten(post) else { continue }
      var parent = post.parent
      while let id = parent, let above = posts[id], !isWritten(above), needed.insert(id).inserted {
        parent = above.parent
      }
    }
    return needed
  }
}
