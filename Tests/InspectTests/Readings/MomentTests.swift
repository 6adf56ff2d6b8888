import Foundation
import Testing
import TokenCore

@testable import Inspection

struct MomentTests {
  private let now = NumericDate(seconds: 1_767_225_600)

  @Test(
    arguments: [
      ("2026-01-01T00:00:00Z", 0), ("2026-01-01t00:00:00z", 0), ("2026-01-01T01:00:00+01:00", 0),
      ("2025-12-31T18:30:00-05:30", 0), ("2026-01-01T00:00:00.5Z", 500),
      ("2026-01-01T00:00:00.0009Z", 0), ("1767225600", 0), ("1767225601", 1000),
      ("+15m", 900_000), ("-2h", -7_200_000), ("+1h30m500ms", 5_400_500), ("+0s", 0),
      ("2024-02-29T00:00:00Z", -58_060_800_000), ("-1", -1_767_225_601_000),
    ] as [(String, Int64)])
  func `a moment is read`(text: String, distance: Int64) throws {
    let moment = try #require(NumericDate(moment: text, now: now))
    #expect(moment.milliseconds - now.milliseconds == distance)
  }

  @Test(arguments: [
    "", "soon", "15m", "+", "-", "+15", "++15m", "+-15m", "2026-01-01", "2026-01-01T00:00:00",
    "2026-01-01 00:00:00Z", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-04-31T00:00:00Z",
    "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
    "2026-01-01T00:00:60Z", "2026-01-01T00:00:00+24:00", "2026-01-01T00:00:00.Z",
    "٢٠٢٦-01-01T00:00:00Z", "1767225600.5", "99999999999999999999", "2026-01-01T00:00:00Z\n",
  ])
  func `what is no moment is refused`(text: String) {
    #expect(NumericDate(moment: text, now: now) == nil)
  }

  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (951_782_400_000, "2000-02-29T00:00:00Z"), (4_107_542_399_000, "2100-02-28T23:59:59Z"),
      (253_402_300_800_000, "+10000-01-01T00:00:00Z"),
      (-62_167_219_200_001, "-0001-12-31T23:59:59.999Z"),
      (.max, "+292278994-08-17T07:12:55.807Z"), (.min, "-292275055-05-16T16:47:04.192Z"),
    ] as [(Int64, String)])
  func `a moment is written as ISO 8601 in UTC`(milliseconds: Int64, text: String) {
    #expect(NumericDate(milliseconds: milliseconds).timestamp == text)
  }

  @Test func `the calendar is Foundation's, and reads what it writes`() {
    let style = Date.ISO8601FormatStyle()
    for day in stride(from: Int64(-700_000), through: 2_900_000, by: 389) {
      let date = NumericDate(seconds: day * 86_400)
      let timestamp = date.timestamp
      #expect(NumericDate(timestamp: timestamp) == date, "day \(day)")
      // Foundation goes over to the Julian calendar before October 1582.
      guard day > -141_000 else { continue }
      let foundation = Date(timeIntervalSince1970: Double(day * 86_400)).formatted(style)
      #expect(timestamp == foundation, "day \(day)")
    }
  }

  @Test(
    arguments: [
      (0, "now"), (1, "in 1 ms"), (-999, "999 ms ago"), (1000, "in 1 s"), (59_999, "in 59 s"),
      (60_000, "in 1 min"), (250_000, "in 4 min 10 s"), (3_600_000, "in 1 h"),
      (7_500_000, "in 2 h 5 min"), (86_400_000, "in 1 day"), (-259_200_000, "3 days ago"),
      (-176_400_000, "2 days 1 h ago"), (604_800_000, "in 7 days"),
      (63_113_903_999, "in 730 days"), (63_113_904_000, "in about 2 years"),
      (94_694_400_000, "in about 3 years"), (.max, "in about 292277024 years"),
    ] as [(Int64, String)])
  func `a distance is said in its two largest units`(milliseconds: Int64, text: String) {
    let date = NumericDate(milliseconds: milliseconds)
    #expect(date.distance(from: NumericDate(milliseconds: 0)) == text)
  }

  @Test func `the ends of time do not end the program`() {
    let ends = [Int64.min, -1, 0, 1, .max].map(NumericDate.init(milliseconds:))
    for first in ends {
      for second in ends {
        let distance = first.distance(from: second)
        #expect(distance.hasPrefix("in ") || distance.hasSuffix(" ago") || distance == "now")
      }
      #expect(NumericDate(moment: "+106751991167d", now: first) != nil)
      #expect(NumericDate(moment: "-106751991167d", now: first) != nil)
    }
  }
}
