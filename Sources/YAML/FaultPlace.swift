internal import Diagnostics

/// Where libyaml stopped, to say in an author's words what stands there.
///
/// libyaml tells which rule of its grammar failed; the bytes at its marks tell what was typed.
struct FaultPlace {
  let file: SourceFile
  let block: Range<Int>

  /// The byte at which libyaml stopped.
  let problem: Int

  /// Where the thing began that it was reading.
  let context: Int

  /// The last text in quotes, when that is what was read last.
  let lastQuoted: Range<Int>?

  /// What is wrong, by libyaml's own sentence (libyaml 0.2, scanner.c and parser.c).
  func explain(_ fault: SyntaxFault) -> Explanation {
    switch (fault.context, fault.problem) {
    case ("while scanning a quoted scalar", _), ("while parsing a quoted scalar", _):
      quotedFault(fault.problem)
    case ("while scanning an alias", _), ("while scanning an anchor", _): sign(at: context)
    case ("while scanning a tag", _), ("while parsing a tag", _), ("while scanning a %TAG", _),
      (_, "found undefined tag handle"):
      tag
    case ("while scanning a directive", _), ("while scanning a %YAML directive", _),
      ("while scanning a %TAG directive", _), (_, "found duplicate %YAML directive"),
      (_, "found duplicate %TAG directive"), (_, "found incompatible YAML document"):
      file.explainDirective(at: problem, in: block)
    case ("while scanning a block scalar", _): blockScalarFault(fault.problem)
    case (_, "found a tab character that violates indentation"): tab(at: problem)
    case (_, "found character that cannot start any token"): badStart
    case (_, "could not find expected ':'"):
      missingColon(in: file.lineRest(from: context, in: block))
    case (_, "mapping values are not allowed in this context"): unexpectedColon
    case (_, "block sequence entries are not allowed in this context"): unexpectedDash
    case (_, "mapping keys are not allowed in this context"): sign(at: problem)
    case ("while parsing a flow sequence", _): openBracket("[", closing: "]")
    case ("while parsing a flow mapping", _): openBracket("{", closing: "}")
    case ("while parsing a block collection", _): afterList
    case ("while parsing a block mapping", _): afterPair
    case (_, "did not find expected <document start>"): afterRoot
    case (_, "did not find expected node content"): unexpected(at: problem)
    default: other(fault)
    }
  }

  private func other(_ fault: SyntaxFault) -> Explanation {
    // A later libyaml's sentence is better than none.
    let words = fault.problem.isEmpty ? "can't be read as YAML" : fault.problem
    return Explanation(message: words, range: character(at: problem))
  }
}

/// What can't begin a value.
extension FaultPlace {
  func character(at offset: Int) -> Range<Int> { file.character(at: offset, in: block) }

  func byte(at offset: Int) -> UInt8? {
    block.contains(offset) ? file.bytes[offset] : nil
  }

  func isOnOneLine(_ range: Range<Int>) -> Bool {
    !file.bytes[range].contains(where: \.endsLine)
  }

  func lineText(of offset: Int) -> Range<Int> {
    var start = file.lineStart(of: offset, in: block)
    let rest = file.lineRest(from: start, in: block)
    while start < rest.upperBound, file.bytes[start].isBlank { start += 1 }
    return start..<rest.upperBound
  }

  func tab(at offset: Int) -> Explanation {
    Explanation(
      message: "YAML is indented with spaces, never with TABs",
      range: character(at: offset),
      label: "a TAB",
      help: "put spaces in its place"
    )
  }

  private func sign(at offset: Int) -> Explanation {
    let place = character(at: offset)
    let isBacktick = byte(at: offset) == UInt8(ascii: "`")
    let name = isBacktick ? "a backtick" : "`\(file.text(in: place))`"
    return Explanation(
      message: "a value without quotes can't begin with \(name)",
      range: place,
      help: "put the value in quotes"
    )
  }

  private var tag: Explanation {
    let word = file.word(at: context, in: block)
    return Explanation(
      message: "tags such as `\(file.text(in: word))` are not read",
      range: word,
      help: "remove it, or put the value in quotes if it is meant as text"
    )
  }

  private var badStart: Explanation {
    byte(at: problem) == UInt8(ascii: "\t") ? tab(at: problem) : sign(at: problem)
  }

  private func unexpected(at offset: Int) -> Explanation {
    let place = character(at: offset)
    guard let byte = byte(at: offset), !byte.endsLine else {
      return Explanation(message: "a value is missing", range: offset..<offset)
    }
    if byte == UInt8(ascii: ",") {
      return Explanation(
        message: "an item is missing before this comma",
        range: place,
        help: "remove the comma, or write `\"\"` for an empty text"
      )
    }
    return Explanation(
      message: "a value can't begin with `\(file.text(in: place))`",
      range: place,
      help: "put the value in quotes if it is meant as text"
    )
  }
}
