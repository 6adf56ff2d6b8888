import Foundation

/// The one way to standard output for the text commands. It keeps back what would make small writes,
/// and says what went wrong: nothing that was not written is called written.
final class StandardOutput {
  nonisolated(unsafe) static let shared = StandardOutput()

  private var kept: [UInt8] = []
  private static let most = 64 * 1024

  /// Appends the text.
  func write(_ text: String) throws(CommandError) {
    kept += text.utf8
    if kept.count >= Self.most { try flush() }
  }

  /// Appends the text and a line end.
  func writeLine(_ text: String) throws(CommandError) {
    try write(text + "\n")
  }

  /// Sends what is kept back.
  func flush() throws(CommandError) {
    defer { kept.removeAll(keepingCapacity: true) }
    guard let problem = writeAll(kept, to: STDOUT_FILENO) else { return }
    throw CommandError(
      problem == EBADF ? .noOutput : .inputOutput,
      "standard output could not be written: \(String(cString: strerror(problem)))")
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
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return errno }
    sent += count
  }
  return nil
}
