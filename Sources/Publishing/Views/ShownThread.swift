import Calendar
import Content
import Synchronization

/// A thread as a page shows it: hidden comments gone, replies below what they answer down to the depth
/// that pages indent to, flattened below it.
///
/// Everything is a number of the thread's comments. Built without recursion. A class, since each comment that
/// a template sees refers to it.
final class ShownThread: Sendable {
  let thread: Thread
  /// Where each of the thread's comments stands.
  let places: [CommentPlace]
  /// All comments that have a place, in the order in which people read them.
  let order: [Int32]
  /// Pingbacks, trackbacks and webmentions, in the file's order.
  let pings: [Int32]
  /// How many comments show, pings not counted.
  let count: Int
  private let maxLength: Int
  private let rendered = Mutex<ThreadBodies?>(nil)

  /// Arranges a thread by a site's settings: how deep pages indent, and what comes first.
  init(_ thread: Thread, settings: CommentSettings) {
    self.thread = thread
    maxLength = settings.maxLength
    var layout = ThreadLayout(thread, maxDepth: settings.maxDepth)
    layout.place(newestFirst: settings.order == .newest)
    order = layout.order
    places = layout.places
    let comments = thread.comments
    pings = comments.indices.filter { comments[$0].kind != .comment && comments[$0].isVisible }.map
    {
      Int32($0)
    }
    count = comments.count { $0.kind == .comment && $0.isVisible }
  }

  /// What the comments say.
  ///
  /// Rendered when the first page asks, and not with the authors' texts: it is written at once then, while the
  /// machine has it at hand.
  var bodies: ThreadBodies {
    rendered.withLock { rendered in
      if let rendered { return rendered }
      let bodies = ThreadBodies(thread, maxLength: maxLength)
      rendered = bodies
      return bodies
    }
  }
}

/// Where a comment stands on a page.
struct CommentPlace: BitwiseCopyable, Sendable {
  /// 1 for a root, at most the depth that pages indent to; 0: not shown.
  fileprivate(set) var depth: Int32 = 0
  /// Where it stands in the order of reading.
  fileprivate(set) var position: Int32 = -1
  /// How many lists of replies end behind it.
  fileprivate(set) var closes: Int32 = 0
  /// Whether it stands beside its parent, not below it.
  fileprivate(set) var isFlattened = false
}

extension ShownThread {
  /// The comments that answer nothing that shows, in the order of reading.
  var roots: [Int32] { order.filter { places[Int($0)].depth == 1 } }

  /// Whether comments stand below one.
  func hasReplies(_ index: Int) -> Bool {
    let next = Int(places[index].position) + 1
    return next > 0 && next < order.count
      && places[Int(order[next])].depth > places[index].depth
  }

  /// The comments that stand below one, in the order of reading.
  func replies(to index: Int) -> [Int32] {
    let depth = places[index].depth
    guard depth > 0 else { return [] }
    let below = order[(Int(places[index].position) + 1)...].prefix { places[Int($0)].depth > depth }
    return below.filter { places[Int($0)].depth == depth + 1 }
  }
}

/// Places comments level by level with a stack of its own, however deep they nest.
private struct ThreadLayout {
  let thread: Thread
  let maxDepth: Int32
  var places: [CommentPlace]
  var order: [Int32] = []

  init(_ thread: Thread, maxDepth: Int) {
    self.thread = thread
    self.maxDepth = Int32(clamping: maxDepth)
    places = Array(repeating: CommentPlace(), count: thread.comments.count)
  }

  /// A comment that is to be placed.
  private struct Step {
    let index: Int32
    /// The comment in whose list it stands; -1 for a root.
    let container: Int32
    let isFlattened: Bool
  }

  /// Walks the comments in reading order; below the deepest level a reply joins the list of the comment
  /// at that level which it descends from, so that a conversation reads from top to bottom.
  mutating func place(newestFirst: Bool) {
    let replies = ReplyLists(thread)
    order.reserveCapacity(replies.count)
    var stack: [Step] = []
    replies.forEachRoot { stack.append(Step(index: $0, container: -1, isFlattened: false)) }
    // The last of the stack is read first.
    if newestFirst { stack.reverse() }
    while let step = stack.popLast() {
      let index = Int(step.index)
      let depth = step.container < 0 ? 1 : places[Int(step.container)].depth + 1
      places[index].depth = depth
      places[index].position = Int32(order.count)
      places[index].isFlattened = step.isFlattened
      if let last = order.last {
        places[Int(last)].closes = max(0, places[Int(last)].depth - depth)
      }
      order.append(step.index)
      let isDeepest = depth >= maxDepth
      replies.forEachReply(to: index) {
        stack.append(
          Step(
            index: $0,
            container: isDeepest ? step.container : step.index,
            isFlattened: isDeepest
          )
        )
      }
    }
    if let last = order.last { places[Int(last)].closes = places[Int(last)].depth - 1 }
  }
}

/// The comments that have a place, each in a list with those that answer the same one, newest first.
///
/// A comment's list is its newest reply, and each of these knows the one before it: no list is an array of
/// its own.
private struct ReplyLists {
  private var newest: [Int32]
  private var earlier: [Int32]
  private var newestRoot: Int32 = -1
  private(set) var count = 0

  /// Of one moment, what stands later in the file is newer.
  init(_ thread: Thread) {
    let comments = thread.comments
    newest = Array(repeating: -1, count: comments.count)
    earlier = newest
    let shown = ReplyLists.shown(comments)
    let isSorted = comments.indices.dropFirst().allSatisfy {
      comments[$0 - 1].instant <= comments[$0].instant
    }
    // Most files have them by date.
    if isSorted {
      for index in comments.indices where shown[index] { add(index, comments) }
    } else {
      let byDate = comments.indices.sorted {
        (comments[$0].instant, $0) < (comments[$1].instant, $1)
      }
      for index in byDate where shown[index] { add(index, comments) }
    }
  }

  private mutating func add(_ index: Int, _ comments: [Comment]) {
    guard comments[index].kind == .comment else { return }
    count += 1
    if let parent = comments[index].parent, comments[parent].kind == .comment {
      earlier[index] = newest[parent]
      newest[parent] = Int32(index)
    } else {
      earlier[index] = newestRoot
      newestRoot = Int32(index)
    }
  }

  /// The visible comments, and all above them.
  private static func shown(_ comments: [Comment]) -> [Bool] {
    var shown = [Bool](repeating: false, count: comments.count)
    for (index, comment) in comments.enumerated() {
      guard comment.isVisible, comment.kind == .comment else { continue }
      shown[index] = true
      var parent = comment.parent
      while let ancestor = parent, !shown[ancestor] {
        shown[ancestor] = true
        parent = comments[ancestor].parent
      }
    }
    return shown
  }

  func forEachRoot(_ take: (Int32) -> Void) { forEach(from: newestRoot, take) }

  func forEachReply(to index: Int, _ take: (Int32) -> Void) { forEach(from: newest[index], take) }

  private func forEach(from first: Int32, _ take: (Int32) -> Void) {
    var next = first
    while next >= 0 {
      take(next)
      next = earlier[Int(next)]
    }
  }
}
