import Calendar
import Content
import Diagnostics
import Testing

@testable import Publishing

/// A thread of comments written as `(id, the index that it answers, status)`.
private func thread(
  _ comments: [(id: String, parent: Int?, status: Content.Comment.Status)],
  kinds: [Int: Content.Comment.Kind] = [:]
) -> Thread {
  let file = SourceFile(path: "a.comments.yml", text: comments.map(\.id).joined())
  var end = 0
  return Thread(
    file: file,
    texts: file.bytes,
    comments: comments.enumerated().map { index, comment in
      let id = TextRange(end..<end + comment.id.utf8.count)
      end = id.range.upperBound
      var placed = Content.Comment(
        id: id,
        author: id,
        body: .empty,
        instant: Instant(seconds: Int64(index)),
        clock: 0,
        status: comment.status,
        kind: kinds[index] ?? .comment
      )
      placed.parent = comment.parent
      return placed
    },
    clocks: [
      Thread.Clock(ZonedTime(Instant(seconds: 0), in: .utc).type, zone: "UTC")
    ]
  )
}

extension ShownThread {
  /// For each comment those that stand below it.
  fileprivate var replies: [[Int32]] { places.indices.map { replies(to: $0) } }
  fileprivate var depths: [Int32] { places.map(\.depth) }
  fileprivate var closes: [Int32] { places.map(\.closes) }
  fileprivate var isFlattened: [Bool] { places.map(\.isFlattened) }
}

private func settings(maxDepth: Int = 5, newestFirst: Bool = false) -> CommentSettings {
  var settings = CommentSettings()
  settings.maxDepth = maxDepth
  settings.order = newestFirst ? .newest : .oldest
  return settings
}

@Test func `replies stand below what they answer`() {
  let shown = ShownThread(
    thread([("a", nil, .approved), ("b", 0, .approved), ("c", 1, .approved), ("d", nil, .approved)]
    ),
    settings: settings()
  )
  #expect(shown.roots == [0, 3])
  #expect(shown.replies == [[1], [2], [], []])
  #expect(shown.depths == [1, 2, 3, 1])
  #expect(shown.count == 4)
}

@Test func `below the deepest level a conversation reads from top to bottom`() {
  let shown = ShownThread(
    thread([
      ("a", nil, .approved), ("b", 0, .approved), ("c", 1, .approved), ("d", 2, .approved),
      ("e", 0, .approved), ("f", 1, .approved),
    ]),
    settings: settings(maxDepth: 2)
  )
  #expect(shown.roots == [0])
  #expect(shown.replies[0] == [1, 2, 3, 5, 4])
  #expect(shown.isFlattened == [false, false, true, true, false, true])
  #expect(shown.depths == [1, 2, 2, 2, 2, 2])
}

@Test func `a depth of one flattens everything into the list of roots`() {
  let shown = ShownThread(
    thread([("a", nil, .approved), ("b", 0, .approved), ("c", 1, .approved)]),
    settings: settings(maxDepth: 1)
  )
  #expect(shown.roots == [0, 1, 2])
  #expect(shown.isFlattened == [false, true, true])
}

@Test func `a hidden comment leaves a place only where a visible one answers it`() {
  let shown = ShownThread(
    thread([
      ("a", nil, .deleted), ("b", 0, .spam), ("c", 1, .approved), ("d", nil, .pending),
      ("e", 3, .spam),
    ]),
    settings: settings()
  )
  #expect(shown.roots == [0])
  #expect(shown.depths == [1, 2, 3, 0, 0])
  #expect(shown.count == 1)
}

@Test func `newest first turns the roots round, not the replies`() {
  let shown = ShownThread(
    thread([("a", nil, .approved), ("b", nil, .approved), ("c", 0, .approved), ("d", 0, .approved)]
    ),
    settings: settings(newestFirst: true)
  )
  #expect(shown.roots == [1, 0])
  #expect(shown.replies[0] == [2, 3])
}

@Test func `pings stand apart, and a reply to one is a root`() {
  let shown = ShownThread(
    thread([("a", nil, .approved), ("b", 0, .approved)], kinds: [0: .pingback]),
    settings: settings()
  )
  #expect(shown.pings == [0])
  #expect(shown.roots == [1])
  #expect(shown.count == 1)
}

@Test func `a chain of 100,000 comments is placed without recursion`() {
  let chain = (0..<100_000).map { index in
    (id: "c\(index)", parent: index == 0 ? nil : index - 1, status: Content.Comment.Status.approved)
  }
  let shown = ShownThread(thread(chain), settings: settings())
  #expect(shown.count == 100_000)
  #expect(shown.replies(to: 3).count == 99_996)
}

@Test func `reading order and closing lists say how comments nest`() {
  let shown = ShownThread(
    thread([
      ("a", nil, .approved), ("b", 0, .approved), ("c", 1, .approved), ("d", nil, .approved),
      ("e", 3, .approved), ("f", 0, .approved),
    ]),
    settings: settings()
  )
  #expect(shown.order == [0, 1, 2, 5, 3, 4])
  #expect(shown.closes == [0, 0, 1, 0, 1, 1])
}

/// Numbers that look like chance (xorshift).
private struct Chance {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }
}

/// What template authors make of reading order: each comment's parent in nested lists, by its closes.
private func nesting(_ shown: ShownThread) -> [Int: Int?] {
  var parents: [Int: Int?] = [:]
  var open: [Int] = []
  for index in shown.order {
    parents[Int(index)] = .some(open.last)
    if shown.hasReplies(Int(index)) {
      open.append(Int(index))
    } else {
      open.removeLast(Int(shown.places[Int(index)].closes))
    }
  }
  #expect(open.isEmpty)
  return parents
}

@Test(arguments: 1...300)
func `every comment is in exactly one place`(seed: Int) {
  var chance = Chance(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
  let size = chance.below(40) + 1
  // A parent may stand behind its reply; a number of its own order keeps circles away.
  let rank = (0..<size).map { _ in chance.below(1 << 20) }
  let written = (0..<size).map { index in
    let parent = chance.below(size)
    let status = Content.Comment.Status.allCases[chance.below(3) == 0 ? chance.below(4) : 0]
    let answers = rank[parent] < rank[index] && chance.below(4) > 0
    return (id: "c\(index)", parent: answers ? parent : nil, status: status)
  }
  var kinds: [Int: Content.Comment.Kind] = [:]
  for index in 0..<size where chance.below(6) == 0 {
    kinds[index] = Content.Comment.Kind.allCases[chance.below(4)]
  }
  let source = thread(written, kinds: kinds)
  let depth = chance.below(5) + 1
  let shown = ShownThread(source, settings: settings(maxDepth: depth, newestFirst: seed % 2 == 0))
  let placed = Set(shown.order)
  #expect(placed.count == shown.order.count)
  #expect(placed.isDisjoint(with: shown.pings))
  for (number, comment) in source.comments.enumerated() {
    let index = Int32(number)
    let isPing = comment.kind != .comment
    // Visible comments show, hidden ones only above a visible one, pings apart, and nothing twice.
    #expect(placed.contains(index) || !(comment.isVisible && !isPing))
    #expect(shown.pings.contains(index) == (comment.isVisible && isPing))
    if placed.contains(index), !comment.isVisible { #expect(shown.isAnswered(number, in: source)) }
    #expect(!placed.contains(index) || !isPing)
    #expect((shown.places[number].depth > 0) == placed.contains(index))
    #expect(shown.places[number].depth <= depth)
  }
  #expect(shown.count == source.comments.count { $0.isVisible && $0.kind == .comment })
  for (index, parent) in nesting(shown) {
    let below = parent.map { shown.replies(to: $0) } ?? shown.roots
    #expect(below.contains(Int32(index)))
    if let parent { #expect(shown.places[index].depth == shown.places[parent].depth + 1) }
  }
}

extension ShownThread {
  /// Whether a visible comment answers this one, perhaps through others.
  fileprivate func isAnswered(_ index: Int, in thread: Thread) -> Bool {
    thread.comments.indices.contains { start in
      guard thread.comments[start].isVisible, thread.comments[start].kind == .comment else {
        return false
      }
      var next = thread.comments[start].parent
      while let parent = next, parent != index { next = thread.comments[parent].parent }
      return next == index
    }
  }
}
