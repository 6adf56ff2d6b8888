import Testing
import TokenCore

@testable import JOSE

@Suite struct JSONNumberTests {
  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("-0.0e5", 0), ("1", 1000), ("1700000000", 1_700_000_000_000),
      ("17e8", 1_700_000_000_000), ("1.7e9", 1_700_000_000_000), ("1.7E+9", 1_700_000_000_000),
      ("17000000000e-1", 1_700_000_000_000), ("1700000000.5", 1_700_000_000_500),
      ("0.001", 1), ("0.0019", 1), ("-0.0011", -2), ("-0.001", -1), ("1e-400", 0), ("-1e-400", -1),
      ("0e999999999999999999999", 0), ("9223372036854775.807", .max),
      ("-9223372036854775.808", .min), ("-9223372036854775.809", nil),
      ("1700000000.123456", 1_700_000_000_123), ("9223372036854775.808", nil),
      ("9223372036854776", nil), ("1e400", nil), ("-1e400", nil), ("1e16", nil),
      ("1e15", 1_000_000_000_000_000_000),
      ("1e99999999999999999999999", nil), ("1e-99999999999999999999999", 0),
      ("100000000000000000000", nil), ("0.12345678901234567890", nil),
    ] as [(String, Int64?)])
  func `a number is known to the millisecond or not at all`(text: String, milliseconds: Int64?)
    throws
  {
    let number = try JSONValue(parsing: Array(text.utf8)).asNumber
    #expect(number?.milliseconds == milliseconds)
    #expect(number?.description == text)
  }

  @Test(
    arguments: [
      ("3", 3), ("-3", -3), ("3.0", 3), ("30e-1", 3), ("0.3e1", 3), ("3.5", nil),
      ("1e18", 1_000_000_000_000_000_000),
      ("1e19", nil), ("9223372036854775807", .max), ("9223372036854775808", nil),
      ("-9223372036854775808", .min), ("-0", 0),
    ] as [(String, Int64?)])
  func `a whole number is one however it is written`(text: String, whole: Int64?) throws {
    #expect(try JSONValue(parsing: Array(text.utf8)).asNumber?.whole == whole)
  }

  @Test(
    arguments: [
      (0, "0"), (1000, "1"), (1500, "1.500"), (-1500, "-1.500"), (-1, "-0.001"), (-1000, "-1"),
      (.max, "9223372036854775.807"), (.min, "-9223372036854775.808"),
    ] as [(Int64, String)])
  func `a date is written as seconds`(milliseconds: Int64, text: String) {
    var writer = JSONWriter()
    writer.write("t", NumericDate(milliseconds: milliseconds))
    #expect(String(decoding: writer.finish(), as: UTF8.self) == "{\"t\":\(text)}")
  }
}
