/// What people write who come from Liquid, Twig, Go's templates or JavaScript, and what it is called here.
enum ForeignSyntax {
  /// Help for a tag that isn't one of Jinja's.
  static let tags = [
    "do": "`do` is left out, since no value can be changed by calling it",
    "trans": "translations are left out",
    "unless": "write `{% if not … %}`",
    "endunless": "write `{% endif %}`",
    "elsif": "write `elif`",
    "elseif": "write `elif`",
    "assign": "write `{% set name = … %}`",
    "capture": "write `{% set name %}…{% endset %}`",
    "endcapture": "write `{% endset %}`",
    "case": "write `{% if … %}…{% elif … %}`",
    "when": "write `{% elif … %}`",
    "range": "write `{% for item in … %}`",
    "comment": "write `{# … #}`",
    "verbatim": "write `{% raw %}…{% endraw %}`",
    "partial": "write `{% include \"name.html\" %}`",
    "render": "write `{% include \"name.html\" %}`",
    "layout": "write `{% extends \"base.html\" %}`",
    "end": "an end says what it ends: `endif`, `endfor`, `endblock`",
  ]

  /// Filters that have another name here.
  static let filters = [
    "where": "selectattr", "size": "length", "downcase": "lower", "upcase": "upper",
    "strip": "trim", "strip_html": "striptags", "plainify": "striptags", "jsonify": "json",
    "json_encode": "json", "slugify": "slug", "urlize_path": "slug", "markdownify": "markdown",
    "absolute_url": "absurl", "absURL": "absurl", "group_by": "groupby",
    "number_of_words": "wordcount", "xml_escape": "escape", "escape_once": "escape",
    "url_encode": "urlencode", "uniq": "unique", "raw": "safe", "safeHTML": "safe",
    "date_format": "date", "date_to_string": "date", "merge": "dict", "sort_by": "sort",
    "ceil": "round", "floor": "round", "to_json": "json", "truncatewords": "truncate",
  ]

  /// Help for a name that nothing defines.
  static func variable(_ name: String) -> String? {
    switch name {
    case "null", "nil", "NULL", "Null", "undefined": "write `none`"
    case "TRUE", "yes", "on": "write `true`"
    case "FALSE", "no", "off": "write `false`"
    default: nil
    }
  }

  /// Help for an attribute that a text, a list or a dictionary has elsewhere.
  static func attribute(_ name: String) -> String? {
    switch name {
    case "length", "size", "count": "write `… | length`"
    case "first", "last", "sort", "reverse", "join", "upper", "lower", "trim", "unique":
      "`\(name)` is a filter: write `… | \(name)`"
    case "append", "push", "add", "extend", "update":
      "no value can be changed by calling it: write `{% set … = … + […] %}`"
    default: nil
    }
  }

  /// Help for a character that no tag has.
  static func character(_ text: String) -> String? {
    switch text {
    case "!": "write `not`"
    case "&": "write `and`"
    case "?": "write `a if condition else b`"
    case "$": "a name has no `$` in front"
    case "@": "a name has no `@` in front"
    default: nil
    }
  }
}

extension Parser {
  /// Help for what stands at the current place instead of what should.
  var foreignHint: String? {
    guard position > 0 else { return nil }
    let before = tokens[position - 1]
    let opener = position > 1 ? tokens[position - 2].kind : .data
    switch current.kind {
    case .assign: return "compare with `==`"
    case .pipe where before.kind == .pipe: return "write `or`"
    case .dot where before.kind != .name: return "names have no dot in front: `page.title`"
    case .name where current.isName("if") && before.isName("else"): return "write `elif`"
    case .name where current.isName("with"):
      return "an include sees the variables around it: set them with `{% with … %}`"
    case .colon where opener == .pipe:
      return "arguments stand in parentheses: `| \(before.name)(…)`"
    case .name, .string, .integer, .float, .dot:
      guard before.kind == .name else { return nil }
      if opener == .variableBegin, ["if", "for", "range", "with", "block"].contains(before.name) {
        return "statements stand in `{% … %}`"
      }
      if opener == .blockBegin, before.name.hasPrefix("end") {
        return "`\(before.name)` stands alone"
      }
      return opener == .variableBegin ? "arguments stand in parentheses: `\(before.name)(…)`" : nil
    default: return nil
    }
  }
}
