import Content
import Diagnostics

/// The templates and assets that a site is made with: its own, and the built-in theme's behind them.
struct Theme: Sendable {
  /// The templates by name, such as `post.html`, in order.
  let templates: [(name: String, file: SourceFile)]
  /// The assets by name, such as `style.css`, in order.
  let assets: [(name: String, source: AssetSource)]

  /// Where an asset's bytes are.
  enum AssetSource: Sendable {
    /// A file below templates/assets/ of the site.
    case site(path: String)
    /// The built-in theme.
    case builtIn([UInt8])
  }

  /// Gathers a site's theme: a file of the site wins over the built-in file of the same name.
  init(_ tree: SourceTree, log: inout DiagnosticLog) {
    var templates = Dictionary(
      uniqueKeysWithValues: BuiltInTheme.templates.map { name, text in
        (name, SourceFile(path: "built-in/\(name)", text: text))
      }
    )
    for file in tree.templates(log: &log) {
      templates[String(file.path.dropFirst("templates/".count))] = file
    }
    var assets = Dictionary(
      uniqueKeysWithValues: BuiltInTheme.assets.map { name, text in
        (name, AssetSource.builtIn(Array(text.utf8)))
      }
    )
    for file in tree.assets {
      assets[String(file.path.dropFirst("templates/assets/".count))] = .site(path: file.path)
    }
    self.templates = templates.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    self.assets = assets.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
