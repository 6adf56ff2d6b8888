import Foundation
import Lessons

/// What is piped in, and where keys come from then.
enum StandardInput {
  /// All of standard input, of at most so many bytes; a terminal is read until the person ends it.
  static func bytes(_ limit: SizeLimit) throws(CommandError) -> [UInt8] {
    try Intake(descriptor: STDIN_FILENO, name: name, limit: limit).bytes()
  }

  /// A scenario from a string on standard input.
  static func scenario() throws -> Scenario {
    try Scenario(string: utf8Text(bytes(.scenarioString), file: name))
  }

  private static let name = "standard input"

  /// The terminal that the program was started from, where standard input is used up; standard input
  /// itself where there is none.
  static var terminal: Int32 {
    guard isatty(STDIN_FILENO) == 0 else { return STDIN_FILENO }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    return terminal < 0 ? STDIN_FILENO : terminal
  }
}
