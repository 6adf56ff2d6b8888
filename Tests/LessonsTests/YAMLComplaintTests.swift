import Testing

@Suite struct YAMLComplaintTests {
  static let files: [(String, String)] = [
    ("", "probe.yaml:1: expected a scenario, found nothing"),
    ("# nothing here\n", "probe.yaml:1: expected a scenario, found nothing"),
    (
      "- a\n- b\n",
      """
      probe.yaml:1: a scenario wants a mapping of scenario, title, about, strategy, policy, habit, \
      seed, lasts, latency, devices, clients, resource-servers, attack, story, found a list
      """
    ),
    (
      "scenario: a\ntitle: \"never closed\nabout: b\n",
      "probe.yaml:2: expected a closing quotation mark, found the end of the file"
    ),
    (
      "scenario: a\ntitle: 'never closed\n---\nabout: b\n",
      "probe.yaml:2: expected a closing quotation mark, found \"---\""
    ),
    ("scenario: a\ntitle\nabout: b\n", "probe.yaml:2: expected a key and a colon, found \"title\""),
    (
      "scenario: a\n\ttitle: b\n",
      "probe.yaml:2: expected spaces before the first word, found a tab"
    ),
    (
      "scenario: a\nstory:\n  - {at: 0s, do: sign-in\n",
      "probe.yaml:3: expected ',' or '}' while parsing a flow mapping, found the end of the file"
    ),
    (
      "devices: [{name: a@b}\ntitle: b\n",
      "probe.yaml:1: expected ',' or ']' while parsing a flow sequence, found \"title: b\""
    ),
    (
      "title: a: b\n",
      "probe.yaml:1: expected one value, quoted where it has a colon, found \": b\""
    ),
    (
      "scenario: a\n about: b\n",
      "probe.yaml:2: expected one value, quoted where it has a colon, found \": b\""
    ),
    (
      "devices:\n  - {name: a@b}\n tabs: 2\n",
      "probe.yaml:3: expected a key as far in as the others, found \"tabs: 2\""
    ),
    ("title: @home\n", "probe.yaml:1: expected a key or a value, found \"@home\""),
    (
      #"title: "a \q b""#,
      #"probe.yaml:1: expected an escape such as \n or \u00E9, found "\q b"""#
    ),
    ("scenario: a\n---\nscenario: b\n", "probe.yaml:2: expected one document, found another one"),
    (
      "scenario: a\ntitle: bell \u{7} here\n",
      "probe.yaml:2: expected text, found the control character U+0007"
    ),
    ("scenario: *nobody\n", "probe.yaml:1: expected a value, found an alias of nothing"),
    (
      "scenario: a\nabout: b\nscenario: c\n",
      "probe.yaml:1: expected each key once, found \"scenario\" more than once"
    ),
    (
      "scenario: &a probe\ntitle: *a\n",
      "probe.yaml:2: a scenario takes no aliases: write the value out, found \"*a\""
    ),
  ]

  @Test(arguments: files)
  func `an error of the YAML itself is one line like all others`(text: String, expected: String) {
    #expect(complaint(about: text) == expected)
  }

  @Test func `an asterisk and an ampersand in prose are prose`() {
    let sample = Sample.least.with(line: 3, "about: This is *not* a rule & never was; R&D knows.")
    #expect(sample.complaint == nil)
  }

  @Test func `a byte-order mark and Windows line ends are read past`() throws {
    let text = "\u{FEFF}" + Sample.least.text.replacing("\n", with: "\r\n")
    #expect(complaint(about: text) == nil)
    let spoiled = text.replacing("40m", with: "soon")
    #expect(
      complaint(about: spoiled)
        == "probe.yaml:5: 'lasts' wants a duration like 15m, found \"soon\"")
  }
}
