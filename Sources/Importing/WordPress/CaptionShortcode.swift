internal import HTML

/// WordPress's `[caption]`: an image, linked or not, and the words below it, in a text of the classic editor.
///
/// It is the one shortcode that every old blog has and that HTML has an element for.
enum CaptionShortcode {
  /// A text with a `figure` for each; what isn't an image with a caption stays as it was.
  static func figures(in html: [UInt8]) -> [UInt8] {
    guard
      html.firstIndex(of: Array("[caption".utf8), from: 0) != nil
        || html.firstIndex(of: Array("[wp_caption".utf8), from: 0) != nil
    else { return html }
    var result: [UInt8] = []
    var index = 0
    for name in html.indices where html[name] == UInt8(ascii: "[") && name >= index {
      guard let found = figure(in: html, at: name) else { continue }
      result += html[index..<name]
      result += found.figure
      index = found.end
    }
    return result + html[index...]
  }

  /// The figure that begins at a `[`, and where its shortcode ends.
  private static func figure(in html: [UInt8], at start: Int) -> (figure: [UInt8], end: Int)? {
    // `[[caption]…` is how a post shows the shortcode itself.
    guard start == 0 || html[start - 1] != UInt8(ascii: "[") else { return nil }
    for name in ["caption", "wp_caption"] {
      let open = Array("[\(name)".utf8)
      guard html[start...].starts(with: open), start + open.count < html.count,
        html[start + open.count].isBlank,
        let close = html[start...].firstIndex(of: UInt8(ascii: "]")),
        let end = html.firstIndex(of: Array("[/\(name)]".utf8), from: close)
      else { continue }
      let attributes = parseHTML(
        Array("<figure ".utf8) + html[(start + open.count)..<close] + Array("></figure>".utf8),
        keepsUnknown: true
      ).children.first
      let content = parts(Array(html[(close + 1)..<end]))
      let words = attributes?["caption"].map { escaped($0) } ?? content?.words ?? []
      guard let image = content?.image, words.contains(where: { !$0.isBlank }) else { return nil }
      let align = attributes?["align"] ?? ""
      let isPlaced = ["alignleft", "alignright", "aligncenter"].contains(align)
      let tag = isPlaced ? "<figure class=\"\(align)\">" : "<figure>"
      let figure =
        Array("\n\n\(tag)".utf8) + image + Array("<figcaption>".utf8) + words
        + Array("</figcaption></figure>\n\n".utf8)
      return (figure, end + open.count + 2)
    }
    return nil
  }

  private static func escaped(_ text: String) -> [UInt8] {
    var escaped: [UInt8] = []
    escaped.appendEscaped(Array(text.utf8))
    return escaped
  }

  /// The image, with a link around it, and what stands behind.
  private static func parts(_ content: [UInt8]) -> (image: [UInt8], words: [UInt8])? {
    let text = content.trimmed
    let isLinked = text.starts(with: Array("<a ".utf8)) || text.starts(with: Array("<A ".utf8))
    guard let image = text.firstIndex(of: Array("<img".utf8), from: 0),
      isLinked || image == 0,
      !text[..<image].dropFirst().contains(UInt8(ascii: "<")),
      let imageEnd = text[image...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    var end = imageEnd + 1
    if isLinked {
      guard let close = text.firstIndex(of: Array("</a>".utf8), from: end),
        text[end..<close].allSatisfy(\.isBlank)
      else { return nil }
      end = close + 4
    }
    return (Array(text[..<end]), Array(text[end...]).trimmed)
  }
}
