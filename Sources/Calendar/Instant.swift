/// A moment, the same everywhere: Unix time, which counts no leap seconds.
public struct Instant: BitwiseCopyable, Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public var seconds: Int64

  /// Creates the moment so many seconds after 1970 began in UTC.
  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// The moment so many seconds later, or earlier when negative; it stops at the ends of time.
  public func adding(seconds more: Int) -> Instant {
    Instant(seconds: seconds.addingSaturated(Int64(more)))
  }
}

extension Instant: Comparable {
  /// Whether one moment comes before another.
  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}

extension FixedWidthInteger {
  /// The sum, or the nearest number that there is: no file may crash us with its numbers.
  func addingSaturated(_ other: Self) -> Self {
    let (sum, overflow) = addingReportingOverflow(other)
    guard overflow else { return sum }
    return other < 0 ? .min : .max
  }

  /// The product, or the nearest number that there is.
  func multipliedSaturated(by other: Self) -> Self {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    guard overflow else { return product }
    return (self < 0) == (other < 0) ? .max : .min
  }

  /// The quotient rounded down and the rest that is never negative; `divisor` is positive.
  func dividedFloor(by divisor: Self) -> (quotient: Self, remainder: Self) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
