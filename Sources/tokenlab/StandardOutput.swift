import Foundation

/// The one way to standard output for the text commands. It keeps back what would make small writes,
/// except on a terminal, where somebody reads along; and it says what went wrong: nothing that was not
/// written is called written.
final class StandardOutput {
  nonisolated(unsafe) static let shared = StandardOutput()

  private var kept: [UInt8] = []
  private let most = isatty(STDOUT_FILENO) == 1 ? 0 : 64 * 1024

  /// A file at its size limit (`ulimit -f`) is an error like a full disk, and not the end.
  private init() { signal(SIGXFSZ, SIG_IGN) }

  /// Appends the text. Throws where what is kept back can not be sent; nothing is kept after that.
  func write(_ text: String) throws(CommandError) {
    kept += text.utf8
    if kept.count >= most { try flush() }
  }

  /// Appends the text and a line end.
  func writeLine(_ text: String) throws(CommandError) {
    try write(text + "\n")
  }

  /// The same for a line that comes seldom: it goes out at once, so that whoever ends the program has
  /// what was found until then.
  func sendLine(_ text: String) throws(CommandError) {
    try writeLine(text)
    try flush()
  }

  /// Sends what is kept back.
  func flush() throws(CommandError) {
    defer { kept.removeAll(keepingCapacity: true) }
    if let problem = writeAll(kept, to: STDOUT_FILENO) { throw Self.failure(problem) }
  }

  /// A reader that went away has seen what it wanted, and is told nothing.
  private static func failure(_ problem: Int32) -> CommandError {
    switch problem {
    case EPIPE: CommandError(quietly: .brokenPipe)
    case EBADF: CommandError(.noOutput, "standard output is closed: nothing can be written")
    default:
      CommandError(.inputOutput, "standard output could not be written: \(systemWords(problem))")
    }
  }
}

/// Standard error, where a failure has nobody left to be told to.
enum StandardError {
  static func write(_ text: String) { _ = writeAll(Array(text.utf8), to: STDERR_FILENO) }
}

/// Writes all the bytes; gives the error number where that cannot be.
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  var sent = 0
  while sent < bytes.count {
    let count = bytes[sent...].withUnsafeBytes {
      Foundation.write(descriptor, $0.baseAddress, $0.count)
    }
    if count > 0 {
      sent += count
    } else if errno == EAGAIN {
      wait(for: POLLOUT, on: descriptor)
    } else if errno != EINTR {
      return errno
    }
  }
  return nil
}
