import Content

/// Gives out names of files that are safe on every disk and that nothing else has.
struct FileNames {
  private var taken: Set<String> = []

  /// A path for a file of `folder` that begins with `stem`; of two with one name the second gets a
  /// number, also where they differ only in case or in how Unicode writes them.
  mutating func path(in folder: String, stem: String, suffix: String = ".md") -> String {
    var number = 1
    while true {
      let path = folder + stem + (number == 1 ? "" : "-\(number)") + suffix
      if taken.insert(foldedPath(path)).inserted { return path }
      number += 1
    }
  }
}

/// A path as disks that don't mind case see it.
func foldedPath(_ path: String) -> String {
  path.composed.lowercased().composed
}

/// A word of an address as a name of a file: without separators, controls and marks that don't show,
/// not hidden, not too long; empty when nothing is left.
func fileName(_ slug: String) -> String {
  var name = ""
  for scalar in percentDecoded(slug).composed.unicodeScalars {
    switch scalar {
    case "/", "\\", "?", "#", "%", ":", "*", "\"", "<", ">", "|", "'", "`": name += "-"
    case _ where scalar.properties.isWhitespace: name += "-"
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
        .paragraphSeparator:
        continue
      default: name.unicodeScalars.append(scalar)
      }
    }
  }
  let bare = name.drop { $0 == "." || $0 == "-" }
  var short = ""
  // Room for a date, a number and `.comments.yml` in the 255 bytes that disks allow.
  for scalar in bare.unicodeScalars {
    guard short.utf8.count + String(scalar).utf8.count <= 200 else { break }
    short.unicodeScalars.append(scalar)
  }
  while let last = short.last, last == "." || last == "-" { short.removeLast() }
  return short.hasSuffix(".md") ? short.replacing(".", with: "-") : short
}

/// A text with `%XX` read back; as it is when that isn't UTF-8.
func percentDecoded(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
  let bytes = Array(text.utf8)
  var decoded: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
      let byte = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
    {
      decoded.append(byte)
      index += 3
    } else {
      decoded.append(bytes[index])
      index += 1
    }
  }
  return String(validating: decoded, as: UTF8.self) ?? text
}
