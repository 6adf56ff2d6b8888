import Foundation
import Testing

/// What is no file, or holds what nobody wants, is refused at once: every command with every fault.
struct InputFaultTests {
  /// Every place on the command line where a scenario file stands. A new command is a new row.
  static let commands = [
    ["FILE"], ["lab", "FILE"], ["trace", "FILE"], ["frame", "FILE"], ["compare", "FILE"],
    ["export", "FILE"], ["bench", "whatif", "FILE"],
  ]

  @Test(.timeLimit(.minutes(5)), arguments: commands, InputFault.all)
  func `a scenario file that is none is refused with what it is`(
    command: [String], fault: InputFault
  ) throws {
    let outcome = try run(command, fault)
    #expect(outcome.status == fault.status && outcome.out.isEmpty)
    #expect(outcome.errorLines.count == 1 && outcome.isHarmless)
    #expect(outcome.errors.contains(fault.words), "\(outcome.errors)")
  }

  @Test(.timeLimit(.minutes(5)), arguments: InputFault.all)
  func `a key file that is none is refused with what it is`(fault: InputFault) throws {
    let outcome = try run(["inspect", "a.b.c", "--key", "FILE"], fault)
    #expect(outcome.status == fault.status && outcome.out.isEmpty)
    #expect(outcome.errorLines.count == 1 && outcome.isHarmless)
    #expect(outcome.errors.contains(fault.keyWords), "\(outcome.errors)")
    #expect(try run(["inspect", "a.b.c", "--jwks", "FILE"], fault).status == fault.status)
  }

  /// Runs the command with the fault's file where it says `FILE`.
  private func run(_ command: [String], _ fault: InputFault) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    let path = fault.name.hasPrefix("/") ? fault.name : folder.path(of: fault.name)
    return try Program.run(
      command.map { $0 == "FILE" ? path : $0 },
      under: #"f=\#(path); \#(fault.script); exec "$0" "$@""#)
  }

  @Test(arguments: [
    ("<&-", 74, "standard input is closed: nothing can be read"),
    ("</", 74, "standard input could not be read: Is a directory"),
    ("</dev/zero", 65, "standard input: a scenario string has at most 256 KiB, found more"),
    ("</dev/null", 65, "scenario string: expected one that begins with tokenlab1."),
  ])
  func `standard input without a scenario string is told so`(
    redirection: String, status: Int32, words: String
  ) throws {
    for command in ["trace", "frame", "compare", "export", "open", "lab"] {
      let outcome = try Program.run([command, "-"], under: #"exec "$0" "$@" \#(redirection)"#)
      #expect(outcome.status == status && outcome.out.isEmpty, "\(command)")
      #expect(outcome.errorLines.count == 1 && outcome.errors.contains(words), "\(outcome.errors)")
    }
  }

  @Test(arguments: [
    (#"\377\376t\0"#, "standard input: expected UTF-8, found UTF-16"),
    (#"tokenlab1.\351"#, "standard input:1: expected UTF-8, found the byte 0xE9 at offset 10"),
    (#"tokenlab1.\0"#, "standard input:1: expected text, found a NUL byte at offset 10"),
  ])
  func `standard input that is no text is told so`(bytes: String, words: String) throws {
    let outcome = try Program.run(["trace", "-"], under: #"printf '\#(bytes)' | "$0" "$@""#)
    #expect(outcome.status == 65 && outcome.errorLines.count == 1)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test(arguments: [
    ("<&-", 74, "standard input is closed"), ("</dev/zero", 65, "a token has at most 64 KiB"),
  ])
  func `a token that cannot be read is told so`(
    redirection: String, status: Int32, words: String
  ) throws {
    let outcome = try Program.run(["inspect", "-"], under: #"exec "$0" "$@" \#(redirection)"#)
    #expect(outcome.status == status && outcome.out.isEmpty && outcome.errors.contains(words))
  }

  @Test(.timeLimit(.minutes(5)), arguments: ["cat", "dd bs=7 status=none"])
  func `a pipe with somebody behind it is read like a file`(copy: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("mine.yaml", try Program.run(["export", "two-tabs", "--file"]).out)
    let piped = try Program.run(
      ["trace", "/dev/stdin"], under: #"\#(copy) <\#(file.path) | "$0" "$@""#)
    #expect(piped.status == 0 && piped.errors.isEmpty)
    #expect(piped.out == (try Program.run(["trace", file.path]).out))
  }

  @Test func `a pipe that never ends is read as far as it can matter`() throws {
    let outcome = try Program.run(
      ["trace", "/dev/stdin"], under: #"cat /dev/zero 2>/dev/null | "$0" "$@""#)
    #expect(outcome.status == 65)
    #expect(
      outcome.errors
        == "tokenlab: /dev/stdin: a scenario file has at most 256 KiB, found more\n")
  }
}
