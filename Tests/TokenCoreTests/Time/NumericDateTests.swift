import Testing
import TokenCore

/// Seconds since 1970 on the wire, milliseconds since the run began inside.
struct NumericDateTests {
  @Test(
    arguments: [
      (-2001, -3), (-2000, -2), (-1999, -2), (-1, -1), (0, 0), (999, 0), (1000, 1), (1999, 1),
      (Int64.max, 9_223_372_036_854_775), (Int64.min, -9_223_372_036_854_776),
    ] as [(Int64, Int64)])
  func `whole seconds are rounded down, before 1970 as well`(
    _ milliseconds: Int64, _ seconds: Int64
  ) {
    #expect(NumericDate(milliseconds: milliseconds).seconds == seconds)
  }

  @Test(
    arguments: [
      (0, 0), (1, 1000), (-1, -1000), (1_300_819_380, 1_300_819_380_000),
      (Int64.max, Int64.max), (Int64.min, Int64.min),
      (9_223_372_036_854_776, Int64.max), (-9_223_372_036_854_776, Int64.min),
    ] as [(Int64, Int64)])
  func `seconds too large for milliseconds stop at the limit`(
    _ seconds: Int64, _ milliseconds: Int64
  ) {
    #expect(NumericDate(seconds: seconds) == NumericDate(milliseconds: milliseconds))
  }

  @Test func `virtual time begins with the year 2026`() {
    #expect(NumericDate(Instant.start) == NumericDate(seconds: 1_767_225_600))
    #expect(NumericDate(Instant.at(.days(1))).seconds == 1_767_312_000)
  }

  @Test(arguments: [0, 1, -1, 999, 1_767_225_600_000, -1_767_225_600_000] as [Int64])
  func `a moment becomes a date and the same moment again`(_ milliseconds: Int64) {
    let instant = Instant(milliseconds: milliseconds)
    #expect(NumericDate(instant).instant == instant)
  }

  @Test func `a moment beyond every date is the last date`() {
    #expect(NumericDate(Instant.distantFuture).milliseconds == .max)
    #expect(NumericDate(milliseconds: .min).instant.milliseconds == .min)
  }
}
