import Content
import HTML

/// An old address that leads to a page.
struct Redirect: Sendable {
  let from: PageAddress
  let to: PageAddress
  let base: BaseURL

  private var target: String { base.url(to) }

  /// A page for servers that know nothing of `_redirects`: the browser goes on at once, search engines
  /// read the canonical address, and whoever sees it finds a link.
  var page: [UInt8] {
    var page: [UInt8] = []
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    page.append("<title>Moved</title>\n<link rel=\"canonical\" href=\"")
    page.appendEscaped(base.origin + target)
    page.append("\">\n<meta name=\"robots\" content=\"noindex\">\n")
    page.append("<meta http-equiv=\"refresh\" content=\"0; url=")
    page.appendEscaped(target)
    page.append("\">\n</head>\n<body>\n<p>This page has moved: <a href=\"")
    page.appendEscaped(target)
    page.append("\">")
    page.appendEscaped(target)
    page.append("</a></p>\n</body>\n</html>\n")
    return page
  }

  /// A line of `/_redirects`, as Netlify, Cloudflare Pages and others read it.
  var tableLine: [UInt8] {
    Array("\(base.url(from)) \(target) 301\n".utf8)
  }
}
