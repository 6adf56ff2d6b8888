import Lessons
import Testing
import TokenCore

/// Just inside and just outside every limit.
@Suite struct LimitTests {
  @Test func `a file has at most 256 KiB`() {
    let text = Sample.least.text
    let room = 256 * 1024 - text.utf8.count
    let full = text + "#" + String(repeating: "x", count: room - 2) + "\n"
    #expect(complaint(about: full) == nil)
    #expect(
      complaint(about: full + "\n")
        == "probe.yaml: a scenario file has at most 256 KiB, found 262145 bytes")
  }

  @Test func `a story has at most 10,000 commands`() {
    #expect(Self.story(of: 10_000) == nil)
    #expect(
      Self.story(of: 10_001) == "probe.yaml:6: 'story' wants at most 10000 items, found 10001")
    #expect(
      Self.story(of: 9999, together: 2)
        == "probe.yaml:10006: a story has at most 10000 commands, found more")
  }

  /// A story of one-line commands that are as short as they can be.
  private static func story(of count: Int, together: Int = 0) -> String? {
    var lines = Sample.least.lines.dropLast()
    lines += Array(repeating: "- {at: 0s,do: refresh}", count: count)
    if together > 0 {
      let parts = Array(repeating: "{do: refresh}", count: together).joined(separator: ",")
      lines.append("- {at: 0s,together: [\(parts)]}")
    }
    return Sample(lines: Array(lines)).complaint
  }

  @Test func `a scenario has at most 64 devices`() {
    let sample = Sample.least.adding("devices:")
    let devices = (1...65).map { "  - {name: p\($0)@d}" }
    let story = sample.with(line: 7, "  - {at: 0s, do: sign-in, device: p1@d}").lines
    #expect(Sample(lines: story + devices.dropLast()).complaint == nil)
    #expect(
      Sample(lines: story + devices).complaint
        == "probe.yaml:8: 'devices' wants at most 64 items, found 65")
  }

  @Test func `names have at most 64 characters, titles 100, paragraphs 2,000`() {
    func long(_ count: Int) -> String { String(repeating: "x", count: count) }
    #expect(Sample.least.with(line: 1, "scenario: \(long(64))").complaint == nil)
    #expect(Sample.least.with(line: 1, "scenario: \(long(65))").complaint != nil)
    #expect(Sample.least.with(line: 2, "title: \(long(100))").complaint == nil)
    #expect(Sample.least.with(line: 3, "about: \(long(2000))").complaint == nil)
    #expect(
      Sample.least.with(line: 2, "title: \(long(101))").complaint
        == "probe.yaml:2: 'title' wants at most 100 characters, found \"\(long(40))…\"")
    #expect(
      Sample.least.with(line: 3, "about: \(long(2001))").complaint
        == "probe.yaml:3: 'about' wants at most 2000 characters, found \"\(long(40))…\"")
    let devices = Sample.least.adding("devices: [{name: \(long(64))@\(long(64))}]")
    #expect(devices.complaint == nil)
    let longer = Sample.least.adding("devices: [{name: \(long(65))@d}]")
    #expect(longer.complaint?.contains("each at most 64 characters") == true)
  }

  @Test func `no time is longer than ten years, and sums of two stay far from overflowing`() throws
  {
    let sample = Sample.least.with(line: 5, "lasts: 3650d").adding(
      "devices: [{name: a@b, calls: {every: 3650d, daily: {from: 3650d, for: 1d, days: 3650}}}]")
    let last = try #require(try sample.read().setting.devices[0].activity.presence.last)
    #expect(last.upperBound == .start + .days(7300))
    for endless in ["9223372036854775807d", String(repeating: "9", count: 30) + "d"] {
      #expect(
        Sample.least.with(line: 5, "lasts: \(endless)").complaint
          == "probe.yaml:5: 'lasts' wants a duration like 15m, found \"\(endless)\"")
    }
  }

  @Test func `a request has at most 100 parameters of 16 KiB each`() {
    func request(_ parameters: String) -> Sample {
      .least.with(line: 7, "  - {at: 0s, do: request, to: token, parameters: [\(parameters)]}")
    }
    func many(_ count: Int) -> String {
      Array(repeating: "{name: a, value: b}", count: count).joined(separator: ", ")
    }
    func long(_ count: Int) -> String {
      "{name: a, value: \(String(repeating: "é", count: count / 2))}"
    }
    #expect(request(many(100)).complaint == nil)
    #expect(
      request(many(101)).complaint
        == "probe.yaml:7: 'parameters' wants at most 100 items, found 101")
    #expect(request(long(16 * 1024)).complaint == nil)
    #expect(
      request(long(16 * 1024 + 2)).complaint
        == """
        probe.yaml:7: 'value' wants at most 16 KiB, found "\(String(repeating: "é", count: 40))…"
        """)
    let name = String(repeating: "x", count: 64)
    #expect(request("{name: \(name), value: b}").complaint == nil)
    #expect(request("{name: \(name)x, value: b}").complaint?.contains("1 to 64 characters") == true)
  }
}
