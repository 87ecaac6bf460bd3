import Content
import Diagnostics
import Markdown

/// Finds where the links of one document lead.
struct LinkResolver: Sendable {
  let targets: LinkTargets
  let base: BaseURL
  let tree: SourceTree
  /// The path of the document that the links stand in.
  let path: String

  /// The same for addresses that stand in another file.
  func standing(in path: String) -> LinkResolver {
    LinkResolver(targets: targets, base: base, tree: tree, path: path)
  }

  /// What becomes of an address.
  ///
  /// A path relative to the file, or one behind `@/` relative to content/, becomes the address of what
  /// it leads to; one from the site's root gets base_url's path before it; all else stays.
  ///
  /// - Parameters:
  ///   - destination: the address as it was written.
  ///   - isImage: whether it is a picture's, and so called in messages.
  ///   - isMeasured: whether the picture's size is asked for, which reads its file.
  /// - Returns: what stands in the page, or what is wrong.
  func resolve(_ destination: String, isImage: Bool, isMeasured: Bool) -> LinkResolution {
    let (target, suffix) = split(destination)
    guard !target.isEmpty, !hasScheme(target), !target.hasPrefix("//") else { return .keep }
    if target.hasPrefix("/") { return fromRoot(target, suffix, isMeasured: isMeasured) }
    guard let source = sourcePath(of: target) else {
      return .fault(message: "\(subject(target, isImage)) leads out of content/")
    }
    guard let address = targets.address(of: source) else {
      return nowhere(subject(target, isImage), source)
    }
    let url = base.url(address) + suffix
    return .replace(String(url), size: isMeasured ? size(of: source) : nil)
  }

  /// The page and the place on it that a link with `#…` asks for; `nil` for any other address, and for
  /// one that `resolve` leaves as it is.
  func anchorLink(_ reference: LinkReference, in file: SourceFile) -> AnchorLink? {
    guard reference.kind == .link else { return nil }
    let (target, suffix) = split(reference.destination)
    guard let sharp = suffix.utf8.firstIndex(of: UInt8(ascii: "#")) else { return nil }
    guard !hasScheme(target), !target.hasPrefix("/") else { return nil }
    guard let source = target.isEmpty ? path : sourcePath(of: target),
      let number = targets.document(at: source)
    else { return nil }
    let fragment = suffix[sharp...].dropFirst()
    return AnchorLink(file: file, reference: reference, target: number, fragment: String(fragment))
  }

  private func fromRoot(_ target: String, _ suffix: String, isMeasured: Bool) -> LinkResolution {
    let size = isMeasured ? targets.source(at: target.percentDecoded).flatMap(size) : nil
    return .replace(base.url(path: target) + suffix, size: size)
  }

  /// The path in the source that a relative address means; `nil` when it leaves content/.
  private func sourcePath(of target: String) -> String? {
    let isRooted = target.hasPrefix("@/")
    var parts = isRooted ? ["content"] : path.split(separator: "/").dropLast().map(String.init)
    let relative = isRooted ? target.dropFirst(2) : target[...]
    for part in String(relative).percentDecoded.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
      if parts.first != "content" { return nil }
    }
    return parts.joined(separator: "/")
  }

  /// What a message is about.
  private func subject(_ target: String, _ isImage: Bool) -> String {
    "the \(isImage ? "image" : "link") `\(target)`"
  }

  private func nowhere(_ subject: String, _ source: String) -> LinkResolution {
    if let reason = targets.reason(for: source) {
      return .fault(
        message: "\(subject) leads to a page that isn't published: \(reason.summary)"
      )
    }
    return .fault(message: "\(subject) leads nowhere", help: hint(for: source))
  }

  private func hint(for source: String) -> String {
    for page in ["\(source)/index.md", "\(source).md"] where targets.address(of: page) != nil {
      return "did you mean `@/\(page.dropFirst("content/".count))`?"
    }
    // A page is no replacement for a picture, and what all paths share says nothing of likeness.
    let suffix = source.hasSuffix(".md") ? ".md" : ""
    let names = targets.paths.lazy.filter { $0.hasSuffix(".md") == !suffix.isEmpty }.map {
      String($0.dropFirst("content/".count).dropLast(suffix.count))
    }
    let name = String(source.dropFirst("content/".count).dropLast(suffix.count))
    if let near = nearest(to: name, among: names) { return "did you mean `@/\(near)\(suffix)`?" }
    return "there is no `\(source)`; an address on the site itself begins with `/`"
  }

  private func size(of source: String) -> ImageSize? {
    do throws(SystemError) {
      return ImageSize(of: try tree.read(source))
    } catch {
      // Whoever copies the file says that it can't be read; here its size isn't known.
      return nil
    }
  }

  /// The path, and the query and fragment behind it.
  private func split(_ destination: String) -> (target: String, suffix: String) {
    let end = destination.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    guard let end else { return (destination, "") }
    return (String(destination[..<end]), String(destination[end...]))
  }

  /// Whether an address begins with a scheme (RFC 3986 §3.1).
  private func hasScheme(_ target: String) -> Bool {
    guard let colon = target.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return !target.utf8[..<colon].contains(UInt8(ascii: "/"))
  }
}

extension LeftOut.Reason {
  /// The reason as a build names it: `draft`, `future until 2027-01-05`.
  var summary: String {
    switch self {
    case .draft: "draft"
    case .future(let moment): "future until \(moment.iso)"
    case .expired(let moment): "expired on \(moment.iso)"
    case .series(let path): "its series `\(path)` isn't published"
    }
  }
}
