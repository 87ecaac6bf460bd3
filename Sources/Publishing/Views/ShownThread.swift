import Calendar
import Content

/// A thread as a page shows it: hidden comments gone, replies below what they answer down to the depth
/// that pages indent to, flattened below it.
///
/// Everything is an index into the thread's comments. Built without recursion. A class, since each
/// attribute of a comment that a template asks for is looked up in it.
final class ShownThread: Sendable {
  /// The thread's comments.
  let comments: [ShownComment]
  /// For each comment the index of the one that it answers.
  let parents: [Int?]
  /// Where each comment stands: 1 for a root, at most the depth that pages indent to; 0: not shown.
  let depths: [Int]
  /// The comments that stand below each.
  let replies: [[Int]]
  let roots: [Int]
  /// All comments that have a place, in the order in which people read them.
  let order: [Int]
  /// How many lists of replies end behind each.
  let closes: [Int]
  /// For each comment that shows without a picture the first one, in reading order, by the same name.
  let faces: [Int?]
  /// Whether each is that first one, and others follow it.
  let isFaceShared: [Bool]
  /// Whether each stands beside its parent, not below it.
  let isFlattened: [Bool]
  /// Pingbacks, trackbacks and webmentions, in the file's order.
  let pings: [Int]
  /// How many comments show, pings not counted.
  let count: Int

  /// Arranges a thread.
  ///
  /// - Parameters:
  ///   - thread: the comments.
  ///   - settings: how deep pages indent, and what comes first.
  ///   - hasPicture: whether a picture of its author stands beside a comment.
  ///   - body: makes the HTML of a comment that shows.
  init(
    _ thread: Thread,
    settings: CommentSettings,
    hasPicture: (Comment) -> Bool = { $0.avatar != nil },
    body: (Comment) -> [UInt8] = { _ in [] }
  ) {
    let comments = thread.comments
    self.comments = comments.map { ShownComment($0, body: $0.isVisible ? body($0) : []) }
    parents = thread.parents
    let shown = ShownThread.shown(thread)
    var children = [[Int]](repeating: [], count: comments.count)
    var top: [Int] = []
    for index in ShownThread.byDate(comments) where shown[index] && comments[index].kind == .comment
    {
      if let parent = thread.parents[index], comments[parent].kind == .comment {
        children[parent].append(index)
      } else {
        top.append(index)
      }
    }
    var layout = ThreadLayout(count: comments.count, maxDepth: settings.maxDepth)
    layout.place(roots: settings.order == .newest ? top.reversed() : top, children: children)
    self.roots = layout.roots
    depths = layout.depths
    replies = layout.replies
    isFlattened = layout.isFlattened
    order = layout.order
    closes = layout.closes
    (faces, isFaceShared) = ShownThread.faces(layout.order, of: comments, hasPicture)
    pings = comments.indices.filter { comments[$0].kind != .comment && comments[$0].isVisible }
    count = comments.count { $0.kind == .comment && $0.isVisible }
  }

  /// The comments by date, oldest first, those of one moment in the file's order.
  private static func byDate(_ comments: [Comment]) -> [Int] {
    let instants = comments.map(\.date.time.instant)
    let isSorted = instants.indices.dropFirst().allSatisfy { instants[$0 - 1] <= instants[$0] }
    if isSorted { return Array(instants.indices) }
    return instants.indices.sorted { (instants[$0], $0) < (instants[$1], $1) }
  }

  /// Which comments have a place: the visible ones, and the hidden ones above a visible one.
  private static func shown(_ thread: Thread) -> [Bool] {
    var shown = [Bool](repeating: false, count: thread.comments.count)
    for (index, comment) in thread.comments.enumerated() {
      guard comment.isVisible, comment.kind == .comment else { continue }
      shown[index] = true
      var parent = thread.parents[index]
      while let ancestor = parent, !shown[ancestor] {
        shown[ancestor] = true
        parent = thread.parents[ancestor]
      }
    }
    return shown
  }
}

extension ShownThread {
  /// The first comment by each name, and whether there are more.
  private static func faces(
    _ order: [Int],
    of comments: [Comment],
    _ hasPicture: (Comment) -> Bool
  ) -> ([Int?], [Bool]) {
    var faces = [Int?](repeating: nil, count: comments.count)
    var isShared = [Bool](repeating: false, count: comments.count)
    var first: [TypedName: Int] = [:]
    for index in order where comments[index].isVisible && !hasPicture(comments[index]) {
      let name = TypedName(name: comments[index].author)
      if let owner = first[name] {
        faces[index] = owner
        isShared[owner] = true
      } else {
        faces[index] = index
        first[name] = index
      }
    }
    return (faces, isShared)
  }
}

/// A name as its bytes, of which a face is made: String compares by Unicode's equivalence, which costs
/// more than the face.
private struct TypedName: Hashable {
  let name: String

  static func == (a: TypedName, b: TypedName) -> Bool {
    let (ours, theirs) = (a.name.utf8Span.span, b.name.utf8Span.span)
    guard ours.count == theirs.count else { return false }
    return ours.indices.allSatisfy { ours[$0] == theirs[$0] }
  }

  func hash(into hasher: inout Hasher) {
    unsafe name.utf8Span.span.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}

/// A comment and its HTML: shared, since a copy would retain each of a comment's parts.
final class ShownComment: Sendable {
  let comment: Comment
  /// The HTML of its body; empty when it isn't shown.
  let body: [UInt8]

  init(_ comment: Comment, body: [UInt8]) {
    self.comment = comment
    self.body = body
  }
}

/// Places comments level by level with a stack of its own, however deep they nest.
private struct ThreadLayout {
  let maxDepth: Int
  var roots: [Int] = []
  var depths: [Int]
  var replies: [[Int]]
  var isFlattened: [Bool]
  var order: [Int] = []

  init(count: Int, maxDepth: Int) {
    self.maxDepth = maxDepth
    depths = [Int](repeating: 0, count: count)
    replies = [[Int]](repeating: [], count: count)
    isFlattened = [Bool](repeating: false, count: count)
  }

  /// Walks the comments in reading order; below the deepest level a reply joins the list of the comment
  /// at that level which it descends from, so that a conversation reads from top to bottom.
  mutating func place(roots: [Int], children: [[Int]]) {
    // A comment, and the one in whose list it stands.
    var stack = roots.reversed().map { (index: $0, container: Int?.none, isFlattened: false) }
    while let (index, container, flattened) = stack.popLast() {
      let depth = container.map { depths[$0] + 1 } ?? 1
      depths[index] = depth
      order.append(index)
      isFlattened[index] = flattened
      if let container { replies[container].append(index) } else { self.roots.append(index) }
      let isDeepest = depth >= maxDepth
      for child in children[index].reversed() {
        stack.append((child, isDeepest ? container : index, isDeepest))
      }
    }
  }

  /// For each comment how many lists of replies end behind it: those between its depth and the next
  /// one's.
  var closes: [Int] {
    var closes = [Int](repeating: 0, count: depths.count)
    for (position, index) in order.enumerated() {
      let next = position + 1 < order.count ? depths[order[position + 1]] : 1
      closes[index] = max(0, depths[index] - next)
    }
    return closes
  }
}
