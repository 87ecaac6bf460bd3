/// Dates and times as people write them elsewhere, for proposals of how they are written here.
///
/// None of them is ever read as a time: `05/01/2026` is two days.
enum ForeignTime {
  /// The days that a date may mean, as `2026-05-01`; what stands behind it doesn't count.
  static func dates(_ text: String) -> [String] {
    let words = text.split { !$0.isLetter && !$0.isNumber }.prefix(3).map(String.init)
    guard words.count == 3 else { return [] }
    if let month = month(words[0]) { return date(words[2], month, words[1]) }
    if let month = month(words[1]) { return date(words[2], month, words[0]) }
    guard words.allSatisfy({ Int($0) != nil }) else { return [] }
    if words[0].count == 4 { return date(words[0], words[1], words[2]) }
    // With dots the day comes first; with slashes it depends on who writes.
    let dayFirst = date(words[2], words[1], words[0])
    let isDotted = text.dropFirst(words[0].count).first == "."
    let monthFirst = isDotted ? [] : date(words[2], words[0], words[1])
    return dayFirst == monthFirst ? dayFirst : monthFirst + dayFirst
  }

  private static func date(_ year: String, _ month: String, _ day: String) -> [String] {
    guard year.utf8.count == 4, let year = Int(year), let month = Int(month),
      let day = Int(day.filter(\.isNumber)), (1...9999).contains(year), (1...12).contains(month),
      (1...CivilDate.dayCount(ofMonth: month, year: year)).contains(day)
    else { return [] }
    return ["\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"]
  }

  private static func month(_ word: String) -> String? {
    guard word.count >= 3, !word.allSatisfy(\.isNumber) else { return nil }
    return (1...12).first { EnglishNames.month($0).lowercased().hasPrefix(word.lowercased()) }
      .map(String.init)
  }

  /// A time of day as `19:00`; `nil` where it isn't one.
  static func time(_ text: String) -> String? {
    var rest = text.lowercased().filter { $0 != " " }[...]
    var half: Int?
    for (ending, hours) in [("a.m.", 0), ("p.m.", 12), ("am", 0), ("pm", 12)]
    where rest.hasSuffix(ending) {
      rest = rest.dropLast(ending.count)
      half = hours
      break
    }
    let isHour = rest.hasSuffix("h") || rest.hasSuffix("uhr")
    let parts = rest.split { !$0.isNumber }
    var numbers = parts.compactMap { Int($0) }
    if parts.count == 1, parts[0].count == 4, let number = numbers.first {
      numbers = [number / 100, number % 100]
    }
    guard rest.allSatisfy({ $0.isNumber || ".:huhr".contains($0) }),
      (1...2).contains(numbers.count),
      numbers.count == 2 || half != nil || isHour || rest.hasSuffix(":")
    else { return nil }
    var hour = numbers[0]
    let minute = numbers.count == 2 ? numbers[1] : 0
    if let half {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + half
    }
    guard hour < 24, minute < 60 else { return nil }
    return "\(padded(hour, 2)):\(padded(minute, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
