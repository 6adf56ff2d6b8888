import Testing
import TokenCore

/// Durations as people write them.
struct TimeSpanTextTests {
  @Test(
    arguments: [
      ("0s", 0), ("0ms", 0), ("1ms", 1), ("999ms", 999), ("1s", 1000), ("90s", 90_000),
      ("15m", 900_000), ("1h30m", 5_400_000), ("30m1h", 5_400_000), ("7d", 604_800_000),
      ("1d2h3m4s5ms", 93_784_005), ("1m1m", 120_000), ("007s", 7000),
      ("9223372036854775807ms", Int64.max), ("106751991167d", 106_751_991_167 * 86_400_000),
    ] as [(String, Int64)])
  func `a duration reads as its milliseconds`(_ text: String, _ milliseconds: Int64) {
    #expect(TimeSpan(text) == .milliseconds(milliseconds))
  }

  @Test(arguments: [
    "", " ", "soon", "15", "m", "m15", "15M", "15 m", " 15m", "15m ", "-15m", "+15m", "1.5h",
    "1h30", "15mm", "15min", "1e3s", "١٥m", "15ｍ", "1s\u{301}", "9223372036854775808ms",
    "9223372036854775807ms1ms", "106751991168d", "200000000000d", "99999999999999999999d",
  ])
  func `anything else is no duration`(_ text: String) {
    #expect(TimeSpan(text) == nil)
  }

  @Test(
    arguments: [
      (0, "0s"), (1, "1ms"), (999, "999ms"), (1000, "1s"), (60_000, "1m"), (90_000, "1m30s"),
      (900_000, "15m"), (5_400_000, "1h30m"), (86_400_000, "1d"), (93_784_005, "1d2h3m4s5ms"),
      (-900_000, "-15m"), (Int64.max, "106751991167d7h12m55s807ms"),
      (Int64.min, "-106751991167d7h12m55s808ms"),
    ] as [(Int64, String)])
  func `a duration prints in the units it needs`(_ milliseconds: Int64, _ text: String) {
    #expect(TimeSpan.milliseconds(milliseconds).shortText == text)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `what is printed reads back the same`(_ seed: UInt64) {
    var random = RandomStream(seed: seed, label: "durations")
    for bits in 1..<63 {
      let span = TimeSpan.milliseconds(Int64(random.next() >> (64 - UInt64(bits))))
      #expect(TimeSpan(span.shortText) == span, "seed \(seed)")
    }
  }
}
