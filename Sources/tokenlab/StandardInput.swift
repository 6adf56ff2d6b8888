import Foundation

/// What is piped in, and where keys come from then.
enum StandardInput {
  /// 256 KiB: more than a scenario string may have, line ends and all.
  static let limit = 256 * 1024

  /// All of standard input up to the limit and a byte more, so that too much is noticed.
  static func text() throws -> String {
    do {
      let bytes = try FileHandle.standardInput.read(upToCount: limit + 1) ?? Data()
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      throw CommandError(.usage, "standard input could not be read")
    }
  }

  /// The terminal that the program was started from, where standard input is used up; standard input
  /// itself where there is none.
  static var terminal: Int32 {
    guard isatty(STDIN_FILENO) == 0 else { return STDIN_FILENO }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    return terminal < 0 ? STDIN_FILENO : terminal
  }
}
