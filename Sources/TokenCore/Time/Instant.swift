/// A moment of virtual time: whole milliseconds since the run began. The only clock type.
public struct Instant: Hashable, Comparable, Sendable {
  /// Since the start; below zero before it.
  public let milliseconds: Int64

  /// So many milliseconds after the start.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The moment at which every run begins.
  public static let start = Instant(milliseconds: 0)
  /// Later than anything a run can reach; stands for "never".
  public static let distantFuture = Instant(milliseconds: .max)

  /// Earlier comes first.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// Saturates instead of overflowing, so that a hostile lifetime cannot end the program.
  public static func + (left: Instant, right: TimeSpan) -> Instant {
    let (sum, overflow) = left.milliseconds.addingReportingOverflow(right.milliseconds)
    return Instant(milliseconds: overflow ? (right.milliseconds < 0 ? .min : .max) : sum)
  }

  /// Saturates, as `+` does.
  public static func - (left: Instant, right: TimeSpan) -> Instant {
    left + TimeSpan(milliseconds: right.milliseconds == .min ? .max : -right.milliseconds)
  }

  /// From the second to the first, negative if it is later. Saturates.
  public static func - (left: Instant, right: Instant) -> TimeSpan {
    let (difference, overflow) = left.milliseconds.subtractingReportingOverflow(right.milliseconds)
    let limit: Int64 = left < right ? .min : .max
    return TimeSpan(milliseconds: overflow ? limit : difference)
  }
}
