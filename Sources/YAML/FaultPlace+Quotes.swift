internal import Diagnostics

/// Faults inside quotes, and behind `|` and `>`.
extension FaultPlace {
  func quotedFault(_ problem: String) -> Explanation {
    switch problem {
    case "found unexpected end of stream", "found unexpected document indicator":
      let quote = character(at: context)
      return Explanation(
        message: "a quote that opens is closed",
        range: quote,
        label: "never closed",
        help: "write \(file.text(in: quote)) at the end of the text too"
      )
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      return Explanation(
        message:
          "the code behind `\\x`, `\\u` or `\\U` is 2, 4 or 8 hexadecimal digits of a character",
        range: escape,
        help: "write `\\\\` for a backslash, or put the text in single quotes"
      )
    default:
      return Explanation(
        message: "`\(file.text(in: escape))` is not an escape that YAML knows",
        range: escape,
        help: "write `\\\\` for a backslash, or put the text in single quotes"
      )
    }
  }

  /// The backslash at which libyaml stopped, or a little behind which, and its letter.
  private var escape: Range<Int> {
    var start = problem
    while start > context, byte(at: start) != UInt8(ascii: "\\") { start -= 1 }
    return start..<file.character(at: start + 1, in: block).upperBound
  }

  func blockScalarFault(_ problem: String) -> Explanation {
    if problem == "found a tab character where an indentation space is expected" {
      return tab(at: self.problem)
    }
    if problem == "found an indentation indicator equal to 0" {
      return Explanation(
        message: "an indentation behind `|` or `>` is 1 to 9",
        range: character(at: self.problem),
        help: "remove the digit"
      )
    }
    return Explanation(
      message: "the text of `|` or `>` begins on the next line",
      range: file.lineRest(from: self.problem, in: block),
      help: "move this to the next line and indent it, or put the whole value in quotes"
    )
  }
}
