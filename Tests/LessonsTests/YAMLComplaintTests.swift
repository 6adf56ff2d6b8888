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
      """
      probe.yaml:2: expected YAML: found unexpected end of stream (while scanning a quoted scalar)
      """
    ),
    (
      "scenario: a\ntitle\nabout: b\n",
      "probe.yaml:2: expected YAML: could not find expected ':' (while scanning a simple key)"
    ),
    (
      "scenario: a\n\ttitle: b\n",
      """
      probe.yaml:2: expected YAML: found a tab character that violates indentation \
      (while scanning a plain scalar)
      """
    ),
    (
      "scenario: a\nstory:\n  - {at: 0s, do: sign-in\n",
      "probe.yaml:3: expected YAML: did not find expected ',' or '}' (while parsing a flow mapping)"
    ),
    (
      "scenario: a\n---\nscenario: b\n",
      """
      probe.yaml:2: expected YAML: but found another document \
      (expected a single document in the stream)
      """
    ),
    (
      "scenario: a\ntitle: bell \u{7} here\n",
      "probe.yaml:2: expected YAML, found control characters are not allowed (U+7)"
    ),
    ("scenario: *nobody\n", "probe.yaml:1: expected YAML: found undefined alias"),
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
