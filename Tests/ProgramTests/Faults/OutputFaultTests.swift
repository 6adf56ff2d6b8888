import Foundation
import Testing

/// Nothing that could not be written is called written: every text command with every fault.
struct OutputFaultTests {
  /// Every command that writes text, in its shortest form. A new command or format is a new row.
  static let commands = [
    ["list"], ["export", "victim-first"], ["export", "victim-first", "--file"],
    ["trace", "victim-first"], ["trace", "victim-first", "--format", "json"],
    ["frame", "victim-first"], ["compare", "first-login", "--strategies", "rotation-strict"],
    ["compare", "first-login", "--strategies", "rotation-strict", "--format", "json"],
    ["compare", "first-login", "--strategies", "rotation-strict", "--format", "csv"],
    ["inspect", "eyJhbGciOiJub25lIn0.e30.", "--at", "1767225650"],
    ["inspect", "eyJhbGciOiJub25lIn0.e30.", "--at", "1767225650", "--format", "json"],
    ["soak", "--steps", "50"],
    ["bench", "tokens", "--count", "1000"], ["bench", "history", "--events", "100"],
    ["bench", "whatif", "first-login"], ["--help"], ["--version"], ["help", "trace"], ["bench"],
    ["--generate-completion-script", "bash"],
  ]

  @Test(arguments: commands, OutputFault.all)
  func `output that is lost is said, and no command calls it success`(
    command: [String], fault: OutputFault
  ) throws {
    let outcome = try Program.run(command, under: fault.script)
    #expect(outcome.status == fault.status)
    #expect(outcome.errors == fault.errors)
    #expect(outcome.out.isEmpty)
  }

  @Test(arguments: commands.filter { $0[0] != "bench" }, OutputFault.ofErrors)
  func `standard error that takes nothing changes nothing else`(
    command: [String], script: String
  ) throws {
    let usual = try Program.run(command)
    let outcome = try Program.run(command, under: script)
    #expect(outcome.status == usual.status && outcome.errors.isEmpty)
    #expect(!usual.out.isEmpty && outcome.out == usual.out)
  }

  @Test(
    arguments: [
      ["trace", "nowhere"], ["--nonsense"], ["nowhere"], ["open", "nothing"], ["lab", "none.yaml"],
      ["lab"], ["inspect", "a.b.c", "--key", "/nowhere"],
    ], OutputFault.ofErrors)
  func `a complaint that nobody can hear ends with its status`(
    command: [String], script: String
  ) throws {
    let usual = try Program.run(command)
    let outcome = try Program.run(command, under: script)
    #expect(usual.status != 0 && outcome.status == usual.status)
    #expect(outcome.out.isEmpty && outcome.errors.isEmpty)
  }

  @Test(arguments: [
    ["trace", "baseline-week", "--until", "12h"],
    ["trace", "baseline-week", "--until", "9h10m", "--format", "json"],
    ["--generate-completion-script", "zsh"],
  ])
  func `a disk that fills in the middle is an error`(command: [String]) throws {
    let limit = #"ulimit -f 8; exec "$0" "$@""#
    let outcome = try Program.run(command, under: limit)
    #expect(outcome.status == 74)
    #expect(outcome.errors == "tokenlab: standard output could not be written: File too large\n")
    #expect(outcome.out.utf8.count == 4096, "what went out is the beginning")
    #expect(try Program.run(command).out.hasPrefix(outcome.out))
  }

  @Test func `output that somebody made non-blocking is waited for`() throws {
    let command = ["trace", "baseline-week", "--until", "9h10m", "--format", "json"]
    let program =
      #"python3 -c 'import os, sys; os.set_blocking(1, False); os.execv(sys.argv[1], sys.argv[1:])'"#
    let outcome = try Program.run(command, under: program + #" "$0" "$@" | dd bs=64 status=none"#)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.out == (try Program.run(command).out) && outcome.out.utf8.count > 200_000)
  }

  @Test(arguments: [["lab"], ["lab", "victim-first"], ["open", "nothing"], []])
  func `the lab with all three closed ends at once`(command: [String]) throws {
    let outcome = try Program.run(command, under: #"exec "$0" "$@" <&- >&- 2>&-"#)
    #expect(outcome.status == (command.first == "open" ? 65 : 2))
  }

  @Test func `a file that is read does not take a closed descriptor's place`() throws {
    let folder = try TemporaryFolder()
    let text = try Program.run(["export", "first-login", "--file"]).out
    let file = try folder.file("mine.yaml", text)
    let outcome = try Program.run(["trace", file.path], under: #"exec "$0" "$@" <&- >&- 2>&-"#)
    #expect(outcome.status == 73)
    #expect(try folder.text("mine.yaml") == text)
  }
}
