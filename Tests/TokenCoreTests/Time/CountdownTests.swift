import Testing
import TokenCore

/// Countdowns round up, so that 0:00 is the end itself; clocks round down.
struct CountdownTests {
  @Test(
    arguments: [
      (-1, "0:00"), (0, "0:00"), (1, "0:01"), (999, "0:01"), (1000, "0:01"), (1001, "0:02"),
      (42_000, "0:42"), (59_000, "0:59"), (59_001, "1:00"), (60_000, "1:00"),
      (3_599_000, "59:59"), (3_599_001, "1:00:00"), (3_600_000, "1:00:00"),
      (3_723_000, "1:02:03"), (86_399_000, "23:59:59"), (86_399_001, "1d 00:00"),
      (86_400_000, "1d 00:00"), (604_799_000, "6d 23:59"), (604_799_001, "7d 00:00"),
      (Int64.min, "0:00"), (Int64.max, "106751991167d 07:12"),
    ] as [(Int64, String)])
  func `a countdown shows zero only when the end is here`(_ milliseconds: Int64, _ text: String) {
    #expect(TimeSpan.milliseconds(milliseconds).countdownText == text)
  }

  @Test(
    arguments: [
      (-500, "0:00.0"), (0, "0:00.0"), (99, "0:00.0"), (100, "0:00.1"), (999, "0:00.9"),
      (42_000, "0:42.0"),
      (900_300, "15:00.3"), (3_599_999, "59:59.9"), (3_600_000, "1:00:00.0"),
      (3_723_456, "1:02:03.4"), (86_399_999, "23:59:59.9"), (86_400_000, "1d 0:00:00.0"),
      (604_740_000, "6d 23:59:00.0"),
    ] as [(Int64, String)])
  func `a clock shows the tenth that has begun`(_ milliseconds: Int64, _ text: String) {
    let instant = Instant(milliseconds: milliseconds)
    #expect(instant.clockText == text)
    #expect(instant.secondsText == text.dropLast(2))
  }
}
