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
    case .value(.document, _):
      report(
        "an expression can't stand in `srcdoc`, whose text is a page of its own",
        expression.range
      )
    case .value(_, quote: 0), .beforeValue: return mode == .plain ? mode : .unquoted
    case .tagName, .insideTag, .attributeName, .behindName:
      return mode == .plain || expression.isTrusted ? mode : .tag
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
    guard markup.isTracked, markup.addressSlot == nil else { return }
    let length: Int
    if markup.isInAddress {
      length = max(0, markup.addressLength)
    } else if markup.isBeforeAddress {
      length = 0
    } else {
      return
    }
    let slot = function.temporarySlot()
    write(.addressBegin(slot: slot, length: Int32(length)), range)
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

  /// Reports what prints markup that was compiled for another place than this.
  func checkPlace(_ what: String, _ range: Range<Int>) {
    guard markup.isTracked else { return }
    if markup.isInCode { return report("\(what) can't stand in \(markup.codePlace)", range) }
    switch markup.state {
    case .text, .comment, .value(.text, quote: 1...), .value(.address, quote: 1...): break
    case .value, .beforeValue:
      report("\(what) can't stand in \(markup.place)", range, help: "put the value in quotes")
    default:
      report(
        "\(what) can't stand in \(markup.place)",
        range,
        help: "let it print the whole tag, or the quoted value of an attribute"
      )
    }
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
  /// Whether its author vouches for it, or nothing but the template is in it.
  fileprivate var isTrusted: Bool {
    if case .filter(_, let name, _) = kind, name.text == "safe" { return true }
    return isBlockCall || isConstant(withFilters: false)
  }

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
