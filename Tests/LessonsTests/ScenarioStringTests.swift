import Simulation
import Testing
import TokenCore

@testable import Lessons

/// A run on one line: there and back, and what is said of one that was damaged on the way.
@Suite struct ScenarioStringTests {
  private static let sample = ScenarioString.wrap(Sample.least.text)

  private func complaint(_ string: String) -> String? {
    do {
      _ = try Scenario(string: string)
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: ScenarioLibrary.names)
  func `a string has one line, and gives the scenario back`(name: String) throws {
    let scenario = try ScenarioLibrary.scenario(named: name)
    let string = try scenario.string
    #expect(string.wholeMatch(of: #/tokenlab1\.[A-Za-z0-9_-]+\.[0-9a-f]{8}/#) != nil)
    #expect(try Scenario(string: string) == scenario)
    #expect(Scenario.isString(string))
  }

  @Test func `the checksum is CRC-32 as everybody computes it`() {
    #expect(ScenarioString.checksum("123456789") == "cbf43926")
    #expect(ScenarioString.checksum("") == "00000000")
  }

  @Test func `what mails, shells and hands add is taken off`() throws {
    let string = Self.sample
    let lines = stride(from: 0, to: string.count, by: 60).map { start in
      String(string.dropFirst(start).prefix(60))
    }
    for spoiled in [
      "  \(string)\n", "\"\(string)\"", "'\(string)'", "“\(string)”", "<\(string)>", "`\(string)`",
      lines.joined(separator: "\r\n"), lines.map { "> " + $0 }.joined(separator: "\n"),
      lines.joined(separator: "\n\t"), "\u{FEFF}" + lines.joined(separator: "\u{2028}"),
    ] {
      #expect(try Scenario(string: spoiled) == Sample.least.read())
      #expect(Scenario.isString(spoiled))
    }
  }

  @Test(arguments: [
    "", " ", "hello", "tokenlab", "tokenlab.", "tokenlab0.a.b", "tokenlab01.a.b", "tokenlabx",
    "Tokenlab1.a.b", "xtokenlab1.a.b", "tokenlab1x", "tokenlab12345.", "first-login",
    "\u{1B}[2Jtokenlab1.", "tokenlab-file.yaml",
  ])
  func `what is no string is answered with what one looks like`(text: String) {
    let found = complaint(text)
    #expect(found?.hasPrefix("scenario string: expected one that begins with tokenlab1.") == true)
    #expect(found?.unicodeScalars.contains(where: isTreacherous) == false)
    #expect(!Scenario.isString(text))
  }

  @Test(arguments: ["2", "3", "10", "9999"])
  func `a string of a newer program says so, whatever is in it`(version: String) {
    for rest in [".a.b", "", ".", ".\u{1B}", ".a.b.c.d", "." + String(repeating: "x", count: 500)] {
      #expect(
        complaint("tokenlab\(version)\(rest)")
          == """
          scenario string: made by a newer tokenlab: expected format 1, found format \(version)
          """)
    }
  }

  @Test func `a string cut off anywhere says so`() {
    let string = Self.sample
    for count in stride(from: "tokenlab1".count, to: string.count, by: 1) {
      #expect(
        complaint(String(string.prefix(count)))
          == """
          scenario string: cut off: expected a dot and 8 digits at the end, found the end after \
          \(count) characters
          """)
    }
  }

  @Test func `a string with one character changed, lost or doubled says so`() throws {
    let string = Array(Self.sample)
    for index in "tokenlab1.".count..<string.count {
      var changed = string
      changed[index] = string[index] == "a" ? "b" : "a"
      var doubled = string
      doubled.insert(string[index], at: index)
      var lost = string
      lost.remove(at: index)
      for spoiled in [changed, doubled, lost] where spoiled != string {
        let found = try #require(complaint(String(spoiled)), "\(index)")
        let isNamed = ["damaged: ", "cut off: "].contains { found.contains($0) }
        #expect(isNamed, "\(index): \(found)")
      }
    }
  }

  @Test func `damage is told with what was expected and where`() {
    let string = Self.sample
    #expect(
      complaint(string.replacing("tokenlab1.", with: "tokenlab1.%"))
        == """
        scenario string: damaged: expected letters, digits, - and _, found "%" at character 11; \
        copy it once more
        """)
    #expect(
      complaint(string + string)
        == "scenario string: damaged: expected 3 parts between dots, found 5; copy it once more")
    let wrong = String(string.dropLast(8)) + "00000000"
    #expect(
      complaint(wrong)
        == """
        scenario string: damaged: expected the checksum "00000000", found \
        "\(string.suffix(8))"; copy it once more
        """)
    for payload in ["a", "_-__"] {
      let body = "tokenlab1.\(payload)"
      #expect(
        complaint("\(body).\(ScenarioString.checksum(body))")
          == """
          scenario string: damaged: expected text in base64url, found other bytes; copy it once more
          """)
    }
  }

  @Test func `what is inside is read as strictly as a file`() {
    let soon = Sample.least.with(line: 5, "lasts: soon").text
    #expect(
      complaint(ScenarioString.wrap(soon))
        == """
        scenario string: in line 5 of the scenario file inside: 'lasts' wants a duration like 15m, \
        found "soon"
        """)
    #expect(
      complaint(ScenarioString.wrap(""))
        == "scenario string: in line 1 of the scenario file inside: expected a scenario, found nothing"
    )
  }

  @Test func `control characters and long names inside are refused and shown harmlessly`() {
    let long = String(repeating: "x", count: 5000)
    let names = [#"al\e[2Jice@laptop"#, #"a@b\u202E"#, "\(long)@b", "a@\(long)"]
    var samples = names.map { Sample.least.adding(#"devices: [{name: "\#($0)"}]"#) }
    samples += [
      Sample.least.with(line: 1, "scenario: \(long)"), .least.with(line: 2, "title: \(long)"),
      .least.with(line: 2, #"title: "\e]0;owned\a""#),
      .least.adding(#"clients: [{id: "\#(long)"}]"#), .least.adding(#""\e[2J\#(long)": 1"#),
      .ownPolicy.with(line: 5, "  access-token: {lifetime: 15m}", "  name: \(long)"),
    ]
    for sample in samples {
      let found = complaint(ScenarioString.wrap(sample.text)) ?? ""
      #expect(found.hasPrefix("scenario string: in line"), "\(found)")
      #expect(!found.unicodeScalars.contains(where: isTreacherous))
      #expect(found.unicodeScalars.count < 400, "\(found)")
    }
  }

  @Test func `no string is longer than it may be`() {
    let text = Sample.least.text
    func padded(_ length: Int) -> String {
      ScenarioString.wrap(text + "#" + String(repeating: "x", count: length))
    }
    let room = (ScenarioString.maximumLength - 19) / 4 * 3 - text.utf8.count - 1
    #expect(padded(room).utf8.count <= ScenarioString.maximumLength)
    #expect(complaint(padded(room)) == nil)
    #expect(
      complaint(padded(room + 3))?.hasPrefix("scenario string: expected at most 64 KiB, found")
        == true)
    let flood = String(repeating: " ", count: 10_000_000) + Self.sample
    #expect(complaint(flood)?.contains("expected at most 64 KiB") == true)
  }

  @Test func `a run that is too long for a string says what to do instead`() throws {
    let device = DeviceID(index: 0)
    let commands = (0..<6000).map {
      (at: Instant.start + .seconds($0), command: Command.client(device, .refresh))
    }
    let run = Scenario(
      title: "long", setting: Setting(strategy: .rotation), commands: commands, until: .start)
    #expect(throws: ScenarioError.self) { try run.string }
    #expect(
      reason { _ = try run.string }?.hasPrefix("scenario string: expected at most 64 KiB, found 2")
        == true)
    #expect(try Scenario(yaml: try run.yaml, file: "long.yaml") == run)
  }

  @Test func `a run that no file can hold is not exported`() {
    var setting = Setting(strategy: .rotation)
    setting.latency = .days(4000)
    let run = Scenario(title: "slow", setting: setting, commands: [], until: .start)
    #expect(
      reason { _ = try run.string }
        == """
        slow: cannot be written: 'latency' wants at most 3650d, found "4000d"
        """)
  }

  private func reason(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: 0..<200)
  func `a spoiled string is a scenario or one harmless line, never a trap`(seed: UInt64) throws {
    var random = RandomStream(seed: seed, label: "hostile strings")
    let whole = Array(Self.sample.utf8)
    for _ in 0..<50 {
      var bytes = whole
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, start + .random(in: 0...20, using: &random))
        let noise = (0..<Int.random(in: 0...6, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
        bytes.replaceSubrange(start..<end, with: noise)
        if bytes.isEmpty { bytes = [0] }
      }
      let found = complaint(String(decoding: bytes, as: UTF8.self))
      #expect(found?.unicodeScalars.contains(where: isTreacherous) != true, "seed \(seed)")
      #expect((found?.unicodeScalars.count ?? 0) < 300, "seed \(seed)")
    }
  }
}
