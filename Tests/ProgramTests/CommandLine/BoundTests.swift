import Foundation
import JOSE
import Simulation
import Testing
import TokenCore

@testable import tokenlab

/// What one command may take, and that it says so when that is reached.
struct BoundTests {
  private static let story = """
    scenario: endless
    title: Endless
    about: A story that never ends.
    strategy: rotation-strict
    habit: {renews: {every: 1s}}
    lasts: 1d
    devices:
      - name: alice@laptop
    story:
      - {at: 0s, do: sign-in, device: alice@laptop}
    """
  /// The longest time that an option takes, which nobody waits for.
  private static let forEver = "3650d"

  @Test(arguments: [
    (["--max-steps", "300"], "after 300 steps, the bound of one command: --max-steps raises it"),
    (
      ["--max-memory", "1M"],
      "with more than 1M of memory taken, the bound of one command: --max-memory"
    ),
    (
      ["--max-output", "4K"], "after more than 4K of output, the bound of one command: --max-output"
    ),
  ])
  func `a trace that reaches a bound is whole and says how far it got`(
    bound: [String], words: String
  ) throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("endless.yaml", Self.story).path
    let text = try Program.run(["trace", file, "--until", Self.forEver] + bound)
    #expect(text.status == 3 && text.errorLines.count == 1)
    #expect(text.errors.contains(words), "\(text.errors)")
    let place = try #require(text.errors.wholeMatch(of: #/tokenlab: stopped at ([\d:]+) .*\n/#)).1
    #expect(text.out.contains("\nAt \(place)."))
    #expect(text.out.hasSuffix("the attacker holds nothing\n"))
    let json = try Program.run(["trace", file, "--format", "json"] + bound)
    #expect(json.status == 3 && json.errors.contains(words))
    #expect(try SchemaValidator.refused([("stopped", json.out)]).isEmpty)
    let clock = try #require(json.errors.firstMatch(of: #/stopped at ([\d:]+)/#)).1
    #expect(try Self.end(of: json.out).secondsText == clock)
  }

  /// `end.at_ms` of a document.
  static func end(of text: String) throws -> Instant {
    let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let end = try #require(document?["end"] as? [String: Any])
    return Instant(milliseconds: Int64(try #require(end["at_ms"] as? Int)))
  }

  @Test func `a run that takes exactly the bound is not stopped`() throws {
    let scenario = try Options.scenario("first-login", strategy: nil, seed: nil)
    var branch = Branch(scenario.setting, script: scenario.story, LabCryptography())
    branch.advance(to: scenario.end)
    let steps = branch.moment.steps
    let whole = try Program.run(["trace", "first-login"])
    #expect(try Program.run(["trace", "first-login", "--max-steps", "\(steps)"]).out == whole.out)
    #expect(try Program.run(["trace", "first-login", "--max-steps", "\(steps - 1)"]).status == 3)
  }

  @Test func `a screen of a time that is never reached is the one where a bound stops`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("endless.yaml", Self.story).path
    let stopped = try Program.run(["frame", file, "--at", Self.forEver, "--max-steps", "300"])
    #expect(stopped.status == 3 && stopped.errorLines.count == 1)
    #expect(stopped.errors.contains(" steps, the bound of one command: --max-steps raises it"))
    #expect(stopped.out.contains("═ tokenlab ══ endless ═"))
  }

  @Test func `a comparison that is stopped says which runs are missing`() throws {
    let arguments = ["compare", "first-login", "--strategies", "long-lived-jwt,rotation-strict"]
    let stopped = try Program.run(arguments + ["--seeds", "200", "--max-steps", "3000"])
    #expect(stopped.status == 3)
    let found = try #require(
      stopped.errors.firstMatch(
        of: #/stopped at (\d+) of 400 runs after 3000 steps, .*; not finished: (.*)\n/#))
    let done = try #require(Int(found.1))
    #expect(done > 0 && done < 400)
    #expect(stopped.out.contains("mean of 200 seeds; not finished: \(found.2)\n"))
    let rows = try Program.run(
      arguments + ["--seeds", "200", "--max-steps", "3000", "--format", "csv"])
    #expect(rows.out.split(separator: "\n").count < 401)
  }

  @Test func `a comparison of which nothing was finished prints no table`() throws {
    let stopped = try Program.run(["compare", "baseline-week", "--max-steps", "100"])
    #expect(stopped.status == 3 && stopped.out.isEmpty)
    let runs = Strategy.catalogue.count
    #expect(stopped.errors.contains("stopped at 0 of \(runs) runs"), "\(stopped.errors)")
  }

  @Test func `a comparison of which nothing was finished is whole for a program`() throws {
    let command = ["compare", "baseline-week", "--max-steps", "100", "--format"]
    let json = try Program.run(command + ["json"])
    #expect(json.status == 3)
    _ = try JSONSerialization.jsonObject(with: Data(json.out.utf8))
    #expect(try Program.run(command + ["csv"]).out.hasPrefix("strategy,"))
  }

  @Test(arguments: [
    ("--max-steps", "0", "a whole number from 1"), ("--max-steps", "many", "a whole number from 1"),
    ("--max-memory", "0", "bytes like 4096, 500M or 2G"), ("--max-memory", "2T", "bytes like"),
    ("--max-memory", "9223372036854775807G", "bytes like"), ("--max-output", "x", "bytes like"),
    ("--max-output", "-1", "bytes like"), ("--max-output", "M", "bytes like"),
    ("--max-steps", "-5", "a whole number from 1, found '-5'"),
  ])
  func `a bound that is none is answered in one line`(
    option: String, value: String, wants: String
  ) throws {
    let outcome = try Program.run(["trace", "first-login", option, value])
    #expect(outcome.status == 64 && outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("tokenlab: \(option) wants \(wants)"), "\(outcome.errors)")
  }

  @Test func `a full disk ends an endless trace at once`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("endless.yaml", Self.story).path
    let script = #"exec "$0" trace "$1" --until 3650d >/dev/full"#
    let outcome = try Program.run(
      URL(fileURLWithPath: "/bin/sh"), ["-c", script, Program.executable.path, file])
    #expect(outcome.status == 74)
  }
}

/// Ctrl-C and `kill` at a command that is at work.
struct InterruptionTests {
  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
  func `a trace that is interrupted is closed where it is`(
    signal: Int32, status: Int32
  ) throws {
    let (outcome, text) = try Interrupted.run(
      ["trace", "baseline-week", "--format", "json"], by: signal)
    #expect(outcome == status)
    #expect(text.errors.contains("tokenlab: interrupted at "), "\(text.errors)")
    #expect(try SchemaValidator.refused([("interrupted", text.out)]).isEmpty)
    #expect(try BoundTests.end(of: text.out) < .start + .days(7))
  }
}

/// A command that gets a signal once its first output is there.
private enum Interrupted {
  static func run(
    _ arguments: [String], by signal: Int32
  ) throws -> (status: Int32, (out: String, errors: String)) {
    let folder = try TemporaryFolder()
    let pipe = folder.path(of: "pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    // A reader has to be there before the program opens the other side, and must not wait for it.
    let reader = open(pipe, O_RDONLY | O_NONBLOCK)
    let child = try Spawn.start(
      Program.executable.path, arguments, environment: ["LC_ALL": "C.UTF-8"], output: pipe,
      errors: folder.path(of: "errors"))
    _ = fcntl(reader, F_SETFL, 0)
    let output = FileHandle(fileDescriptor: reader, closeOnDealloc: true)
    var out = output.availableData
    kill(child, signal)
    out += output.readDataToEndOfFile()
    let status = Spawn.status(of: child)
    return (status, (String(decoding: out, as: UTF8.self), try folder.text("errors")))
  }
}
