internal import Calendar
internal import Diagnostics
internal import YAML

extension FieldReader {
  /// A date or a date and time; the zone is known later.
  func time(_ key: String) -> Located<WrittenTime>? {
    guard let written = name(key) else { return nil }
    do throws(WrittenTimeError) {
      return Located(try WrittenTime(written.value), at: written.span)
    } catch {
      faults.say(
        "`\(key)`: \(error.message)",
        at: written.span.range.part(error.range, of: written.value, in: faults.file),
        help: error.help
      )
      return nil
    }
  }

  /// How long something takes.
  func duration(_ key: String) -> Located<EventDuration>? {
    guard let written = name(key) else { return nil }
    do throws(EventDurationError) {
      return Located(try EventDuration(written.value), at: written.span)
    } catch {
      faults.say("`\(key)`: \(error.message)", at: written.span.range)
      return nil
    }
  }
}

extension Range<Int> {
  /// Where a part of a scalar's text stands in the file, or all of the scalar when it was typed
  /// with escapes or in lines.
  func part(_ part: Range<Int>, of text: String, in file: SourceFile) -> Range<Int> {
    let quotes = (count - text.utf8.count) / 2
    let start = lowerBound + (quotes == 1 ? 1 : 0)
    guard quotes == 0 || quotes == 1, start + text.utf8.count <= upperBound,
      file.bytes[start..<start + text.utf8.count].elementsEqual(text.utf8),
      !part.isEmpty
    else { return self }
    return start + part.lowerBound..<start + part.upperBound
  }
}
