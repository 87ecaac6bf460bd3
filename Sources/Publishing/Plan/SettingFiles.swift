import Content
import Diagnostics

extension SitePlan {
  /// Reports the pictures that site.yml names by a path without a `/` before it and that no file of
  /// the site is.
  func checkFiles(of settings: Settings, log: inout DiagnosticLog) {
    for (key, written) in [
      ("logo", settings.logo), ("favicon", settings.favicon), ("image", settings.image),
    ] {
      guard let written, let file = written.value.relativeFile, !emits(file) else { continue }
      log.append(
        Diagnostic(
          "`\(key)` leads nowhere",
          at: written.span,
          help: hint(file)
        )
      )
    }
  }

  private func emits(_ file: String) -> Bool { outputs.contains { $0.address.file == file } }

  private func hint(_ file: String) -> String {
    let pictures = outputs.filter { output in
      switch output.content {
      case .copy, .asset: true
      default: false
      }
    }
    if let near = nearest(to: file, among: pictures.map(\.address.file)) {
      return "did you mean `\(near)`?"
    }
    return "there is no `content/\(file)`"
  }
}

extension String {
  /// The file that an address in site.yml means relative to the site; `nil` for one with a scheme or
  /// from the root, which a build doesn't look at.
  fileprivate var relativeFile: String? {
    let path = prefix { $0 != "?" && $0 != "#" }
    guard !path.isEmpty, !path.hasPrefix("/"), !path.prefix(while: { $0 != "/" }).contains(":")
    else { return nil }
    return String(path).percentDecoded
  }
}
