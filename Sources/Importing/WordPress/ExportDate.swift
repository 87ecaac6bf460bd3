import Calendar

/// A moment as an export gives it: what clocks showed, and how far they were from UTC, if it says.
struct ExportDate {
  let local: CivilDateTime
  /// Seconds east of UTC.
  let offset: Int?

  init(local: CivilDateTime, offset: Int?) {
    self.local = local
    self.offset = offset
  }

  /// WordPress' two: the blog's time and UTC; either may be missing or nothing but zeros.
  init?(local: String?, utc: String?) {
    let local = civil(local)
    guard let utc = civil(utc) else {
      guard let local else { return nil }
      self.init(local: local, offset: nil)
      return
    }
    guard let local else {
      self.init(local: utc, offset: 0)
      return
    }
    // The two were written a moment apart; and clocks differ by quarters of an hour.
    let difference = Int(local.secondsAsUTC - utc.secondsAsUTC)
    let quarter = (difference + (difference < 0 ? -450 : 450)) / 900 * 900
    // What is further apart than clocks are was changed in one of the two: the blog showed this one.
    let isOffset = abs(quarter) <= 15 * 3600 && abs(difference - quarter) <= 60
    self.init(local: local, offset: isOffset ? quarter : nil)
  }

  /// A time with its offset or `Z` (RFC 3339); without one it is UTC.
  init?(rfc3339 text: String?) {
    guard let text else { return nil }
    do throws(WrittenTimeError) {
      let written = try WrittenTime(text)
      guard ExportDate.isPlausible(written.local) else { return nil }
      self.init(local: written.local, offset: written.offset?.seconds ?? 0)
    } catch {
      return nil
    }
  }

  /// `Thu, 05 Jan 2012 14:30:46 +0000` (RFC 2822 §3.3).
  init?(rfc2822 text: String?) {
    guard let text else { return nil }
    let words = text.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    guard words.count >= 5, let day = Int(words[1]),
      let month = months.firstIndex(of: words[2].prefix(3).lowercased()), let year = Int(words[3]),
      let date = CivilDate(year: year, month: month + 1, day: day)
    else { return nil }
    let zone = words.count > 5 && words[5].utf8.count == 5 ? words[5] : "+0000"
    self.init(rfc3339: "\(date.iso)T\(words[4])\(zone)")
  }

  /// The moment.
  var instant: Instant { Instant(seconds: local.secondsAsUTC - Int64(offset ?? 0)) }

  /// The time as front matter and threads have it; a zone says what an offset that isn't known was.
  func text(in zone: Zone?) -> String {
    let time =
      "\(local.date.iso)T\(padded(local.time.hour)):\(padded(local.time.minute))"
      + ":\(padded(local.time.second))"
    let known = offset ?? zone.map { Int(local.secondsAsUTC - $0.resolve(local).instant.seconds) }
    guard let known else { return time }
    guard known != 0 else { return time + "Z" }
    let minutes = abs(known) / 60
    return time + (known < 0 ? "-" : "+") + "\(padded(minutes / 60)):\(padded(minutes % 60))"
  }

  fileprivate static func isPlausible(_ time: CivilDateTime) -> Bool {
    (1...9998).contains(time.date.year)
  }
}

private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// `2012-01-05 14:30:46`; `nil` for zeros and for what is no time.
private func civil(_ text: String?) -> CivilDateTime? {
  guard let text else { return nil }
  do throws(WrittenTimeError) {
    let written = try WrittenTime(text)
    return ExportDate.isPlausible(written.local) ? written.local : nil
  } catch {
    return nil
  }
}
