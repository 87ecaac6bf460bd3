/// The names of HTML's elements, by what becomes of them.
enum HTMLNames {
  /// Elements that have no end tag (HTML §13.1.2).
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  /// Elements whose text isn't markup.
  static let rawText: Set<String> = ["script", "style", "textarea", "xmp"]

  /// Elements whose markup is kept in a block of its own, wherever they stand.
  static let embedded: Set<String> = [
    "iframe", "video", "audio", "object", "textarea", "noframes", "frame", "link", "base",
  ]

  /// Elements that stand between paragraphs.
  static func isBlock(_ name: String) -> Bool { blocks.contains(name) }

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup",
    "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p",
    "pre", "script", "search", "section", "style", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "title", "tr", "ul", "xmp",
  ]

  private static let inlines: Set<String> = [
    "a", "abbr", "acronym", "applet", "area", "audio", "b", "base", "basefont", "bdi", "bdo", "big",
    "blink", "br", "button", "canvas", "cite", "code", "data", "datalist", "del", "dfn", "em",
    "embed", "font", "frame", "i", "iframe", "img", "input", "ins", "kbd", "label", "link", "map",
    "mark", "marquee", "math", "meta", "meter", "nobr", "noembed", "noframes", "noscript", "object",
    "output", "param", "path", "picture", "progress", "q", "rp", "rt", "ruby", "s", "samp",
    "select", "slot", "small", "source", "span", "strike", "strong", "sub", "sup", "svg",
    "template", "textarea", "time", "track", "tt", "u", "var", "video", "wbr",
  ]

  /// Whether HTML has such an element: `<grin>` and `List<String>` are what somebody typed.
  ///
  /// Names with a colon come from word processors and mean nothing.
  static func isKnown(_ name: String) -> Bool {
    blocks.contains(name) || inlines.contains(name) || (name.contains(":") && !name.hasSuffix(":"))
  }

  /// The elements that the start tag of one closes (HTML §13.2.6.4.7, in short).
  static func closed(by name: String) -> (names: Set<String>, until: Set<String>) {
    switch name {
    case "li": (["li"], ["ul", "ol", "menu", "dir"])
    case "dt", "dd": (["dt", "dd"], ["dl"])
    case "tr": (["tr", "td", "th"], ["table"])
    case "td", "th": (["td", "th"], ["tr", "table"])
    case "tbody", "thead", "tfoot": (["tbody", "thead", "tfoot", "tr", "td", "th"], ["table"])
    case "option", "optgroup": (["option"], ["select"])
    case "a": (["a"], ["td", "th", "table", "div", "li"])
    case _ where isBlock(name) && name != "script" && name != "style":
      (["p"], ["td", "th", "li", "blockquote", "div", "object", "button"])
    default: ([], [])
    }
  }
}
