import Foundation
import LabUI
import Lessons
import Testing
import TokenCore

@testable import tokenlab

/// What the commands print that need no terminal.
struct TextCommandTests {
  @Test func `list names every scenario with its title and every strategy with its summary`() throws
  {
    let list = try Program.run(["list"])
    #expect(list.status == 0 && list.errors.isEmpty)
    let lines = list.out.split(separator: "\n")
    for name in ScenarioLibrary.names {
      let title = try ScenarioLibrary.scenario(named: name).title
      #expect(lines.contains { $0.hasPrefix("  \(name) ") && $0.hasSuffix(" \(title)") }, "\(name)")
    }
    for strategy in Strategy.catalogue {
      #expect(
        lines.contains {
          $0.hasPrefix("  \(strategy.id) ") && $0.hasSuffix(" \(strategy.summary)")
        },
        "\(strategy.id)")
    }
    #expect(lines.count == ScenarioLibrary.names.count + Strategy.catalogue.count + 2)
  }

  @Test func `trace prints the story`() throws {
    let trace = try Program.run(["trace", "attacker-first", "--strategy", "rotation-reject-only"])
    let run = GoldenTraceTests.Run(scenario: "attacker-first", strategy: "rotation-reject-only")
    #expect(trace.status == 0 && trace.errors.isEmpty)
    #expect(trace.out == (try run.text()))
  }

  @Test func `trace stops where it is told to`() throws {
    let whole = try Program.run(["trace", "victim-first"]).out.split(separator: "\n")
    let part = try Program.run(["trace", "victim-first", "--until", "14m59s"]).out
      .split(separator: "\n")
    #expect(part.contains("At 14:59.0:"))
    #expect(!part.contains { $0.contains("AT1 expired") })
    let story = part.dropFirst(2).prefix { !$0.hasPrefix("At ") }
    #expect(story.count == 5 && whole.dropFirst(2).starts(with: story))
  }

  @Test func `trace as JSON is one document with every event`() throws {
    let trace = try Program.run(["trace", "lost-response", "--format", "json", "--seed", "7"])
    let document = try JSONSerialization.jsonObject(with: Data(trace.out.utf8)) as? [String: Any]
    let run = document?["run"] as? [String: Any]
    #expect(run?["seed"] as? String == "7")
    #expect(run?["strategy"] as? String == "rotation-strict")
    let events = try #require(document?["events"] as? [[String: Any]])
    #expect(events.indices.allSatisfy { events[$0]["id"] as? Int == $0 })
    #expect(events.allSatisfy { ($0["cause"] as? Int ?? -1) < ($0["id"] as? Int ?? 0) })
    #expect(events.contains { $0["kind"] as? String == "reuse_detected" })
  }

  @Test(arguments: [Scene.signedIn, .reuse, .palette, .obstacle])
  func `frame prints the screen, row for row`(scene: Scene) throws {
    for (width, height) in [(80, 24), (133, 41), (20, 3)] {
      let size = "\(width)x\(height)"
      let frame = try scene.model().frame(.init(width: width, height: height))
      let plain = try Program.run(scene.arguments(size: size))
      #expect(plain.status == 0 && plain.errors.isEmpty)
      #expect(plain.out == frame.lines().map { $0 + "\n" }.joined())
      let ascii = try Program.run(scene.arguments(size: size, isASCII: true))
      #expect(ascii.out == frame.ascii().lines().map { $0 + "\n" }.joined())
    }
  }

  @Test func `frame shows the end of the scenario at 120x36 unless told otherwise`() throws {
    let frame = try Program.run(["frame", "first-login"]).out.split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(frame.count == 37 && frame[0].count == 120)
    #expect(frame[0].contains(" t 55:00.0  PAUSED 60x "))
  }

  @Test(arguments: ["0", "1", "18446744073709551615"])
  func `the same seed gives the same bytes in another process`(seed: String) throws {
    for format in ["text", "json"] {
      let arguments = ["trace", "victim-first", "--seed", seed, "--format", format]
      let first = try Program.run(arguments)
      #expect(first.status == 0 && first.out.utf8.count > 1000)
      #expect(first.out.utf8.elementsEqual(try Program.run(arguments).out.utf8))
    }
  }

  @Test func `another seed gives other tokens`() throws {
    let frames = try ["1", "2"].map { seed in
      try Program.run(["frame", "victim-first", "--at", "21m", "--keys", "8", "--seed", seed]).out
    }
    #expect(frames[0] != frames[1])
    #expect(frames.allSatisfy { $0.contains("REUSE DETECTED") })
  }

  @Test func `the locale changes nothing`() throws {
    let utf8 = try Program.run(["trace", "victim-first"]).out
    let plain = try Program.run(
      ["trace", "victim-first"], environment: ["LC_ALL": "C", "LANG": "tr"])
    #expect(utf8 == plain.out)
  }

  @Test(arguments: [["--version"], ["--help"], ["help", "trace"], ["lab", "--help"]])
  func `help and version end well`(arguments: [String]) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 0 && outcome.errors.isEmpty && !outcome.out.isEmpty)
  }

  @Test func `the version is a number and the help names every command`() throws {
    #expect(try Program.run(["--version"]).out.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil)
    let help = try Program.run(["--help"]).out
    for command in ["lab", "trace", "frame", "list", "bench"] {
      #expect(help.contains("\n  \(command) "), "\(command)")
    }
  }

  @Test(arguments: [["bench", "frames", "--count", "10"]])
  func `a benchmark prints a row for each size`(arguments: [String]) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 0)
    #expect(["80x24", "120x36", "200x60"].allSatisfy { outcome.out.contains("\n\($0) ") })
  }
}
