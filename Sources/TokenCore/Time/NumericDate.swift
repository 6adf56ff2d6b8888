/// Seconds since 1970-01-01T00:00:00Z as tokens carry them, kept in whole milliseconds because a
/// NumericDate may have a fraction (RFC 7519 §2).
public struct NumericDate: Hashable, Comparable, Sendable {
  /// Since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  /// So many milliseconds after 1970-01-01T00:00:00Z.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// So many seconds after 1970-01-01T00:00:00Z. Saturates.
  public init(seconds: Int64) {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
    milliseconds = overflow ? (seconds < 0 ? .min : .max) : product
  }

  /// Whole seconds, rounded down: what the lab's server writes into `iat` and `exp`.
  public var seconds: Int64 {
    milliseconds >= 0 ? milliseconds / 1000 : -((-(milliseconds + 1)) / 1000) - 1
  }

  /// Earlier comes first.
  public static func < (left: NumericDate, right: NumericDate) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension NumericDate {
  /// Virtual time zero is 2026-01-01T00:00:00Z on every clock of the lab.
  public static let epoch = NumericDate(seconds: 1_767_225_600)

  /// The date of a moment on the virtual clock. Saturates.
  public init(_ instant: Instant) {
    let (sum, overflow) = instant.milliseconds.addingReportingOverflow(Self.epoch.milliseconds)
    milliseconds = overflow ? .max : sum
  }

  /// Without the fraction: what a server of the lab writes of a moment.
  public var inWholeSeconds: NumericDate { NumericDate(seconds: seconds) }

  /// The first moment at which more than that time has passed since; when just so much has, not yet.
  public func olderThan(_ age: TimeSpan) -> Instant { instant + age + .milliseconds(1) }

  /// The same moment on the lab's virtual clock.
  public var instant: Instant {
    let (difference, overflow) = milliseconds.subtractingReportingOverflow(
      Self.epoch.milliseconds)
    return Instant(milliseconds: overflow ? .min : difference)
  }
}
