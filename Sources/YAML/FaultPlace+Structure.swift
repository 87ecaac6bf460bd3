internal import Diagnostics

/// Colons, dashes and brackets at the wrong place.
extension FaultPlace {
  /// A line without `: `, where a key must stand.
  func missingColon(in line: Range<Int>) -> Explanation {
    if let colon = spacelessColon(in: line) {
      return Explanation(
        message: "a space stands between a key's colon and its value",
        range: colon..<colon + 1,
        label: "no space behind it",
        help: "write `\(file.text(in: line.lowerBound..<colon)): …`"
      )
    }
    return Explanation(
      message: "a line of a mapping is `key: value`",
      range: line,
      label: "no `: ` here",
      help: "add the colon and a space, or indent the line if it continues the one above"
    )
  }

  private func spacelessColon(in line: Range<Int>) -> Int? {
    let colon = file.bytes[line].firstIndex(of: UInt8(ascii: ":"))
    guard let colon, colon > line.lowerBound, colon + 1 < line.upperBound else { return nil }
    return colon
  }

  /// The line above that of a place, when it begins in the same column.
  private func neighbourAbove(_ line: Range<Int>) -> Range<Int>? {
    let start = file.lineStart(of: line.lowerBound, in: block)
    guard start > block.lowerBound else { return nil }
    let isPair = file.bytes[block.lowerBound..<start].suffix(2).elementsEqual("\r\n".utf8)
    let above = lineText(of: start - (isPair ? 2 : 1))
    let column = above.lowerBound - file.lineStart(of: above.lowerBound, in: block)
    return column == line.lowerBound - start ? above : nil
  }

  /// A second `: `, or a pair below a value.
  var unexpectedColon: Explanation {
    let line = lineText(of: problem)
    let before = file.bytes[line.lowerBound..<max(line.lowerBound, problem)]
    let pairs = zip(before, before.dropFirst())
    if pairs.contains(where: { $0 == UInt8(ascii: ":") && $1.isBlank }) {
      return Explanation(
        message: "`: ` can't stand inside a value without quotes",
        range: character(at: problem),
        help: "put the value in quotes"
      )
    }
    if problem - line.lowerBound > 1024 {
      return Explanation(
        message: "a key has 1024 characters at most",
        range: character(at: line.lowerBound),
        help: "put the text in quotes if it is a value"
      )
    }
    if let above = neighbourAbove(line) { return missingColon(in: above) }
    return Explanation(
      message: "a key is indented like its neighbours",
      range: line.lowerBound..<max(line.lowerBound, problem),
      label: "deeper than the key above, which has a value already",
      help: "begin it in the same column, or put the text in quotes if it continues the value above"
    )
  }

  var unexpectedDash: Explanation {
    Explanation(
      message: "a list's first `- ` stands on a line of its own",
      range: character(at: problem),
      help: "put each item on a line below the key, or put the value in quotes if it is text"
    )
  }

  func openBracket(_ bracket: String, closing: String) -> Explanation {
    let line = lineText(of: context)
    if problem < block.upperBound, problem <= line.upperBound, isOnOneLine(context..<problem),
      byte(at: problem)?.endsLine == false
    {
      return Explanation(
        message: "the items of `\(bracket)…\(closing)` are set apart by commas",
        range: character(at: problem),
        label: "`,` or `\(closing)` belongs before this",
        help: "put an item in quotes if it holds brackets, quotes or `: `"
      )
    }
    return Explanation(
      message: "a `\(bracket)` that opens is closed",
      range: character(at: context),
      label: "never closed",
      help: "write `\(closing)` at its end, or put the value in quotes if it is meant as text"
    )
  }
}

/// Texts that don't continue what they stand in.
extension FaultPlace {
  var afterList: Explanation {
    badIndentation(or: "a list goes on with `- `")
  }

  var afterPair: Explanation {
    badIndentation(or: "a mapping goes on with `key: value`")
  }

  var afterRoot: Explanation {
    badIndentation(or: "nothing stands behind a block's value")
  }

  /// Something that doesn't continue the collection around it.
  private func badIndentation(or rule: String) -> Explanation {
    if let lastQuoted, let fault = textBehindQuote(lastQuoted) { return fault }
    if byte(at: problem) == UInt8(ascii: ":") {
      return Explanation(
        message: "a key stands before its colon",
        range: character(at: problem),
        label: "no key here"
      )
    }
    let line = lineText(of: problem)
    if problem > line.lowerBound {
      return Explanation(
        message: rule,
        range: file.lineRest(from: problem, in: block),
        label: "not expected here",
        help: "put the whole value in quotes"
      )
    }
    return Explanation(
      message: rule,
      range: line,
      label: "not in the column of its neighbours",
      help: "indent it by as many spaces as the lines that it belongs to"
    )
  }

  private func textBehindQuote(_ quoted: Range<Int>) -> Explanation? {
    guard quoted.upperBound <= problem, isOnOneLine(quoted.upperBound..<problem) else { return nil }
    guard isOnOneLine(quoted) else {
      return Explanation(
        message: "a quote that opens is closed",
        range: character(at: quoted.lowerBound),
        label: "closed only by a quote on a later line, with text behind it",
        help: "write \(file.text(in: character(at: quoted.lowerBound))) at the end of the text"
      )
    }
    let isSingle = byte(at: quoted.lowerBound) == UInt8(ascii: "'")
    return Explanation(
      message: "nothing stands behind a quote that closes",
      range: file.lineRest(from: problem, in: block),
      help: isSingle
        ? "write `''` for a quote inside single quotes, or put the whole value in double quotes"
        : "write `\\\"` for a quote inside double quotes, or put the whole value in single quotes"
    )
  }
}
