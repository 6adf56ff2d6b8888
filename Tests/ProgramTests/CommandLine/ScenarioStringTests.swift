import Foundation
import JOSE
import Lessons
import Simulation
import Testing
import TokenCore

@testable import tokenlab

/// A run as a string, on the command line.
struct ScenarioStringTests {
  private func string(_ name: String, _ options: String...) throws -> String {
    let outcome = try Program.run(["export", name] + options)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.out.filter(\.isNewline).count == 1)
    return String(outcome.out.dropLast())
  }

  @Test func `a string stands wherever a scenario's name stands`() throws {
    let name = "victim-first"
    let string = try string(name)
    for arguments in [
      ["trace", "NAME"], ["trace", "NAME", "--format", "json", "--strategy", "recommended"],
      ["frame", "NAME", "--at", "20m30s", "--size", "80x24"],
      ["compare", "NAME", "--strategies", "rotation-strict,login-again"],
      ["export", "NAME", "--file"], ["export", "NAME", "--seed", "9"],
    ] {
      let named = try Program.run(arguments.map { $0 == "NAME" ? name : $0 })
      let outcome = try Program.run(arguments.map { $0 == "NAME" ? string : $0 })
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(arguments)")
      #expect(!outcome.out.isEmpty && outcome.out == named.out, "\(arguments)")
    }
  }

  @Test func `strategy and seed travel in the string`() throws {
    let string = try string("victim-first", "--strategy", "login-again", "--seed", "7")
    let trace = try Program.run(["trace", string])
    let named = try Program.run(
      ["trace", "victim-first", "--strategy", "login-again", "--seed", "7"])
    #expect(trace.status == 0 && trace.out == named.out)
    #expect(trace.out.contains("strategy login-again, seed 7"))
  }

  @Test(arguments: ScenarioLibrary.names)
  func `an exported file is a scenario of its own`(name: String) throws {
    let folder = try TemporaryFolder()
    let exported = try Program.run(["export", name, "--file"])
    let file = try folder.file("mine.yaml", exported.out)
    #expect(try Scenario(path: file.path) == ScenarioLibrary.scenario(named: name))
    #expect(try Program.run(["export", file.path, "--file"]).out == exported.out)
  }

  @Test func `a string comes in through a pipe, as a mail has broken it`() throws {
    let folder = try TemporaryFolder()
    let string = try string("first-login")
    let lines = stride(from: 0, to: string.count, by: 72).map { start in
      "> " + string.dropFirst(start).prefix(72)
    }
    let mail = try folder.file("mail.txt", lines.joined(separator: "\r\n") + "\r\n")
    let expected = try Program.run(["trace", "first-login"]).out
    let outcome = try Program.run(
      URL(fileURLWithPath: "/bin/sh"),
      ["-c", #""$0" trace - <"$1""#, Program.executable.path, mail.path])
    #expect(outcome.status == 0 && outcome.out == expected)
    let wrapped = try Program.run(["trace", " '\(string.prefix(300))\n\(string.dropFirst(300))' "])
    #expect(wrapped.out == expected)
  }

  @Test func `a longest string passes through a shell`() throws {
    let parameter = ExplicitRequest.Parameter("token", .text(String(repeating: "x", count: 15_000)))
    let request = Command.visitor(ExplicitRequest(endpoint: .api, parameters: [parameter]))
    let run = Scenario(
      title: "long", setting: Setting(strategy: .rotationStrict),
      commands: Array(repeating: (at: .start + .minutes(1), command: request), count: 3),
      until: .start)
    let string = try run.string
    #expect(string.utf8.count > 60_000)
    let outcome = try Program.run(
      URL(fileURLWithPath: "/bin/sh"),
      ["-c", #"exec "$0" trace "$1""#, Program.executable.path, string])
    #expect(outcome.status == 0 && outcome.out.hasPrefix("long: long\n"))
  }

  @Test func `a damaged, a newer, a cut and a foreign string are answered in one line`() throws {
    let string = try string("first-login")
    let spoiled = [
      (string.replacing("Y", with: "Z"), "scenario string: damaged: expected the checksum"),
      (
        string.replacing("tokenlab1.", with: "tokenlab1.\u{1B}"),
        "scenario string: damaged: expected"
      ),
      (
        string.replacing("tokenlab1", with: "tokenlab2"),
        "scenario string: made by a newer tokenlab: expected format 1, found format 2"
      ),
      (String(string.dropLast(4)), "scenario string: cut off: expected a dot and 8 digits"),
      (String(string.prefix(100)), "scenario string: cut off: expected a dot and 8 digits"),
      (String(repeating: string, count: 100), "scenario string: expected at most 64 KiB, found"),
    ]
    for (text, expected) in spoiled {
      for command in ["open", "trace", "frame", "compare", "lab", "export"] {
        let outcome = try Program.run([command, text])
        #expect(outcome.status == 65, "\(command)")
        #expect(outcome.out.isEmpty && outcome.errorLines.count == 1 && outcome.isHarmless)
        #expect(outcome.errors.hasPrefix("tokenlab: \(expected)"), "\(outcome.errors)")
        #expect(outcome.errors.utf8.count < 400)
      }
    }
    for text in ["first-login", "", "\u{1B}[2J", "a/b.yaml"] {
      let outcome = try Program.run(["open", text])
      #expect(outcome.status == 65 && outcome.isHarmless && outcome.errorLines.count == 1)
      #expect(
        outcome.errors.hasPrefix(
          "tokenlab: scenario string: expected one that begins with tokenlab1."))
    }
  }

  @Test func `hostile names inside a string are refused and shown harmlessly`() throws {
    let text = try Program.run(["export", "first-login", "--file"]).out
    let evil = [#"\e]0;owned\a"#, #"\u202E"#, String(repeating: "x", count: 5000)].flatMap { name in
      [
        text.replacing(#"title: "A"#, with: #"title: "\#(name)"#),
        text + "devices: [{name: \"\(name)@laptop\"}]\n",
        text + "clients: [{id: \"\(name)\"}]\n",
        text + "\"\(name)\": 1\n",
      ]
    }
    for text in evil {
      let string = Self.forged(text)
      for command in ["open", "trace", "frame"] {
        let outcome = try Program.run([command, string])
        #expect(outcome.status == 65 && outcome.out.isEmpty)
        #expect(outcome.errorLines.count == 1 && outcome.isHarmless)
        #expect(outcome.errors.hasPrefix("tokenlab: scenario string: in line "))
        #expect(!outcome.errors.contains("\u{202E}") && outcome.errors.utf8.count < 400)
      }
    }
  }

  /// A string with a right checksum over any text, as somebody who means harm makes one.
  private static func forged(_ text: String) -> String {
    let payload = Data(text.utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    let body = "tokenlab1." + payload
    var sum: UInt32 = .max
    for byte in body.utf8 {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    let digits = String(~sum, radix: 16)
    return body + "." + String(repeating: "0", count: 8 - digits.count) + digits
  }

  @Test func `open without a terminal names the text commands`() throws {
    let outcome = try Program.run(["open", try string("first-login")])
    #expect(outcome.status == 2 && outcome.out.isEmpty && outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("tokenlab trace NAME"))
  }

  @Test func `a run of the lab with commands by hand is told again as it was`() throws {
    let scenario = try ScenarioLibrary.scenario(named: "victim-first")
    var commands = scenario.story.map { (at: $0.at, command: $0.command) }
    for (minutes, command) in [
      (16, Command.network(DeviceID(index: 0), .dropNextResponse)),
      (31, .client(DeviceID(index: 0), .callAPI)),
      (31, .attacker(.stealDatabase)), (90, .attacker(.refresh)),
    ] {
      commands.append((.start + .minutes(Int64(minutes)), command))
    }
    let run = Scenario(
      title: scenario.name, setting: scenario.setting, commands: commands,
      until: .start + .hours(1))
    let again = try Scenario(string: try run.string)
    #expect(again == run && again.lasts == .minutes(90) && again.name == "victim-first")
    var world = World(scenario.setting, LabCryptography())
    for line in commands { world.schedule(line.command, at: line.at) }
    var other = again.world(LabCryptography())
    var (trace, otherTrace) = (Trace(), Trace())
    world.advance(to: run.end, into: &trace)
    other.advance(to: run.end, into: &otherTrace)
    #expect(trace == otherTrace && trace.events.count > 20)
  }
}
