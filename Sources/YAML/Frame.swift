/// A collection that isn't closed yet.
struct Frame {
  enum Key {
    case scalar(String, Range<Int>)
    /// A list or a mapping, which can't be a key: its value is dropped.
    case collection
  }

  let isMapping: Bool
  let start: Int
  private var items: [YAMLNode] = []
  private(set) var pairs: [YAMLPair] = []

  /// The key that waits for its value.
  var key: Key? {
    didSet { if case .collection = key { isKeyOpen = true } }
  }

  /// Whether the collection that stands in a key's place isn't closed yet.
  var isKeyOpen = false

  /// Whether the next node is a key.
  var expectsKey: Bool { isMapping && key == nil }

  init(isMapping: Bool, start: Int) {
    self.isMapping = isMapping
    self.start = start
    if isMapping { pairs.reserveCapacity(8) }
  }

  /// Takes the next item, or the value of the key that waits.
  mutating func attach(_ node: YAMLNode) {
    guard isMapping else { return items.append(node) }
    if case .scalar(let text, let place) = key {
      pairs.append(YAMLPair(key: text, keyRange: place, value: node))
    }
    key = nil
  }

  /// Drops pairs, whose indices are given in order.
  mutating func remove(_ indices: [Int]) {
    for index in indices.reversed() { pairs.remove(at: index) }
  }

  /// The whole collection.
  ///
  /// - Parameter end: where its closing bracket ends; a collection in lines has none, and ends with
  ///   its last item.
  /// - Returns: a list, or a mapping of the keys that are texts.
  func node(end: Int?) -> YAMLNode {
    let last = (isMapping ? pairs.last?.value : items.last)?.range.upperBound
    let range = start..<max(start, end ?? last ?? start)
    return YAMLNode(content: isMapping ? .mapping(pairs) : .sequence(items), range: range)
  }
}
