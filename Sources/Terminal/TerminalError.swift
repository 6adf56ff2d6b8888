#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why the full screen cannot be had. Nothing has been written to the terminal.
public enum TerminalError: Error, Equatable, Sendable {
  public enum Side: String, Sendable {
    case input = "standard input"
    case output = "standard output"
  }

  case notATerminal(Side)
  /// The terminal type (`TERM`) cannot place the cursor.
  case dumb(term: String)
  /// Neither the terminal type nor the one to fall back on is known here.
  case unknown(term: String)
  /// The system did not give what drawing needs: `errno`.
  case refused(code: Int32)
}

extension TerminalError: CustomStringConvertible {
  /// One sentence without its full stop: what was found, where, and what was expected.
  public var description: String {
    switch self {
    case .notATerminal(let side):
      "\(side.rawValue) is not a terminal"
    case .dumb(let term):
      "the terminal type \"\(term)\" (TERM) cannot place the cursor, as xterm-256color can"
    case .refused(let code):
      "the terminal cannot be drawn on: \(String(cString: strerror(code)))"
    case .unknown(let term):
      """
      no usable description of the terminal type "\(term)" (TERM), nor of xterm-256color: \
      install ncurses-base or set TERM
      """
    }
  }
}
