import Calendar
import Content
import Diagnostics
import Templates

extension Theme {
  /// Compiles the templates for a site.
  ///
  /// What is wrong with any of them goes to the log.
  func compile(
    for settings: Settings,
    base: BaseURL,
    tree: SourceTree,
    log: inout DiagnosticLog
  ) -> TemplateSet {
    let filters = SiteFilters(
      base: base,
      settings: settings,
      assetVersions: versions(tree, log: &log),
      zones: ZoneDatabase()
    )
    let environment = Environment(
      escaping: .page,
      types: ViewType.objectTypes,
      names: PageContext.names,
      lastingNames: ["site"],
      filters: filters.all
    )
    return TemplateSet(
      templates.map { TemplateSet.Source(name: $0.name, file: $0.file) },
      environment: environment,
      log: &log
    )
  }

  /// Checks that each template which a page names is there.
  func checkNames(
    _ documents: DocumentTable,
    templates: TemplateSet,
    log: inout DiagnosticLog
  ) {
    for number in documents.indices {
      guard let name = documents[number].template, !templates.contains(name.value) else { continue }
      log.append(
        Diagnostic(
          "there is no template `\(name.value)`",
          at: name.span,
          help: suggestion(for: name.value, among: self.templates.map(\.name))
        )
      )
    }
  }

  /// The bytes' fingerprint of each asset, so that a browser fetches a changed one anew.
  private func versions(_ tree: SourceTree, log: inout DiagnosticLog) -> [String: String] {
    var versions: [String: String] = [:]
    for (name, source) in assets {
      do throws(SystemError) {
        switch source {
        case .builtIn(let bytes): versions[name] = fingerprint(bytes)
        case .site(let path): versions[name] = fingerprint(try tree.read(path))
        }
      } catch {
        log.append(Diagnostic(error))
      }
    }
    return versions
  }

  /// Where an asset's bytes are.
  func asset(_ name: String) -> AssetSource? {
    assets.first { $0.name == name }?.source
  }
}

/// Eight hexadecimal digits that change with the bytes: FNV-1a, folded to 32 bits.
///
/// Nobody gains from making two files alike here, so that a cryptographic hash would buy nothing.
func fingerprint(_ bytes: [UInt8]) -> String {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  let digits = String(UInt32(truncatingIfNeeded: hash ^ hash >> 32), radix: 16)
  return String(repeating: "0", count: 8 - digits.count) + digits
}
