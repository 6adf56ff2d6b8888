/// A length of virtual time in whole milliseconds.
public struct TimeSpan: Hashable, Comparable, Sendable {
  /// Its length; below zero for a span back in time.
  public let milliseconds: Int64

  /// So many milliseconds.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// No time at all.
  public static let zero = TimeSpan(milliseconds: 0)

  /// So many milliseconds.
  public static func milliseconds(_ count: Int64) -> TimeSpan { TimeSpan(milliseconds: count) }
  /// So many seconds. Saturates, as all of these do.
  public static func seconds(_ count: Int64) -> TimeSpan { milliseconds(1000).times(count) }
  /// So many minutes.
  public static func minutes(_ count: Int64) -> TimeSpan { seconds(60).times(count) }
  /// So many hours.
  public static func hours(_ count: Int64) -> TimeSpan { minutes(60).times(count) }
  /// So many days of 24 hours.
  public static func days(_ count: Int64) -> TimeSpan { hours(24).times(count) }

  /// Whole seconds, rounded towards zero.
  public var wholeSeconds: Int64 { milliseconds / 1000 }

  /// The shorter comes first; a span back in time comes before any other.
  public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// Both together. Saturates.
  public static func + (left: TimeSpan, right: TimeSpan) -> TimeSpan {
    (Instant(milliseconds: left.milliseconds) + right) - Instant.start
  }

  /// The first less the second. Saturates.
  public static func - (left: TimeSpan, right: TimeSpan) -> TimeSpan {
    Instant(milliseconds: left.milliseconds) - Instant(milliseconds: right.milliseconds)
  }

  /// Saturates instead of overflowing.
  public func times(_ count: Int64) -> TimeSpan {
    let (product, overflow) = milliseconds.multipliedReportingOverflow(by: count)
    let negative = (milliseconds < 0) != (count < 0)
    return TimeSpan(milliseconds: overflow ? (negative ? .min : .max) : product)
  }
}
