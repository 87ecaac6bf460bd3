import Content
import Diagnostics
import HTML
import Markdown

/// The HTML of what a thread's comments say.
final class ThreadBodies: Sendable {
  /// That of all comments that show, one behind the other.
  let html: OutputBuffer
  /// Where each comment's stands in ``html``.
  private let ranges: [TextRange]

  /// Renders the comments that show; a body of more than `maxLength` bytes as it was typed.
  init(_ thread: Thread, maxLength: Int) {
    var renderer = MarkdownRenderer()
    var ranges = [TextRange](repeating: .empty, count: thread.comments.count)
    // What Markdown becomes is a little longer.
    let length = thread.comments.reduce(0) { $0 + $1.bodyLength }
    var html = OutputBuffer(capacity: length / 4 * 5 + 64)
    // The memory of one comment serves the next.
    var body: [UInt8] = []
    for (index, comment) in thread.comments.enumerated() where comment.isVisible {
      let start = html.count
      body.removeAll(keepingCapacity: true)
      thread.appendBody(of: comment, to: &body)
      renderer.renderUntrusted(
        body,
        isPlain: comment.isPlain,
        maximumLength: maxLength,
        into: &html
      )
      ranges[index] = TextRange(start..<html.count)
    }
    self.ranges = ranges
    self.html = html
  }

  /// Where a comment's stands in ``html``: nowhere, when it isn't shown.
  func range(of index: Int) -> Range<Int> { ranges[index].range }
}
