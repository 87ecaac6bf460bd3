internal import CYAML

/// libyaml's event parser over its own copy of a text.
///
/// The copy makes every pointer libyaml keeps live exactly as long as the parser; copying costs
/// nothing beside scanning.
@safe
struct EventParser: ~Copyable {
  // Behind a pointer, since libyaml keeps the parser's own address for reading.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  /// Starts at the beginning of a text in UTF-8.
  init(_ text: ArraySlice<UInt8>) {
    unsafe input = .allocate(capacity: text.count)
    _ = unsafe input.initialize(from: text)
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    let isReady = unsafe yaml_parser_initialize(parser) == 1
    precondition(isReady, "libyaml refuses only when there is no memory")
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The next event; after the last one it must not be asked again.
  mutating func next() throws(SyntaxFault) -> Event {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw fault() }
    let copy = unsafe Event(event)
    unsafe yaml_event_delete(&event)
    return copy
  }

  private func fault() -> SyntaxFault {
    let state = unsafe parser.pointee
    return unsafe SyntaxFault(
      problem: state.problem.map { unsafe String(cString: $0) } ?? "",
      context: state.context.map { unsafe String(cString: $0) } ?? "",
      mark: Int(state.problem_mark.index),
      contextMark: Int(state.context_mark.index),
      unreadableByte: state.error == YAML_READER_ERROR ? Int(state.problem_offset) : nil
    )
  }
}

extension Event {
  /// Copies what an event of libyaml holds.
  fileprivate init(_ event: yaml_event_t) {
    unsafe start = Int(event.start_mark.index)
    unsafe end = Int(event.end_mark.index)
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT:
      kind = .documentStart
    case YAML_DOCUMENT_END_EVENT:
      kind = .documentEnd
    case YAML_ALIAS_EVENT:
      kind = .alias
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      kind = unsafe .scalar(YAMLScalar(scalar))
      hasProperties = unsafe scalar.anchor != nil || scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT:
      let sequence = unsafe event.data.sequence_start
      kind = .collectionStart(isMapping: false)
      hasProperties = unsafe sequence.anchor != nil || sequence.tag != nil
    case YAML_MAPPING_START_EVENT:
      let mapping = unsafe event.data.mapping_start
      kind = .collectionStart(isMapping: true)
      hasProperties = unsafe mapping.anchor != nil || mapping.tag != nil
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      kind = .collectionEnd
    default:
      kind = .streamEdge
      isLast = unsafe event.type == YAML_STREAM_END_EVENT
    }
  }
}

extension YAMLScalar {
  fileprivate init(_ scalar: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar) {
    let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    text = unsafe String(decoding: bytes, as: UTF8.self)
    switch unsafe scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: style = .quoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: style = .block
    default: style = .plain
    }
  }
}
