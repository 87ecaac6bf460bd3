public import Diagnostics

/// Why a zone that the database has can't be used.
public enum ZoneError: Error, Hashable, Sendable {
  /// Its file is broken; the reason ends a sentence that begins with the file's name.
  case malformed(path: String, reason: String)
  /// The machine refused to read it.
  case refused(SystemError)
}

/// The zones that the machine knows: a folder of TZif files.
///
/// Which zone the machine itself stands in is never asked: the names `localtime` and `posixrules`,
/// which lead there, are no zones.
public struct ZoneDatabase: Sendable {
  /// The folder with a file for each zone.
  public let directory: String

  /// Creates a database over a folder; nothing is read yet.
  public init(directory: String = "/usr/share/zoneinfo") {
    self.directory = directory
  }

  /// Reads a zone's file, old names for zones included.
  ///
  /// `UTC` is known even where the machine has no database.
  ///
  /// - Returns: `nil` when there is no zone of that name.
  public func zone(named name: String) throws(ZoneError) -> Zone? {
    guard ZoneDatabase.isName(name) else { return nil }
    let path = "\(directory)/\(name)"
    let bytes: [UInt8]?
    do {
      bytes = try ZoneFile.read(path)
    } catch {
      throw .refused(error)
    }
    guard let bytes else { return name == "UTC" ? .utc : nil }
    do {
      return try TZif.zone(identifier: name, bytes: bytes)
    } catch .notTZif {
      // The folder also holds tables for people: `zone.tab`, `leapseconds`.
      return nil
    } catch {
      throw .malformed(path: path, reason: error.rawValue)
    }
  }

  /// The name of a zone that Windows calls otherwise: `America/New_York` for `Eastern Standard Time`.
  public static func name(onWindows name: String) -> String? { WindowsZones.names[name] }

  /// The names of all zones, sorted: for suggestions, since it reads the whole folder.
  public func names() -> [String] {
    var names: [String] = []
    // Zones' names have three parts at most.
    var folders = [""]
    for _ in 0..<3 {
      var deeper: [String] = []
      for folder in folders {
        for entry in ZoneFile.entries(of: "\(directory)/\(folder)") {
          let name = folder + entry
          guard ZoneDatabase.isName(name) else { continue }
          switch ZoneFile.kind(of: "\(directory)/\(name)") {
          case .folder: deeper.append(name + "/")
          case .zone: names.append(name)
          case .other: continue
          }
        }
      }
      folders = deeper
    }
    return names.sorted()
  }

  /// Whether a name can be a zone's: letters, digits, `_`, `+`, `-` and `.`, no part beginning with
  /// a dot, so that none leads out of the folder.
  static func isName(_ name: String) -> Bool {
    guard name.utf8.count <= 128, !excluded.contains(name) else { return false }
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard !["posix", "right"].contains(where: { name == $0 || name.hasPrefix($0 + "/") }) else {
      return false
    }
    return parts.allSatisfy { part in
      guard let first = part.first, first != UInt8(ascii: ".") else { return false }
      return part.allSatisfy { $0.isLetter || $0.isDigit || "_+-.".utf8.contains($0) }
    }
  }

  private static let excluded = ["localtime", "posixrules"]
}
