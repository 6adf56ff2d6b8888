import Foundation
import Testing

/// A wrong word on the command line is one line that says what was expected, and 64; a file that is
/// wrong inside, 65.
struct RefusalTests {
  @Test(arguments: [
    (["nowhere"], "'nowhere' is neither a command nor a scenario; commands: lab, trace, frame"),
    (["trase", "victim-first"], "'trase' is neither a command nor a scenario; commands: lab"),
    (["lab", "nowhere"], "unknown scenario 'nowhere'; there are: first-login, victim-first"),
    (["trace", "nowhere"], "unknown scenario 'nowhere'"),
    (["frame", ""], "unknown scenario ''"),
    (
      ["trace", "victim-first", "--strategy", "best"],
      "unknown strategy 'best'; there are: long-lived-jwt"
    ),
    (["lab", "--strategy", "best"], "unknown strategy 'best'"),
    (["trace", "victim-first", "--format", "xml"], "unknown format 'xml'; there are: text, json"),
    (["lab", "--theme", "pink"], "unknown theme 'pink'; there are: auto, dark, light, mono"),
    (
      ["frame", "victim-first", "--at", "soon"], "--at wants a time like 15m or 1h30m, found 'soon'"
    ),
    (["frame", "victim-first", "--at", "15"], "--at wants a time"),
    (["frame", "victim-first", "--at=-5m"], "--at wants a time"),
    (["soak", "--steps", "-1"], "--steps wants a whole number from 1 to 1000000000, found '-1'"),
    (["compare", "victim-first", "--strategies", ""], "unknown strategy ''"),
    (
      ["compare", "victim-first", "--strategies", "rotation,rotation"],
      "--strategies wants each name once, found 'rotation' again"
    ),
    (["frame", "victim-first", "--at", "-5m"], "--at wants a time like 15m or 1h30m, found '-5m'"),
    (["frame", "victim-first", "--at", "3650d1ms"], "--at wants at most 3650d, found '3650d1ms'"),
    (["trace", "victim-first", "--until", "-5m"], "--until wants a time like 15m or 1h30m"),
    (
      ["trace", "victim-first", "--until", "99999d"], "--until wants at most 3650d, found '99999d'"
    ),
    (["inspect", "a.b.c", "--leeway", "3651d"], "--leeway wants at most 3650d, found '3651d'"),
    (["inspect", "a.b.c", "--at", "+3651d"], "--at wants at most 3650d from now, found '+3651d'"),
    (["inspect", "a.b.c", "--at", "-3651d"], "--at wants at most 3650d from now, found '-3651d'"),
    (["inspect", "a.b.c", "--at", "253402300800"], "--at wants a year from 1 to 9999, found"),
    (["inspect", "a.b.c", "--at", "-99999999999999"], "--at wants a year from 1 to 9999, found"),
    (["trace", "victim-first", "--until", "1.5h"], "--until wants a time"),
    (["trace", "victim-first", "--until", "99999999999999999999d"], "--until wants a time"),
    (["trace", "victim-first", "--seed", "x"], "--seed wants a whole number from 0, found 'x'"),
    (["trace", "victim-first", "--seed=-1"], "--seed wants a whole number"),
    (["trace", "victim-first", "--seed", "-1"], "--seed wants a whole number from 0, found '-1'"),
    (["lab", "--seed", "-1"], "--seed wants a whole number from 0, found '-1'"),
    (["lab", "--seed", "18446744073709551616"], "--seed wants a whole number"),
    (["frame", "victim-first", "--keys", "s hop"], "--keys wants keys like s, space or enter"),
    (["bench", "frames", "--count", "9"], "--count wants 10 to 100000 frames, found 9"),
    (["bench", "tokens", "--count", "-9"], "--count wants 1000 to 10000000 tokens, found -9"),
    (["bench", "history", "--events", "-9"], "--events wants 100 to 200000, found -9"),
  ])
  func `a wrong value is answered in one line`(arguments: [String], expected: String) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.out.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("tokenlab: \(expected)"), "\(outcome.errors)")
  }

  @Test(arguments: [
    "80", "x", "80x", "x24", "80x24x2", "11x24", "80x1", "501x24", "80x201", "-80x24", "80 x 24",
    "eightyx24", "99999999999999999999x24",
  ])
  func `a wrong size is answered in one line`(size: String) throws {
    let outcome = try Program.run(["frame", "victim-first", "--size=\(size)"])
    #expect(outcome.status == 64)
    #expect(
      outcome.errors
        == """
        tokenlab: --size wants columns x rows like 120x36, from 12x2 to 500x200, found '\(size)'

        """)
  }

  @Test(arguments: ["12x2", "12x200", "500x2", "500x200"])
  func `the smallest and the largest size are right, and something is to be read there`(
    size: String
  ) throws {
    let outcome = try Program.run(["frame", "victim-first", "--size", size])
    let rows = size.split(separator: "x").last.flatMap { Int($0) }
    #expect(outcome.status == 0)
    #expect(outcome.out.filter { $0 == "\n" }.count == rows)
    #expect(outcome.out.contains("q quit"), "\(outcome.out)")
  }

  @Test(arguments: [
    ["trace"], ["frame"], ["trace", "victim-first", "--nonsense"], ["trace", "a", "b"],
    ["frame", "victim-first", "--size"], ["bench", "frames", "--count", "x"],
  ])
  func `a wrong option ends with the same status and shows the usage`(arguments: [String]) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.out.isEmpty)
    #expect(outcome.errors.contains("Usage: tokenlab"))
  }

  @Test func `a mistake in a scenario file is answered with its line`() throws {
    let folder = try TemporaryFolder()
    let text = try #require(String(data: Data(Self.scenario.utf8), encoding: .utf8))
    let right = try folder.file("right.yaml", text)
    #expect(try Program.run(["trace", right.path]).status == 0)
    let wrong = try folder.file("wrong.yaml", text.replacing("at: 1m", with: "at: soon"))
    for command in ["trace", "frame", "lab"] {
      let outcome = try Program.run([command, wrong.path])
      #expect(outcome.status == 65)
      #expect(outcome.errorLines.count == 1)
      #expect(outcome.errors.hasPrefix("tokenlab: \(wrong.path):10: "), "\(outcome.errors)")
      #expect(outcome.errors.contains("soon"))
    }
  }

  @Test(arguments: [
    ["trace", "--strategy"], ["frame", "--strategy"], ["compare", "--strategies"],
  ])
  func `a strategy whose timers are too much for the scenario is answered in one line`(
    words: [String]
  ) throws {
    let folder = try TemporaryFolder()
    let text = Self.scenario.replacing("lasts: 5m", with: "lasts: 3650d")
    let file = try folder.file("long.yaml", text)
    let outcome = try Program.run([words[0], file.path, words[1], "background-check"])
    #expect(outcome.status == 64)
    #expect(outcome.out.isEmpty)
    #expect(
      outcome.errors == """
        tokenlab: scenario 'mine' cannot run under background-check: it wants at most 300000 \
        checks by timer within 'lasts', found 1051200

        """)
  }

  @Test func `a flood of brackets is answered in one line`() throws {
    let folder = try TemporaryFolder()
    let flood = try folder.file("flood.yaml", String(repeating: "a: [", count: 50_000))
    let outcome = try Program.run(["trace", flood.path])
    #expect(outcome.status == 65)
    #expect(outcome.errorLines.count == 1 && outcome.isHarmless, "\(outcome.errors.prefix(300))")
    #expect(outcome.errors.utf8.count < 1000)
  }

  private static let scenario = """
    scenario: mine
    title: A story of my own
    about: Short.
    strategy: rotation-strict
    lasts: 5m
    devices:
      - name: alice@laptop
    story:
      - {at: 0s, do: sign-in}
      - {at: 1m, do: call-api}
    """
}
