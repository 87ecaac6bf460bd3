public import Diagnostics

/// Reads one YAML document: front matter, a thread, a site's settings.
///
/// Every scalar stays the text that was typed. Tags, anchors, aliases, merge keys, directives and
/// further documents are errors, and so are keys that stand twice. What breaks the syntax of one
/// top-level entry doesn't keep the faults of the next from being told.
///
/// - Parameters:
///   - file: the file that the block is part of.
///   - range: the block's bytes, without the `---` lines of front matter; a byte order mark at the
///     file's start is skipped.
///   - limits: how much the block may ask for.
///   - log: gets the faults, each at its place.
/// - Returns: `nil` when the block holds nothing but comments, or when it has faults other than keys
///   that stand twice, of which the first counts.
public func readYAML(
  _ file: SourceFile,
  in range: Range<Int>,
  limits: YAMLLimits = YAMLLimits(),
  log: inout DiagnosticLog
) -> YAMLNode? {
  precondition(range.upperBound <= file.bytes.count, "a block lies inside its file")
  var faults = FaultLog(file: file, limit: limits.faults)
  let node = read(file, in: range.skippingByteOrderMark(in: file), limits: limits, faults: &faults)
  for fault in faults.diagnostics { log.append(fault) }
  return faults.spoilsTree || faults.isFull ? nil : node
}

private func read(
  _ file: SourceFile,
  in range: Range<Int>,
  limits: YAMLLimits,
  faults: inout FaultLog
) -> YAMLNode? {
  guard range.count <= limits.bytes else {
    faults.append("a YAML block may have \(limits.bytes) bytes at most", at: range.prefix(1))
    return nil
  }
  if let list = FlatList(file, in: range, limits: limits) { return list.node }
  if let mapping = PlainMappingReader.read(file, in: range, limits: limits) { return mapping }
  return readAny(file, in: range, limits: limits, faults: &faults)
}

/// Reads a block by libyaml, and what follows a fault from the next entry on.
func readAny(
  _ file: SourceFile,
  in range: Range<Int>,
  limits: YAMLLimits,
  faults: inout FaultLog
) -> YAMLNode? {
  var rest = range
  var root: YAMLNode?
  while !faults.isFull {
    var builder = TreeBuilder(file: file, range: rest, limits: limits)
    let place = builder.read(&faults)
    if rest == range { root = builder.root }
    guard let place, let next = file.nextEntry(after: place, in: range) else { break }
    rest = next..<range.upperBound
  }
  return root
}

extension Range<Int> {
  fileprivate func skippingByteOrderMark(in file: SourceFile) -> Range<Int> {
    file.bytes[self].starts(with: [0xEF, 0xBB, 0xBF]) ? lowerBound + 3..<upperBound : self
  }
}

extension SourceFile {
  /// Where the next entry at the left margin begins, to go on reading behind a fault.
  ///
  /// Only a block that is a list or a mapping in lines has such entries.
  fileprivate func nextEntry(after offset: Int, in range: Range<Int>) -> Int? {
    guard let first = firstEntry(in: range) else { return nil }
    let isList = bytes[first] == UInt8(ascii: "-")
    if bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "[") { return nil }
    var start = lineEnd(from: offset, in: range)
    while start < range.upperBound {
      let end = lineEnd(from: start, in: range)
      if isList ? isListEntry(start..<end) : isMappingEntry(start..<end) { return start }
      start = end
    }
    return nil
  }

  private func firstEntry(in range: Range<Int>) -> Int? {
    var start = range.lowerBound
    while start < range.upperBound {
      let byte = bytes[start]
      let isMarker = bytes[start..<range.upperBound].starts(with: "---".utf8)
      if !isMarker, byte > 0x20, byte != UInt8(ascii: "#") { return start }
      start = lineEnd(from: start, in: range)
    }
    return nil
  }

  private func isListEntry(_ line: Range<Int>) -> Bool {
    bytes[line].starts(with: "- ".utf8)
  }

  private func isMappingEntry(_ line: Range<Int>) -> Bool {
    guard bytes[line.lowerBound].isWordByte else { return false }
    let rest = bytes[line].drop(while: \.isWordByte)
    return rest.first == UInt8(ascii: ":") && (rest.dropFirst().first ?? 0x20) <= 0x20
  }
}

extension SourceFile {
  /// The offset behind a line's ending.
  func lineEnd(from offset: Int, in range: Range<Int>) -> Int {
    var end = offset
    while end < range.upperBound, !bytes[end].endsLine { end += 1 }
    let isPair = bytes[end..<range.upperBound].starts(with: "\r\n".utf8)
    return min(range.upperBound, end + (isPair ? 2 : 1))
  }
}

extension UInt8 {
  var endsLine: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// Whether it is a letter, a digit, `_`, `-` or part of a character beyond ASCII.
  var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }
}
