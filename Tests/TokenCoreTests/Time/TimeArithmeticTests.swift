import Testing
import TokenCore

/// Sums of times saturate: a hostile lifetime must not end the program.
struct TimeArithmeticTests {
  static let longest = TimeSpan.milliseconds(.max)
  static let shortest = TimeSpan.milliseconds(.min)

  @Test(
    arguments: [
      (Instant.start, TimeSpan.seconds(1), 1000),
      (.start, .seconds(-1), -1000),
      (.distantFuture, .milliseconds(1), Int64.max),
      (.distantFuture, longest, Int64.max),
      (.start, longest, Int64.max),
      (Instant(milliseconds: .max - 1), .milliseconds(1), Int64.max),
      (Instant(milliseconds: .min), .milliseconds(-1), Int64.min),
      (Instant(milliseconds: -1), shortest, Int64.min),
      (.start, shortest, Int64.min),
    ] as [(Instant, TimeSpan, Int64)])
  func `a moment and a span add up or stop at the limit`(
    _ instant: Instant, _ span: TimeSpan, _ milliseconds: Int64
  ) {
    #expect(instant + span == Instant(milliseconds: milliseconds))
  }

  @Test(
    arguments: [
      (Instant.start, TimeSpan.seconds(1), -1000),
      (.at(.seconds(3)), .seconds(1), 2000),
      (Instant(milliseconds: .min), .milliseconds(1), Int64.min),
      (Instant(milliseconds: 1), shortest, Int64.max),
      (.distantFuture, longest, 0),
    ] as [(Instant, TimeSpan, Int64)])
  func `a span before a moment stops at the limit too`(
    _ instant: Instant, _ span: TimeSpan, _ milliseconds: Int64
  ) {
    #expect(instant - span == Instant(milliseconds: milliseconds))
  }

  @Test(
    arguments: [
      (Instant.at(.seconds(3)), Instant.at(.seconds(1)), 2000),
      (.at(.seconds(1)), .at(.seconds(3)), -2000),
      (.distantFuture, Instant(milliseconds: -1), Int64.max),
      (Instant(milliseconds: .min), Instant(milliseconds: 1), Int64.min),
      (Instant(milliseconds: .min), .distantFuture, Int64.min),
    ] as [(Instant, Instant, Int64)])
  func `the span between two moments stops at the limit`(
    _ later: Instant, _ earlier: Instant, _ milliseconds: Int64
  ) {
    #expect(later - earlier == .milliseconds(milliseconds))
  }

  @Test(
    arguments: [
      (TimeSpan.seconds(2).times(3), 6000),
      (.seconds(2).times(-3), -6000),
      (.seconds(2).times(0), 0),
      (longest.times(2), Int64.max),
      (longest.times(-2), Int64.min),
      (shortest.times(-1), Int64.max),
      (shortest.times(2), Int64.min),
      (.days(.max), Int64.max),
      (.days(.min), Int64.min),
      (longest + .milliseconds(1), Int64.max),
      (shortest + .milliseconds(-1), Int64.min),
      (shortest - .milliseconds(1), Int64.min),
      (.seconds(5) - .seconds(2), 3000),
    ] as [(TimeSpan, Int64)])
  func `spans multiply and add up or stop at the limit`(
    _ span: TimeSpan, _ milliseconds: Int64
  ) {
    #expect(span == .milliseconds(milliseconds))
  }

  @Test func `units are what their names say`() {
    #expect(TimeSpan.seconds(1) == .milliseconds(1000))
    #expect(TimeSpan.minutes(1) == .seconds(60))
    #expect(TimeSpan.hours(1) == .minutes(60))
    #expect(TimeSpan.days(1) == .hours(24))
    #expect(TimeSpan.milliseconds(1999).wholeSeconds == 1)
    #expect(TimeSpan.milliseconds(-1999).wholeSeconds == -1)
  }
}
