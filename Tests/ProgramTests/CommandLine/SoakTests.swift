import Foundation
import JOSE
import LabUI
import Narrative
import Simulation
import Soak
import Testing
import TokenCore

@testable import tokenlab

/// Random worlds with every rule looked at, as a person or a nightly job runs them.
struct SoakTests {
  @Test func `a soak in which nothing breaks says in a line what it has seen`() throws {
    let outcome = try Program.run(["soak", "--seed", "41", "--steps", "1500"])
    #expect(outcome.status == 0)
    let line = try #require(
      outcome.out.wholeMatch(
        of:
          #/1500 steps, (\d+) worlds, (\d+) policies, (\d+) of (\d+) axis values, (\d+) invariants: nothing broken(?:; not seen: .+)?\n/#
      ))
    let counts = [line.1, line.2, line.3, line.4, line.5].compactMap { Int($0) }
    #expect(counts[0] >= counts[1] && counts[1] > 1)
    #expect(counts[2] <= counts[3] && counts[3] == AxisValue.allCases.count)
    #expect(counts[4] == Invariant.allCases.count)
    #expect(outcome.out.contains("not seen") == (counts[2] < counts[3]))
  }

  @Test func `the same seed soaks the same worlds`() throws {
    let arguments = ["soak", "--seed", "18446744073709551615", "--steps", "400"]
    #expect(try Program.run(arguments).out == Program.run(arguments).out)
  }

  @Test(arguments: [
    (["--steps", "0"], "--steps wants a whole number from 1 to 1000000000, found '0'"),
    (["--steps=-1"], "--steps wants a whole number from 1 to 1000000000, found '-1'"),
    (["--steps", "1000000001"], "--steps wants a whole number from 1 to 1000000000"),
    (["--steps", "many"], "--steps wants a whole number from 1 to 1000000000, found 'many'"),
    (["--steps", "99999999999999999999"], "--steps wants a whole number"),
    (["--seed", "x"], "--seed wants a whole number from 0, found 'x'"),
    (["--seed=-1"], "--seed wants a whole number from 0, found '-1'"),
  ])
  func `a wrong value is answered in one line`(arguments: [String], expected: String) throws {
    let outcome = try Program.run(["soak"] + arguments)
    #expect(outcome.status == 64)
    #expect(outcome.out.isEmpty && outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("tokenlab: \(expected)"), "\(outcome.errors)")
  }

  /// Nothing is known to break a rule, so that one is made up, of a run as it really was.
  private static func failure(seed: UInt64, steps: Int) -> SoakFailure {
    var run = RandomRun(seed: seed, changesPolicy: true, LabCryptography())
    for _ in 0..<steps { _ = run.step() }
    return SoakFailure(invariant: .timeNeverFalls, found: "made up", steps: steps, run: run)
  }

  @Test(arguments: [5, 6, 7] as [UInt64])
  func `a broken rule is reported with all that it takes to see it again`(seed: UInt64) {
    let failure = Self.failure(seed: seed, steps: 90)
    let lines = failure.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.prefix(5).map(String.init) == [
        "broken: time never falls", "found:  made up", "seed:   \(seed), step 90",
        "repeat: tokenlab soak --seed \(seed) --steps 90", "policy:",
      ])
    let axes = failure.run.world.setting.policy.axes.map { "  \($0.name): \($0.value)" }
    #expect(lines.dropFirst(5).prefix(axes.count).map(String.init) == axes)
    #expect(failure.text.hasSuffix("\n"))
  }

  @Test(arguments: [5, 6, 7] as [UInt64])
  func `the report ends with the last twenty lines of the story`(seed: UInt64) throws {
    let failure = Self.failure(seed: seed, steps: 90)
    let lines = failure.text.split(separator: "\n").map(String.init)
    let heading = try #require(lines.firstIndex(of: "the last of the story:"))
    let told = Array(lines[(heading + 1)...])
    let story = failure.run.trace.events.filter(\.isStory)
    #expect(story.count > 20 && told.count == 20)
    for (line, event) in zip(told, story.suffix(20)) {
      let text = event.storyText(in: failure.run.world.setting)
      #expect(line.contains(text.time) && line.contains(text.what), "\(line)")
    }
  }

  @Test func `a report of a story that has just begun is shorter`() {
    let lines = Self.failure(seed: 5, steps: 2).text.split(separator: "\n")
    let told = lines.drop { $0 != "the last of the story:" }.dropFirst()
    #expect((1...4).contains(told.count))
  }
}
