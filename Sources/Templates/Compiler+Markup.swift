internal import Diagnostics

extension Compiler {
  /// How a value is printed at this place of the markup; what mustn't stand here is reported.
  func emitMode(for expression: Expression) -> EmitMode {
    var mode = autoescape
    if mode == .dynamic, expression.isConstant(withFilters: false) { mode = constantAutoescape }
    guard markup.isTracked else { return mode }
    defer { markup.passDynamic() }
    if markup.isInCode { return codeMode(for: expression, mode) }
    switch markup.state {
    case .tagOpen: report("an expression can't begin a tag's name", expression.range)
    case .tagName(_, let name)
    where "script".utf8.starts(with: name) || "style".utf8.starts(with: name):
      report("an expression can't make a tag's name `script` or `style`", expression.range)
    case .value(_, quote: 0), .beforeValue: return mode == .plain ? mode : .unquoted
    default: break
    }
    return mode
  }

  private func codeMode(for expression: Expression, _ mode: EmitMode) -> EmitMode {
    if expression.isBlockCall { return mode }
    guard case .filter(_, let name, _) = expression.kind, name.text == "json" else {
      report(
        "an expression in \(markup.codePlace) must end with the filter `json`",
        expression.range,
        help: "write `{{ … | json }}`"
      )
      return mode
    }
    if case .raw = markup.state { return .escaped }
    return .quoted
  }

  /// Remembers where an address began, before the first part of it that isn't constant.
  func markAddress(_ range: Range<Int>) {
    guard markup.isTracked, markup.isInAddress, markup.addressSlot == nil else { return }
    let slot = function.temporarySlot()
    write(.addressBegin(slot: slot, length: Int32(max(0, markup.addressLength))), range)
    markup.addressSlot = slot
  }

  /// Writes constant text, and the check of an address that ends in it.
  func writeText(_ bytes: [UInt8], _ range: Range<Int>) {
    let slot = markup.addressSlot
    guard let end = markup.advance(over: bytes), let slot else { return text(bytes, range) }
    if end > 0 { text(Array(bytes[..<end]), range) }
    write(.addressEnd(slot: slot), range)
    text(Array(bytes[end...]), range)
  }

  /// Goes on where the branches of a statement meet.
  func finish(_ merge: MarkupContext.Merge, _ range: Range<Int>) {
    guard markup.isTracked else { return }
    guard let merged = merge.result else {
      return report(
        "the branches of this statement end in different places of the markup",
        range,
        help: "close each tag, quote and script where it was opened"
      )
    }
    markup = merged
  }

  /// Reports what prints values that nothing checks at a place for code.
  func checkCode(_ what: String, _ range: Range<Int>) {
    guard markup.isTracked, markup.isInCode else { return }
    report("\(what) can't stand in \(markup.codePlace)", range)
  }

  /// Reports code that leaves the markup elsewhere than it found it.
  func checkBalance(_ start: MarkupContext, _ what: String, _ range: Range<Int>) {
    guard markup.isTracked, markup != start else { return }
    report(
      "\(what) ends inside \(markup.place), where it didn't begin",
      range,
      help: "close each tag, quote and script where it was opened"
    )
  }
}

extension Expression {
  /// Whether it shows a block, whose own expressions are checked where it stands.
  fileprivate var isBlockCall: Bool {
    guard case .call(let callee, _) = kind, case .name("super") = callee.kind else { return false }
    return true
  }
}

extension MarkupContext {
  /// What an error calls the place.
  var place: String {
    switch state {
    case .text: "text"
    case .comment: "a comment"
    case .raw(let name): "a `\(String(decoding: name, as: UTF8.self))` element"
    case .value: "an attribute's value"
    default: "a tag"
    }
  }

  /// What an error calls a place for code.
  var codePlace: String {
    switch state {
    case .raw(let name): "a `\(String(decoding: name, as: UTF8.self))` element"
    default: "an `on…` attribute"
    }
  }
}
