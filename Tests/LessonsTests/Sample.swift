import Foundation
import Lessons

/// A scenario file in lines, for tests to spoil.
struct Sample {
  /// The least that a scenario says; every test begins here.
  static let least = Sample(lines: [
    "scenario: probe",
    "title: A probe",
    "about: For the tests.",
    "strategy: rotation-strict",
    "lasts: 40m",
    "story:",
    "  - {at: 0s, do: sign-in}",
  ])

  /// The same with a policy written out; line 4 is `policy:`.
  static let ownPolicy = Sample(lines: [
    "scenario: probe",
    "title: A probe",
    "about: For the tests.",
    "policy:",
    "  access-token: {lifetime: 15m}",
    "  refresh-token: {idle: 7d, absolute: 30d, rotation: rotating, on-reuse: revoke-family}",
    "lasts: 40m",
    "story: []",
  ])

  var lines: [String]

  /// With that line, counted from 1, replaced by others, or by none.
  func with(line number: Int, _ replacement: String...) -> Sample {
    var copy = self
    copy.lines.replaceSubrange((number - 1)..<number, with: replacement)
    return copy
  }

  /// With more lines at the end.
  func adding(_ more: String...) -> Sample {
    Sample(lines: lines + more)
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  func read() throws(ScenarioError) -> Scenario {
    try Scenario(yaml: text, file: "probe.yaml")
  }

  /// What is said of it, or nil where nothing is.
  var complaint: String? { LessonsTests.complaint(about: text) }
}

/// What is said of a file's text, or nil where it is a scenario.
func complaint(about text: String) -> String? {
  do {
    _ = try Scenario(yaml: text, file: "probe.yaml")
    return nil
  } catch {
    return error.description
  }
}

/// The repository's folder, from where this file stands.
let repository = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
