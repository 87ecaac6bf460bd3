import Calendar
import Content
import Diagnostics
import Markdown
import Templates

/// The filters that a site's templates have besides Jinja's.
struct SiteFilters {
  let base: BaseURL
  let settings: Settings
  /// What `asset` puts behind the address of each of the theme's files.
  let assetVersions: [String: String]
  /// Zones that templates may show times in, by name.
  let zones: ZoneDatabase

  /// All of them.
  var all: [Filter] {
    [date, url, absoluteURL, asset, markdown, slug, plural, readingTime]
  }

  private var date: Filter {
    let zones = zones
    let parameters = [
      Parameter("format", default: Value("%B %-d, %Y")), Parameter("timezone", default: Value.none),
    ]
    return Filter("date", parameters: parameters) { (value, arguments) throws(TemplateFault) in
      guard case .object(let object) = value, let view = object as? TimeView else {
        throw TemplateFault("`date` formats a time, not this")
      }
      var time = view.moment.time
      if let name = text(arguments[1]) {
        time = ZonedTime(time.instant, in: try zone(name, zones))
      }
      do throws(DateFormatError) {
        var output: [UInt8] = []
        try DateFormat.append(time, as: bytes(arguments[0]), to: &output)
        return .string(output)
      } catch {
        throw TemplateFault(error.message, help: error.help)
      }
    }
  }

  private var url: Filter {
    let base = base
    return Filter("url") { (value, _) throws(TemplateFault) in
      let path = try needed(value, "url")
      guard path.hasPrefix("/"), !path.hasPrefix("//") else { return value }
      return Value(base.url(path: path))
    }
  }

  private var absoluteURL: Filter {
    let base = base
    return Filter("absurl") { (value, _) throws(TemplateFault) in
      let address = try needed(value, "absurl")
      return address.hasPrefix("/") && !address.hasPrefix("//")
        ? Value(base.origin + address) : value
    }
  }

  private var asset: Filter {
    // Every page asks for the same two.
    let addresses = Dictionary(
      uniqueKeysWithValues: assetVersions.map { name, version in
        (name, Value("\(base.path)assets/\(name.percentEncodedPath)?v=\(version)"))
      }
    )
    return Filter("asset") { (value, _) throws(TemplateFault) in
      let name = try needed(value, "asset")
      if let address = addresses[name] { return address }
      throw TemplateFault(
        "the theme has no asset `\(name)`",
        help: suggestion(for: name, among: addresses.keys.sorted())
      )
    }
  }

  private var markdown: Filter {
    let options = TextRenderer.options(settings)
    return Filter("markdown") { (value, _) throws(TemplateFault) in
      if case .none = value { return value }
      let file = SourceFile(path: "markdown", text: try needed(value, "markdown"))
      var log = DiagnosticLog()
      var renderer = MarkdownRenderer()
      let body = 0..<file.bytes.count
      let html = renderer.render(file, body: body, options: options, log: &log).html
      if let fault = log.sorted.first { throw TemplateFault(fault.message, help: fault.help) }
      return .markup(html)
    }
  }

  private var slug: Filter {
    Filter("slug") { (value, _) throws(TemplateFault) in
      Value(tagSlug(try needed(value, "slug")))
    }
  }

  private var plural: Filter {
    let parameters = [Parameter("one"), Parameter("many")]
    return Filter("plural", parameters: parameters) { (value, arguments) throws(TemplateFault) in
      guard case .int(let count) = value else {
        throw TemplateFault("`plural` needs a whole number")
      }
      return Value("\(count) \(try needed(arguments[count == 1 ? 0 : 1], "plural"))")
    }
  }
}

extension SiteFilters {
  /// Minutes, as `page.reading_time` counts them, without the markup of a text that has some.
  private var readingTime: Filter {
    Filter("reading_time") { (value, _) throws(TemplateFault) in
      let text = try needed(value, "reading_time")
      var words: [UInt8] = []
      var isTag = false
      for byte in text.utf8 {
        if byte == UInt8(ascii: "<"), case .markup = value { isTag = true }
        words.append(isTag ? UInt8(ascii: " ") : byte)
        if byte == UInt8(ascii: ">") { isTag = false }
      }
      return .int(max(1, readingMinutes(of: words[...])))
    }
  }
}

/// The bytes of a value that is a text; none of another.
private func bytes(_ value: Value) -> [UInt8] {
  switch value {
  case .string(let bytes), .markup(let bytes): bytes
  default: []
  }
}

/// The text of a value that is one.
private func text(_ value: Value) -> String? {
  switch value {
  case .string(let bytes), .markup(let bytes): String(decoding: bytes, as: UTF8.self)
  default: nil
  }
}

private func needed(_ value: Value, _ filter: String) throws(TemplateFault) -> String {
  if let text = text(value) { return text }
  throw TemplateFault("`\(filter)` needs text")
}

private func zone(_ name: String, _ zones: ZoneDatabase) throws(TemplateFault) -> Zone {
  do throws(ZoneError) {
    if let zone = try zones.zone(named: name) { return zone }
  } catch {
    throw TemplateFault("the time zone `\(name)` can't be read: \(error)")
  }
  let help = suggestion(for: name, among: zones.names())
  throw TemplateFault("there is no time zone `\(name)`", help: help)
}
