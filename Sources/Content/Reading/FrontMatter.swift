internal import Diagnostics
internal import YAML

/// The parts of a Markdown file: the YAML between two `---` lines, and the text.
struct FrontMatter {
  /// The pairs of the YAML; none when there is no front matter.
  let pairs: [YAMLPair]

  /// The bytes between the lines, for what is missing there; the file's start without them.
  let range: Range<Int>

  /// The Markdown.
  let body: Range<Int>

  /// Whether the YAML could be read; otherwise what is missing isn't said, too.
  let isReadable: Bool

  private init(_ pairs: [YAMLPair], _ range: Range<Int>, body: Range<Int>, isReadable: Bool = true)
  {
    self.pairs = pairs
    self.range = range
    self.body = body
    self.isReadable = isReadable
  }

  /// Splits a file and reads its front matter, saying what is wrong with it.
  ///
  /// The first line must be `---` for there to be any; blanks behind it don't count.
  init(_ faults: Faults) {
    let file = faults.file
    let bytes = file.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let block = bytes.dashLine(at: start) else {
      self.init([], start..<start, body: start..<bytes.count)
      return
    }
    let opening = start..<start + 3
    guard let (end, rest) = bytes.closingLine(from: block) else {
      faults.say(
        "front matter must end with a line `---`",
        at: opening,
        label: "begins here and never ends"
      )
      self.init([], opening, body: bytes.count..<bytes.count, isReadable: false)
      return
    }
    let pairs = FrontMatter.pairs(block..<end, faults)
    self.init(pairs ?? [], opening, body: rest..<bytes.count, isReadable: pairs != nil)
  }

  /// The pairs of a block, or `nil`, having said why it has none.
  private static func pairs(_ block: Range<Int>, _ faults: Faults) -> [YAMLPair]? {
    let before = faults.log.diagnostics.count
    let node = readYAML(faults.file, in: block, log: &faults.log)
    guard let node else { return faults.log.diagnostics.count == before ? [] : nil }
    guard case .mapping(let pairs) = node.content else {
      faults.say(
        "front matter must be keys with values",
        at: node.range.firstLine(in: faults.file),
        label: "this is \(node.shape)",
        help: "write `title: …`"
      )
      return nil
    }
    return pairs
  }
}

extension [UInt8] {
  /// The offset behind the line at `start` when that is `---`, blanks behind it apart.
  fileprivate func dashLine(at start: Int) -> Int? {
    guard self[start...].starts(with: "---".utf8) else { return nil }
    var end = start + 3
    while end < count, self[end] == UInt8(ascii: " ") || self[end] == UInt8(ascii: "\t") {
      end += 1
    }
    guard end < count else { return end }
    if self[end] == UInt8(ascii: "\r") {
      return end + 1 < count && self[end + 1] == UInt8(ascii: "\n") ? end + 2 : end + 1
    }
    return self[end] == UInt8(ascii: "\n") ? end + 1 : nil
  }

  /// Where the next `---` line begins, and where the line behind it does.
  fileprivate func closingLine(from start: Int) -> (start: Int, next: Int)? {
    var line = start
    while line < count {
      if self[line] == UInt8(ascii: "-"), let next = dashLine(at: line) { return (line, next) }
      while line < count, self[line] != UInt8(ascii: "\n"), self[line] != UInt8(ascii: "\r") {
        line += 1
      }
      if line + 1 < count, self[line] == UInt8(ascii: "\r"), self[line + 1] == UInt8(ascii: "\n") {
        line += 1
      }
      line += 1
    }
    return nil
  }
}
