/// The five alerts that GitHub shows.
private let alertKinds: [(name: String, title: StaticString, tag: StaticString)] = [
  ("note", "Note", "note"), ("tip", "Tip", "tip"), ("important", "Important", "important"),
  ("warning", "Warning", "warning"), ("caution", "Caution", "caution"),
]

extension TreeWriter {
  /// Opens a quote as an alert if its first line is `[!NOTE]` or one of the others.
  mutating func openAlert(_ quote: Node) -> Bool {
    guard let marker = quote.alertMarker, options.alerts else { return false }
    let text = marker.literal
    let name = text[2..<text.count - 1].string.lowercased()
    guard let kind = alertKinds.first(where: { $0.name == name }) else { return false }
    alerts.append(Alert(quote: quote, marker: marker))
    output.write("<div class=\"markdown-alert markdown-alert-")
    output.write(kind.tag)
    output.write("\">\n<p class=\"markdown-alert-title\">")
    output.write(kind.title)
    output.write("</p>\n")
    return true
  }

  /// Whether a node is the marker of an open alert, which isn't shown.
  func isAlertMarker(_ node: Node) -> Bool { alerts.last?.marker == node }

  /// Whether a line break stands behind the marker of an open alert.
  func endsAlertMarker(_ node: Node) -> Bool {
    guard let marker = alerts.last?.marker else { return false }
    return node.previous == marker
  }

  /// Whether a paragraph holds nothing but the marker of an open alert.
  func isAlertMarkerAlone(_ paragraph: Node) -> Bool {
    guard let marker = alerts.last?.marker else { return false }
    return marker.parent == paragraph && marker.next == nil
  }
}

/// A quote that is shown as an alert.
struct Alert {
  let quote: Node
  let marker: Node
}

extension Node {
  /// The text `[!…]` that is all of a quote's first line.
  fileprivate var alertMarker: Node? {
    guard let paragraph = firstChild, paragraph.kind == .paragraph,
      let node = paragraph.firstChild, node.kind == .text
    else { return nil }
    let text = node.literal
    guard text.hasPrefix("[!"), text[text.count - 1] == UInt8(ascii: "]") else { return nil }
    guard let next = node.next else { return node }
    return next.kind == .softBreak || next.kind == .lineBreak ? node : nil
  }
}
