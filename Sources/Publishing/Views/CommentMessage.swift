import Content

/// A comment that somebody will write in another program: a mail, or a file of the site's repository.
///
/// Addresses carry what the visitor shouldn't have to type: which page, and whom they answer.
struct CommentMessage {
  /// The page as `tweetup comments` calls it.
  let page: String
  let title: String
  let permalink: String

  /// The address that opens the other program; `nil` for a form on the page itself.
  func url(
    _ form: CommentSettings.Form,
    answering id: String? = nil,
    by name: String? = nil
  ) -> String? {
    switch form {
    case .action: nil
    case .mail(let address): mail(to: address, id, name)
    case .repository(let url, let branch): newFile(in: url, branch, id)
    }
  }

  /// A mail (RFC 6068).
  private func mail(to address: String, _ id: String?, _ name: String?) -> String {
    let target = id.map { "\(page)#\($0)" } ?? page
    let greeting = name.map { "In reply to \($0): " } ?? ""
    let place = permalink + (id.map { "#comment-\($0)" } ?? "")
    let body = "\(greeting)\(place)\r\n\r\nMy name: \r\nMy website, if it may be shown: \r\n\r\n"
    return "mailto:\(address.queryEncoded)?subject=\("Re: \(title) [\(target)]".queryEncoded)"
      + "&body=\(body.queryEncoded)"
  }

  /// A page on which to create a file of the repository, filled in.
  private func newFile(in repository: String, _ branch: String, _ id: String?) -> String {
    let file = "inbox/\(page).yml"
    let answer = id.map { "  reply_to: \($0)\n" } ?? ""
    let text = """
      - id: your-name-1
      \(answer)  author: Your Name
        url: https://your.example
        date: YYYY-MM-DD
        body: |
          Your comment, in Markdown.

      """
    var base = repository[...]
    while base.hasSuffix("/") { base = base.dropLast() }
    let (name, value) = (file.queryEncoded, text.queryEncoded)
    let branch = branch.pathEncoded
    switch Forge(repository) {
    case .gitHub: return "\(base)/new/\(branch)?filename=\(name)&value=\(value)"
    case .gitLab: return "\(base)/-/new/\(branch)?file_name=\(name)&content=\(value)"
    case .forgejo: return "\(base)/_new/\(branch)/?filename=\(name)&value=\(value)"
    }
  }
}

/// The programs that hosts of repositories run, by how they begin a new file.
private enum Forge {
  case gitHub
  case gitLab
  case forgejo

  /// Told by the host's name; what isn't known is taken for GitHub's.
  init(_ url: String) {
    let host = url.split(separator: "/").dropFirst().first?.lowercased() ?? ""
    if host.contains("gitlab") {
      self = .gitLab
    } else if ["codeberg", "gitea", "forgejo"].contains(where: host.contains) {
      self = .forgejo
    } else {
      self = .gitHub
    }
  }
}

extension String {
  /// The text as a value in an address's query: all but RFC 3986's unreserved bytes percent-encoded.
  var queryEncoded: String { encoded { $0.isUnreserved } }

  /// The text as a part of an address's path, of which `/` may be a part, too.
  fileprivate var pathEncoded: String { encoded { $0.isUnreserved || $0 == UInt8(ascii: "/") } }

  private func encoded(_ isKept: (UInt8) -> Bool) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in utf8 {
      if isKept(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isUnreserved: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
