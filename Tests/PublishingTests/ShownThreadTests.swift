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
  let file = SourceFile(path: "a.comments.yml", text: "")
  return Thread(
    file: file,
    comments: comments.enumerated().map { index, comment in
      Content.Comment(
        id: comment.id,
        author: comment.id,
        date: Moment(
          ZonedTime(Instant(seconds: Int64(index)), in: .utc),
          zone: "UTC",
          isDateOnly: false
        ),
        status: comment.status,
        kind: kinds[index] ?? .comment,
        body: [],
        span: SourceSpan(file, 0..<0)
      )
    },
    parents: comments.map(\.parent)
  )
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
  #expect(shown.replies[3].count == 99_996)
}
