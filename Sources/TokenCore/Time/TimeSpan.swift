/// A length of virtual time in whole milliseconds.
public struct TimeSpan: Hashable, Comparable, Sendable {
  public let milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  public static let zero = TimeSpan(milliseconds: 0)

  public static func milliseconds(_ count: Int64) -> TimeSpan { TimeSpan(milliseconds: count) }
  public static func seconds(_ count: Int64) -> TimeSpan { milliseconds(1000).times(count) }
  public static func minutes(_ count: Int64) -> TimeSpan { seconds(60).times(count) }
  public static func hours(_ count: Int64) -> TimeSpan { minutes(60).times(count) }
  public static func days(_ count: Int64) -> TimeSpan { hours(24).times(count) }

  /// Whole seconds, rounded towards zero.
  public var wholeSeconds: Int64 { milliseconds / 1000 }

  public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
    left.milliseconds < right.milliseconds
  }

  public static func + (left: TimeSpan, right: TimeSpan) -> TimeSpan {
    (Instant(milliseconds: left.milliseconds) + right) - Instant.start
  }

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
