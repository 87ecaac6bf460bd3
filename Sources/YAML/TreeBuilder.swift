internal import Diagnostics

/// Builds a tree from libyaml's events, with a stack of its own in place of recursion.
struct TreeBuilder {
  let file: SourceFile
  let range: Range<Int>
  let limits: YAMLLimits
  private var offsets: OffsetMap
  private var stack: [Frame] = []
  private var nodes = 0
  private var documents = 0
  private(set) var root: YAMLNode?

  /// The last scalar met, which tells what an unexpected text stands behind.
  private var lastScalar: (style: YAMLScalar.Style, range: Range<Int>)?

  init(file: SourceFile, range: Range<Int>, limits: YAMLLimits) {
    self.file = file
    self.range = range
    self.limits = limits
    offsets = OffsetMap(file.bytes, in: range)
  }

  /// Reads all events.
  ///
  /// - Returns: where the syntax broke, if reading may go on behind that place.
  mutating func read(_ faults: inout FaultLog) -> Int? {
    if let directive = tellDirective(from: range.lowerBound, &faults) { return directive }
    var parser = EventParser(file.bytes[range])
    do throws(SyntaxFault) {
      while true {
        let event = try parser.next()
        guard take(event, &faults), !faults.isFull else { return nil }
        if event.isLast { return nil }
      }
    } catch {
      let explanation = explain(error)
      faults.append(explanation)
      return explanation.range.lowerBound
    }
  }

  private mutating func explain(_ fault: SyntaxFault) -> Explanation {
    if let byte = fault.unreadableByte {
      return file.explainUnreadable(at: min(range.lowerBound + byte, range.upperBound))
    }
    let problem = offsets.offset(of: fault.mark)
    let context = offsets.offset(of: fault.contextMark)
    let place = FaultPlace(
      file: file,
      block: range,
      problem: problem,
      context: context,
      lastQuoted: lastScalar?.style == .quoted ? lastScalar?.range : nil
    )
    return place.explain(fault)
  }

  /// Takes one event; `false` when reading can't go on.
  private mutating func take(_ event: Event, _ faults: inout FaultLog) -> Bool {
    let start = offsets.offset(of: event.start)
    let end = max(start, offsets.offset(of: event.end))
    if event.hasProperties { tellProperties(at: start, &faults) }
    switch event.kind {
    case .streamEdge: return true
    case .documentStart: return openDocument(start..<end, &faults)
    case .documentEnd: return tellDirective(from: end, &faults) == nil
    case .alias:
      tellAlias(start..<end, &faults)
      return add(.init(text: "", style: .plain), start..<end, &faults)
    case .scalar(let scalar): return add(scalar, start..<end, &faults)
    case .collectionStart(let isMapping): return open(isMapping: isMapping, at: start, &faults)
    case .collectionEnd:
      close(end: start == end ? nil : end, &faults)
      return true
    }
  }

  /// Tells of a directive that comes next, and says where.
  ///
  /// libyaml compares each with all before it, so it never gets to see one.
  private func tellDirective(from offset: Int, _ faults: inout FaultLog) -> Int? {
    guard let directive = file.directive(from: offset, in: range) else { return nil }
    faults.append(file.explainDirective(at: directive, in: range))
    return directive
  }

  private mutating func openDocument(_ place: Range<Int>, _ faults: inout FaultLog) -> Bool {
    documents += 1
    guard documents > 1 else { return true }
    faults.append(
      "a block holds one YAML document",
      at: place,
      label: "begins a second one",
      help: "remove this line and what follows it, or move that to a file of its own"
    )
    return false
  }
}

extension TreeBuilder {
  private mutating func add(
    _ scalar: YAMLScalar,
    _ place: Range<Int>,
    _ faults: inout FaultLog
  ) -> Bool {
    guard count(place, &faults) else { return false }
    let place = scalar.style == .block ? file.trimmingBreaks(place) : place
    lastScalar = (scalar.style, place)
    if stack.last?.expectsKey == true {
      if scalar.isEmptyValue, place.isEmpty {
        faults.append("a key stands before its colon", at: place, label: "no key here")
      }
      if scalar.style == .plain, scalar.text == "<<" {
        faults.append(
          "merge keys are not read",
          at: place,
          help: "write the keys out, or put `<<` in quotes if it is a name"
        )
      }
      stack[stack.count - 1].key = .scalar(scalar.text, place)
    } else {
      attach(YAMLNode(content: .scalar(scalar), range: place))
    }
    return true
  }

  private mutating func open(isMapping: Bool, at start: Int, _ faults: inout FaultLog) -> Bool {
    guard count(start..<start, &faults) else { return false }
    guard stack.count < limits.depth else {
      faults.append("lists and mappings nest \(limits.depth) deep at most", at: start..<start)
      return false
    }
    if stack.last?.expectsKey == true { stack[stack.count - 1].key = .collection }
    stack.append(Frame(isMapping: isMapping, start: start))
    return true
  }

  private mutating func close(end: Int?, _ faults: inout FaultLog) {
    guard var frame = stack.popLast() else { preconditionFailure("libyaml closes what it opened") }
    frame.remove(tellDuplicates(frame.pairs, &faults))
    let node = frame.node(end: end)
    // A collection as a key was marked when it opened, and is told once it is whole.
    if stack.last?.isKeyOpen == true {
      stack[stack.count - 1].isKeyOpen = false
      faults.append(
        "a key is a text, not a list or a mapping",
        at: node.range,
        help: "put it in quotes if it is meant as text"
      )
    } else {
      attach(node)
    }
  }

  private mutating func attach(_ node: YAMLNode) {
    guard let top = stack.indices.last else {
      root = root(node)
      return
    }
    stack[top].attach(node)
  }

  private func root(_ node: YAMLNode) -> YAMLNode? {
    if case .scalar(let scalar) = node.content, scalar.isEmptyValue { return nil }
    return node
  }

  private mutating func count(_ place: Range<Int>, _ faults: inout FaultLog) -> Bool {
    nodes += 1
    guard nodes > limits.nodes else { return true }
    faults.append(
      "a YAML block may hold \(limits.nodes) keys and values at most",
      at: place.lowerBound..<place.lowerBound
    )
    return false
  }
}

extension TreeBuilder {
  /// Tells of the keys that stand twice.
  ///
  /// - Returns: the indices of the later ones.
  private func tellDuplicates(_ pairs: [YAMLPair], _ faults: inout FaultLog) -> [Int] {
    var duplicates: [Int] = []
    // Comparing short keys pairwise is faster than hashing until there are a few.
    if pairs.count <= 16 {
      for later in pairs.indices {
        guard let first = pairs[..<later].first(where: { $0.key == pairs[later].key }) else {
          continue
        }
        tellDuplicate(pairs[later], of: first, &faults)
        duplicates.append(later)
      }
      return duplicates
    }
    var seen: [String: YAMLPair] = Dictionary(minimumCapacity: pairs.count)
    for (index, pair) in pairs.enumerated() where !faults.isFull {
      if let first = seen[pair.key] {
        tellDuplicate(pair, of: first, &faults)
        duplicates.append(index)
      } else {
        seen[pair.key] = pair
      }
    }
    return duplicates
  }

  private func tellDuplicate(_ pair: YAMLPair, of first: YAMLPair, _ faults: inout FaultLog) {
    guard !faults.isFull else { return }
    let line = faults.line(of: first.keyRange.lowerBound)
    faults.append(
      "duplicate key `\(pair.key)`",
      at: pair.keyRange,
      label: "first given on line \(line)",
      help: "keep one of them",
      keepsTree: true
    )
  }

  private func tellAlias(_ place: Range<Int>, _ faults: inout FaultLog) {
    faults.append(
      "aliases such as `\(file.text(in: place))` are not read",
      at: place,
      help: "write the value out, or put it in quotes if it is meant as text"
    )
  }

  /// Tells of the tags and anchors before a value.
  private func tellProperties(at start: Int, _ faults: inout FaultLog) {
    var start = start
    while start < range.upperBound {
      let isTag = file.bytes[start] == UInt8(ascii: "!")
      guard isTag || file.bytes[start] == UInt8(ascii: "&") else { return }
      let word = file.word(at: start, in: range)
      faults.append(
        "\(isTag ? "tags" : "anchors") such as `\(file.text(in: word))` are not read",
        at: word,
        help: "remove it, or put the value in quotes if it is meant as text"
      )
      start = word.upperBound
      while start < range.upperBound, file.bytes[start] <= 0x20 { start += 1 }
    }
  }
}
