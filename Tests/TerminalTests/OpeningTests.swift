import Canvas
import TestTerminals
import Testing

@testable import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension TerminalTests {
  struct OpeningTests {
    @Test func `what is not a terminal is refused by name`() throws {
      let pseudo = try #require(PseudoTerminal())
      let null = open("/dev/null", O_RDWR)
      defer { close(null) }
      #expect(throws: TerminalError.notATerminal(.input)) {
        try TerminalScreen.open(term: "xterm", input: null, output: null)
      }
      #expect(throws: TerminalError.notATerminal(.output)) {
        try TerminalScreen.open(term: "xterm", input: pseudo.program, output: null)
      }
      #expect(pseudo.written() == "")
    }

    @Test func `a terminal that cannot place the cursor is refused and not written to`() throws {
      let pseudo = try #require(PseudoTerminal())
      let before = pseudo.modes()
      #expect(throws: TerminalError.dumb(term: "dumb")) {
        try TerminalScreen.open(term: "dumb", input: pseudo.program, output: pseudo.program)
      }
      #expect(pseudo.written() == "")
      #expect(pseudo.modes() == before)
    }

    @Test(arguments: ["no-such-terminal", "", "../../etc/passwd"])
    func `an unknown terminal type is drawn for as xterm, with a notice`(term: String) throws {
      let pseudo = try #require(PseudoTerminal())
      let screen = try pseudo.openScreen(term: term)
      defer { screen.close() }
      #expect(screen.capabilities.unknownTerm == term)
      #expect(screen.capabilities.term.hasPrefix("xterm"))
      let notice = try #require(screen.capabilities.notice)
      #expect(notice.contains("\"\(term)\""))
    }

    @Test func `closing gives the terminal back, and only once`() throws {
      let pseudo = try #require(PseudoTerminal())
      let before = pseudo.modes()
      let screen = try pseudo.openScreen()
      screen.present(Frame(screen.size))
      #expect(pseudo.modes() != before)
      screen.close()
      #expect(pseudo.modes() == before)
      let written = pseudo.written()
      #expect(written.contains("\u{1B}[?1049h"))
      #expect(written.hasSuffix("\u{1B}[?1l\u{1B}>") || written.contains("\u{1B}[?1049l"))
      screen.close()
      screen.present(Frame(width: 3, height: 3))
      #expect(screen.next(timeoutMilliseconds: nil) == .hangup)
      #expect(pseudo.written() == "")
    }

    @Test func `only one terminal is open at a time`() throws {
      let pseudo = try #require(PseudoTerminal())
      let screen = try pseudo.openScreen()
      #expect(throws: TerminalError.refused(code: EBUSY)) {
        try pseudo.openScreen(term: "xterm")
      }
      screen.close()
      try pseudo.openScreen(term: "xterm").close()
    }

    @Test func `a terminal that claims to be huge is drawn as far as there is a bound`() throws {
      let pseudo = try #require(PseudoTerminal(columns: 65535, rows: 65535))
      let screen = try pseudo.openScreen()
      defer { screen.close() }
      #expect(screen.size == TerminalScreen.largestSize)
      pseudo.resize(columns: 50, rows: 60000)
      kill(getpid(), SIGWINCH)
      let size = Size(width: 50, height: TerminalScreen.largestSize.height)
      #expect(screen.next(timeoutMilliseconds: 5000) == .resize(size))
    }

    @Test(arguments: [
      (TerminalError.notATerminal(.output), "standard output is not a terminal"),
      (.notATerminal(.input), "standard input is not a terminal"),
      (
        .dumb(term: "dumb"),
        "the terminal type \"dumb\" (TERM) cannot place the cursor, as xterm-256color can"
      ),
      (
        .unknown(term: "vt9"),
        "no usable description of the terminal type \"vt9\" (TERM), nor of xterm-256color: "
          + "install ncurses-base or set TERM"
      ),
      (.refused(code: EMFILE), "the terminal cannot be drawn on: Too many open files"),
    ])
    func `an error says what was found`(error: TerminalError, text: String) {
      #expect(error.description == text)
    }
  }
}
