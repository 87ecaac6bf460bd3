import Publishing

/// What each template cost, as a table for people.
struct MetricsTable {
  /// The lines, the heading first.
  let lines: [String]

  init(_ metrics: TemplateMetrics) {
    let heading = ["template", "count", "total", "mean", "max", "bytes"]
    let cells =
      [heading]
      + metrics.rows.map { row in
        [
          row.name, "\(row.count)", Self.text(row.total), Self.text(row.mean),
          Self.text(row.longest), "\(row.bytes)",
        ]
      }
    let widths = heading.indices.map { column in
      cells.reduce(0) { max($0, $1[column].count) }
    }
    lines = cells.map { row in
      let numbers = row.indices.dropFirst().map { column in
        String(repeating: " ", count: widths[column] - row[column].count) + row[column]
      }
      let name = row[0] + String(repeating: " ", count: widths[0] - row[0].count)
      return ([name] + numbers).joined(separator: "  ")
    }
  }

  /// A duration in milliseconds with three digits behind the point.
  private static func text(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    let fraction = String(microseconds % 1000)
    let zeros = String(repeating: "0", count: 3 - fraction.count)
    return "\(microseconds / 1000).\(zeros)\(fraction) ms"
  }
}
