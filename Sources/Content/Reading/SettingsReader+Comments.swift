internal import Diagnostics
internal import YAML

extension FieldReader {
  /// What stands under `comments` in site.yml.
  func commentSettings() -> CommentSettings {
    var settings = CommentSettings()
    guard let fields = map("comments", .commentSettings) else { return settings }
    settings.initial = fields.word("default", CommentState.self) ?? settings.initial
    settings.maxDepth = fields.integer("max_depth", in: 1...64) ?? settings.maxDepth
    settings.order = fields.word("order", CommentSettings.Order.self) ?? settings.order
    settings.closeAfterDays =
      fields.integer("close_after_days", in: 0...36_500) ?? settings.closeAfterDays
    settings.maxLength = fields.integer("max_length", in: 1...1_048_576) ?? settings.maxLength
    settings.form = fields.map("form", .form)?.form()
    return settings
  }

  /// `comments.form`: one of three ways, and what belongs to it.
  private func form() -> CommentSettings.Form? {
    let ways = ["action", "mailto", "repository"].compactMap { value($0) == nil ? nil : $0 }
    guard let way = ways.first, ways.count == 1 else {
      let place =
        ways.dropFirst().first.flatMap { pair($0)?.keyRange } ?? range.firstLine(in: faults.file)
      faults.say("`comments.form` must have one of `action`, `mailto` and `repository`", at: place)
      return nil
    }
    sayMisplaced("fields", of: "action", in: way)
    sayMisplaced("branch", of: "repository", in: way)
    switch way {
    case "action":
      sayBadFields()
      let fields = data("fields")
      return url("action").map { .action(url: $0, fields: fields) }
    case "mailto":
      return mailAddress().map { .mail(address: $0) }
    default:
      let branch = name("branch")?.value ?? "main"
      return url("repository").map { .repository(url: $0, branch: branch) }
    }
  }

  /// Says which of `fields` can't be sent: lists, maps, and words that stand for nothing.
  private func sayBadFields() {
    for pair in freeMap("fields") {
      guard case .scalar(let scalar) = pair.value.content else {
        sayShape("each of `fields` must be a text", pair.value)
        continue
      }
      guard scalar.text.hasPrefix(":"), FormWord(scalar.text) == nil else { continue }
      let known = FormWord.allCases.map { ":\($0.rawValue)" }
      faults.say(
        "a field that begins with `:` must be a word that stands for something",
        at: pair.value.range,
        help: suggestion(for: scalar.text, among: known)
      )
    }
  }

  private func sayMisplaced(_ key: String, of owner: String, in way: String) {
    guard way != owner, let pair = pair(key), value(key) != nil else { return }
    faults.say("`\(key)` belongs to `\(owner)`", at: pair.keyRange, label: "the form has `\(way)`")
  }

  private func mailAddress() -> String? {
    guard let written = name("mailto") else { return nil }
    let parts = written.value.utf8.split(
      separator: UInt8(ascii: "@"),
      omittingEmptySubsequences: false
    )
    let isAddress =
      parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      && written.value.utf8.allSatisfy { $0 > 0x20 && !"<>\"'?&#\\".utf8.contains($0) }
    guard isAddress else {
      faults.say("`mailto` must be an e-mail address", at: written.span.range)
      return nil
    }
    return written.value
  }
}
