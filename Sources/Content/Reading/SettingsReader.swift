internal import Calendar
internal import Diagnostics
internal import YAML

/// Reads site.yml.
///
/// - Returns: `nil` when it isn't there or its YAML can't be read. What is wrong otherwise leaves
///   the setting's default, so that the rest of the site can be checked.
func readSettings(
  _ tree: SourceTree,
  zones: inout ZoneFinder,
  log: inout DiagnosticLog
) -> Settings? {
  guard tree.contains("site.yml") else {
    if let fault = tree.rootFault {
      log.append(fault)
      return nil
    }
    log.append(
      Diagnostic(
        "a site must have a file `site.yml`",
        path: nil,
        help: "write `title: …` into it, or name the folder of the site with `--source`"
      )
    )
    return nil
  }
  guard let file = tree.text("site.yml", log: &log) else { return nil }
  let faults = Faults(file: file)
  defer { log.append(contentsOf: faults.log) }
  let node = readYAML(file, in: 0..<file.bytes.count, log: &faults.log)
  guard node != nil || faults.log.diagnostics.isEmpty else { return nil }
  var pairs: [YAMLPair] = []
  switch node?.content {
  case .mapping(let written): pairs = written
  case nil: break
  default:
    faults.say("site.yml must be keys with values", at: 0..<0, help: "write `title: …`")
    return nil
  }
  let fields = FieldReader(pairs, kind: .settings, range: 0..<0, faults: faults)
  return fields.settings(file, zones: &zones)
}

extension FieldReader {
  fileprivate func settings(_ file: SourceFile, zones: inout ZoneFinder) -> Settings {
    if textValue("title") == nil { sayMissing("title") }
    var settings = Settings(file: file, title: line("title")?.value ?? "")
    readAddress(&settings)
    readLook(&settings)
    if let name = name("timezone"), let zone = zones.zone(name, log: &faults.log) {
      settings.zone = zone
      settings.isZoneNamed = true
    }
    if let now = time("now") {
      settings.now = TimeContext(zone: settings.zone).resolve(now, "now", log: &faults.log)?.instant
    }
    settings.perPage = integer("per_page", in: 1...1000) ?? settings.perPage
    settings.permalinks = permalinkPatterns()
    settings.menu = menu()
    if let events = map("events", .eventSettings) {
      settings.eventHorizon = events.integer("horizon", in: 0...1200) ?? settings.eventHorizon
    }
    settings.feeds = feeds()
    settings.comments = commentSettings()
    if let markdown = map("markdown", .markdown) {
      settings.allowsHTML = markdown.boolean("html") ?? true
      settings.usesSmartPunctuation = markdown.boolean("smart") ?? true
    }
    settings.disabledOutputs = disabledOutputs()
    settings.extra = data("extra")
    return settings
  }

  private func readAddress(_ settings: inout Settings) {
    guard let written = name("base_url") else {
      if value("base_url") == nil { warnOfNoAddress() }
      return
    }
    do throws(BaseURLFault) {
      settings.baseURL = try BaseURL(written.value)
    } catch {
      faults.say(
        "`base_url` must be an address such as `https://meetups.example.org/`",
        at: written.span.range,
        label: error.text
      )
    }
  }

  private func warnOfNoAddress() {
    faults.log.append(
      Diagnostic(
        "site.yml should have a `base_url`",
        severity: .warning,
        path: faults.file.path,
        help: "without one, feeds and calendars lead to http://localhost:8080/"
      )
    )
  }

  private func readLook(_ settings: inout Settings) {
    settings.description = text("description")?.value
    settings.author = line("author")?.value
    settings.language = language() ?? settings.language
    settings.logo = address("logo")
    settings.favicon = address("favicon")
    settings.image = address("image")
    settings.accent = color("accent")
    settings.links = links("links")
  }

  /// A language tag by its shape (BCP 47).
  private func language() -> String? {
    guard let written = name("language") else { return nil }
    let parts = written.value.utf8.split(
      separator: UInt8(ascii: "-"),
      omittingEmptySubsequences: false
    )
    let isTag =
      parts.first.map { (2...8).contains($0.count) && $0.allSatisfy(\.isLetter) } == true
      && parts.allSatisfy {
        (1...8).contains($0.count) && $0.allSatisfy { $0.isLetter || $0.isDigit }
      }
    guard isTag else {
      faults.say("`language` must be a tag such as `en` or `pt-BR`", at: written.span.range)
      return nil
    }
    return written.value
  }

  /// A colour as CSS writes it, without a character that could end the declaration.
  private func color(_ key: String) -> String? {
    warnOfComment(key)
    guard let written = name(key) else { return nil }
    let bytes = Array(written.value.utf8)
    let isHex =
      bytes.first == UInt8(ascii: "#") && [4, 5, 7, 9].contains(bytes.count)
      && bytes.dropFirst().allSatisfy { $0.isDigit || (0x61...0x66).contains($0 | 0x20) }
    let isName = bytes.allSatisfy(\.isLetter)
    let isFunction =
      bytes.first?.isLetter == true && bytes.last == UInt8(ascii: ")")
      && bytes.allSatisfy { $0.isLetter || $0.isDigit || " .,%/()-".utf8.contains($0) }
    guard isHex || isName || isFunction else {
      faults.say("`\(key)` must be a CSS colour such as `\"#0a6\"`", at: written.span.range)
      return nil
    }
    return written.value
  }

  private func menu() -> [MenuItem]? {
    guard value("menu") != nil else { return nil }
    return items("menu").compactMap { node in
      guard let fields = map(node, .menuItem, name: "each of `menu`") else { return nil }
      for key in ["title", "url"] where fields.textValue(key) == nil { fields.sayMissing(key) }
      guard let title = fields.line("title"), let written = fields.name("url"),
        let url = checked(written, name: "`url`", as: .link)
      else { return nil }
      return MenuItem(title: title.value, url: url)
    }
  }

  private func feeds() -> FeedSettings {
    var settings = FeedSettings()
    guard let fields = map("feeds", .feeds) else { return settings }
    settings.items = fields.integer("items", in: 1...10_000) ?? settings.items
    settings.isFull = fields.word("content", FeedContent.self) != .summary
    return settings
  }

  private func disabledOutputs() -> Set<OutputKind> {
    guard let fields = map("outputs", .outputs) else { return [] }
    return Set(OutputKind.allCases.filter { fields.boolean($0.rawValue) == false })
  }
}

/// What `feeds.content` may say.
private enum FeedContent: String, CaseIterable {
  case full, summary
}
