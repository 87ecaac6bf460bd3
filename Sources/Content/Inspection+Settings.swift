internal import Calendar
internal import Diagnostics

extension Settings {
  var inspection: Inspection {
    var map = Inspection()
    map.add("path", file.path)
    map.add("kind", "settings")
    map.add("title", title)
    map.add("base_url", baseURL.origin + baseURL.path)
    map.add("description", description)
    map.add("author", author)
    map.add("language", language)
    map.add("timezone", zone.identifier)
    map.add("logo", logo?.value)
    map.add("favicon", favicon?.value)
    map.add("image", image?.value)
    map.add("accent", accent)
    map.add("links", links.value)
    map.add("now", now.map { .text(ZonedTime($0, in: zone).rfc3339) })
    map.add("per_page", .int(perPage))
    map.add("permalinks", permalinks.value)
    map.add("menu", menu.map { .list($0.map(\.value)) })
    map.add("events", .map([DataEntry(key: "horizon", value: .int(eventHorizon))]))
    map.add("feeds", feeds.value)
    map.add("comments", comments.value)
    map.add("markdown", markdown)
    map.add("outputs", outputs)
    map.add("extra", extra.isEmpty ? nil : .map(extra))
    return map
  }

  private var markdown: DataValue {
    .map([
      DataEntry(key: "html", value: .bool(allowsHTML)),
      DataEntry(key: "smart", value: .bool(usesSmartPunctuation)),
    ])
  }

  private var outputs: DataValue {
    .map(
      OutputKind.allCases.map {
        DataEntry(key: $0.rawValue, value: .bool(!disabledOutputs.contains($0)))
      }
    )
  }
}

extension Permalinks {
  fileprivate var value: DataValue {
    var map = Inspection()
    map.add("posts", posts)
    map.add("events", events)
    map.add("pages", pages)
    map.add("communities", communities)
    map.add("people", people)
    map.add("venues", venues)
    map.add("tags", tags)
    return .map(map.entries)
  }
}

extension MenuItem {
  fileprivate var value: DataValue {
    .map([
      DataEntry(key: "title", value: .text(title)), DataEntry(key: "url", value: .text(url)),
    ])
  }
}

extension FeedSettings {
  fileprivate var value: DataValue {
    .map([
      DataEntry(key: "items", value: .int(items)),
      DataEntry(key: "content", value: .text(isFull ? "full" : "summary")),
    ])
  }
}

extension CommentSettings {
  fileprivate var value: DataValue {
    var map = Inspection()
    map.add("default", initial.rawValue)
    map.add("max_depth", .int(maxDepth))
    map.add("order", order.rawValue)
    map.add("close_after_days", .int(closeAfterDays))
    map.add("max_length", .int(maxLength))
    map.add("form", form.map(\.value))
    return .map(map.entries)
  }
}

extension CommentSettings.Form {
  fileprivate var value: DataValue {
    var map = Inspection()
    switch self {
    case .action(let url, let fields):
      map.add("action", url)
      map.add("fields", fields.isEmpty ? nil : .map(fields))
    case .mail(let address): map.add("mailto", address)
    case .repository(let url, let branch):
      map.add("repository", url)
      map.add("branch", branch)
    }
    return .map(map.entries)
  }
}
