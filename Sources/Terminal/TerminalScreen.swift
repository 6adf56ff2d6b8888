import CTerminal
import Canvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal as a screen. There is one at a time, and only the thread that opened it may use it.
///
///     open ──> (next ──> present)* ──> close
///
/// While it is open, the signals INT, QUIT, TERM, HUP, TSTP, CONT and WINCH come as events, standard
/// error is kept back, and a crash, an `exit` or any other signal gives the terminal back before
/// anything else happens. Who is told of INT, QUIT, TERM or HUP has 0.7 s to close it.
public final class TerminalScreen: Screen {
  public let capabilities: TerminalCapabilities
  private var last: Frame?
  private var row: [terminal_cell] = []

  private init(_ capabilities: TerminalCapabilities) {
    self.capabilities = capabilities
  }

  deinit { terminal_close() }

  /// Switches to the full screen, without colours until a theme is set.
  ///
  /// `term` is the terminal type, by default what `TERM` says; `isASCIIOnly` shows every frame as its
  /// ASCII twin whatever the locale.
  public static func open(
    term: String? = nil, isASCIIOnly: Bool = false,
    input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO
  ) throws(TerminalError) -> TerminalScreen {
    let term = term ?? getenv("TERM").map { String(cString: $0) } ?? ""
    var found = terminal_capabilities()
    switch terminal_open(term, input, output, &found) {
    case TERMINAL_OPENED:
      return TerminalScreen(
        TerminalCapabilities(found, requested: term, isASCIIOnly: isASCIIOnly))
    case TERMINAL_INPUT_IS_NO_TTY: throw .notATerminal(.input)
    case TERMINAL_OUTPUT_IS_NO_TTY: throw .notATerminal(.output)
    case TERMINAL_IS_DUMB: throw .dumb(term: term)
    case TERMINAL_IS_UNKNOWN: throw .unknown(term: term)
    default: throw .refused(code: errno)
    }
  }

  /// What is drawn at most; of a larger terminal the rest stays empty.
  public static let largestSize = Size(
    width: Int(TERMINAL_WIDEST.rawValue), height: Int(TERMINAL_TALLEST.rawValue))

  public var size: Size {
    var width: Int32 = 0
    var height: Int32 = 0
    terminal_size(&width, &height)
    return Size(width: Int(width), height: Int(height))
  }

  /// Shows the frame and returns how many cells differ from the one before. A frame that differs in
  /// nothing sends nothing.
  @discardableResult
  public func present(_ frame: Frame) -> Int {
    let changed = frame.changedCellCount(since: last)
    guard last == nil || changed > 0 || frame.cursor != last?.cursor else { return 0 }
    last = frame
    draw(capabilities.repertoire == .ascii ? frame.ascii() : frame)
    return changed
  }

  /// Makes the next frame be sent in full, as after another program wrote to the terminal.
  func forgetLastFrame() { last = nil }

  public func close() { terminal_close() }

  private func draw(_ frame: Frame) {
    terminal_begin_frame()
    for y in 0..<frame.size.height {
      row.removeAll(keepingCapacity: true)
      for cell in frame.row(y) {
        row.append(terminal_cell(glyph: cell.glyph.value, style: cell.role.rawValue))
      }
      terminal_put_row(Int32(y), row, Int32(row.count))
    }
    let cursor = frame.cursor ?? Point(x: -1, y: -1)
    terminal_commit(Int32(truncatingIfNeeded: cursor.x), Int32(truncatingIfNeeded: cursor.y))
  }
}
