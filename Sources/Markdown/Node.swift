internal import CArena
internal import CCmark

/// A node of cmark's tree.
///
/// It lives as long as the closure that ``withTree(of:smart:_:)`` calls, and must not leave it.
@safe struct Node: Equatable {
  private let pointer: OpaquePointer

  fileprivate init?(_ pointer: OpaquePointer?) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = pointer
  }

  static func == (a: Node, b: Node) -> Bool { unsafe a.pointer == b.pointer }

  var kind: NodeKind {
    unsafe NodeKind(rawValue: UInt32(cmark_node_get_type(pointer).rawValue)) ?? .none
  }

  var parent: Node? { unsafe Node(cmark_node_parent(pointer)) }
  var next: Node? { unsafe Node(cmark_node_next(pointer)) }
  var previous: Node? { unsafe Node(cmark_node_previous(pointer)) }
  var firstChild: Node? { unsafe Node(cmark_node_first_child(pointer)) }

  /// The line of the parsed text on which it begins, from 1.
  var startLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }
  var endLine: Int { unsafe Int(cmark_node_get_end_line(pointer)) }
  /// The byte of that line at which it begins, from 1.
  var startColumn: Int { unsafe Int(cmark_node_get_start_column(pointer)) }

  var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }
  var isOrdered: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var isTight: Bool { unsafe cmark_node_get_list_tight(pointer) != 0 }
  var listStart: Int { unsafe Int(cmark_node_get_list_start(pointer)) }

  /// What a text, code or HTML node holds.
  var literal: TreeText { unsafe TreeText(cmark_node_get_literal(pointer)) }
  var fenceInfo: TreeText { unsafe TreeText(cmark_node_get_fence_info(pointer)) }
  var url: TreeText { unsafe TreeText(cmark_node_get_url(pointer)) }
  var title: TreeText { unsafe TreeText(cmark_node_get_title(pointer)) }
}

/// cmark's node types, with its numbers.
enum NodeKind: UInt32 {
  case none
  case document
  case blockQuote
  case list
  case item
  case codeBlock
  case htmlBlock
  case customBlock
  case paragraph
  case heading
  case thematicBreak
  case text
  case softBreak
  case lineBreak
  case code
  case htmlInline
  case customInline
  case emphasis
  case strong
  case link
  case image

  /// Whether it stands inside a paragraph or heading.
  var isInline: Bool { rawValue >= NodeKind.text.rawValue }
}

/// Parses a text and lends its tree.
///
/// Everything that cmark allocates comes from the thread's arena and goes back at once when `body`
/// returns; calls may nest.
func withTree<Result, Failure: Error>(
  of text: borrowing Span<UInt8>,
  smart: Bool,
  _ body: (Node) throws(Failure) -> Result
) throws(Failure) -> Result {
  let mark = unsafe carena_save()
  defer { unsafe carena_release(mark) }
  var memory = unsafe cmark_mem(
    calloc: carena_calloc,
    realloc: carena_realloc,
    free: carena_free
  )
  let options = CMARK_OPT_DEFAULT | (smart ? CMARK_OPT_SMART : 0)
  return try unsafe withUnsafeMutablePointer(to: &memory) { memory throws(Failure) -> Result in
    let parser = unsafe cmark_parser_new_with_mem(options, memory)
    unsafe text.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) {
        unsafe cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    guard let root = unsafe Node(cmark_parser_finish(parser)) else {
      preconditionFailure("cmark gives a document for any text")
    }
    return try body(root)
  }
}
