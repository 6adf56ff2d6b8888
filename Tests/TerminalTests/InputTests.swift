import Canvas
import TestTerminals
import Testing

@testable import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

nonisolated(unsafe) private var wasRequested = false

private func requestNoted(_: Int32) { wasRequested = true }

private func setBlocked(_ signal: Int32, _ isBlocked: Bool) {
  var set = sigset_t()
  sigemptyset(&set)
  sigaddset(&set, signal)
  pthread_sigmask(isBlocked ? SIG_BLOCK : SIG_UNBLOCK, &set, nil)
}

extension TerminalTests {
  struct InputTests {
    /// What comes of the bytes, up to the moment when nothing more does.
    private func events(of bytes: String, mouse: Bool = false) throws -> [InputEvent] {
      let pseudo = try #require(PseudoTerminal())
      let screen = try pseudo.openScreen()
      defer { screen.close() }
      if mouse { screen.setMouse(true) }
      pseudo.type(bytes)
      var events: [InputEvent] = []
      while true {
        let event = screen.next(timeoutMilliseconds: events.isEmpty ? 5000 : 0)
        if event == .timeout { return events }
        events.append(event)
      }
    }

    @Test(arguments: [
      ("q", Key.character("q")), (" ", .character(" ")), ("\r", .enter), ("\n", .enter),
      ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{1B}", .escape),
      ("\u{1B}OA", .up), ("\u{1B}[A", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right),
      ("\u{1B}[D", .left), ("\u{1B}[Z", .backTab), ("\u{1B}[3~", .delete),
      ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[1~", .home), ("\u{1B}OH", .home),
      ("\u{1B}[4~", .end), ("\u{1B}[F", .end), ("\u{1B}OP", .function(1)),
      ("\u{1B}[24~", .function(12)), ("\u{1}", .unknown), ("\u{1B}[1;5A", .unknown),
    ])
    func `a key has its meaning whatever bytes stand for it`(bytes: String, key: Key) throws {
      #expect(try events(of: bytes) == [.key(key)])
    }

    @Test func `keys typed ahead come in order`() throws {
      let expected: [Key] = [.character("a"), .up, .character("b"), .enter]
      #expect(try events(of: "a\u{1B}OAb\r") == expected.map(InputEvent.key))
    }

    @Test func `presses and the wheel come with their cell`() throws {
      let bytes = "\u{1B}[<0;10;5M\u{1B}[<0;10;5m\u{1B}[<64;1;1M\u{1B}[<65;2;1M"
      #expect(
        try events(of: bytes, mouse: true) == [
          .mouse(MouseEvent(x: 9, y: 4, kind: .press)),
          .mouse(MouseEvent(x: 0, y: 0, kind: .wheelUp)),
          .mouse(MouseEvent(x: 1, y: 0, kind: .wheelDown)),
        ])
    }

    @Test func `a quick turn of the wheel loses no step`() throws {
      let steps = String(repeating: "\u{1B}[<64;1;1M", count: 40)
      let expected = MouseEvent(x: 0, y: 0, kind: .wheelUp)
      #expect(try events(of: steps, mouse: true) == Array(repeating: .mouse(expected), count: 40))
    }

    @Test(arguments: [
      ("\u{1B}[M !!", [InputEvent.mouse(MouseEvent(x: 0, y: 0, kind: .press))]),
      ("\u{1B}[<0;99999999999999999999;1M", [.mouse(MouseEvent(x: 9998, y: 0, kind: .press))]),
      ("\u{1B}[<1;1;1M\u{1B}[<2;1;1M\u{1B}[<32;1;1M\u{1B}[<66;1;1Mq", [.key(.character("q"))]),
      ("\u{1B}[<0;1q", [.key(.character("q"))]), ("\u{1B}[<;x", [.key(.character("x"))]),
    ])
    func `other mouse reports do no harm`(bytes: String, expected: [InputEvent]) throws {
      #expect(try events(of: bytes, mouse: true) == expected)
    }

    @Test func `a pasted text is one event and plays no key`() throws {
      #expect(
        try events(of: "\u{1B}[200~q é\rq\u{1B}[201~x") == [
          .paste("q é\nq"), .key(.character("x")),
        ])
    }

    @Test func `waiting ends when its time is over`() throws {
      let pseudo = try #require(PseudoTerminal())
      let screen = try pseudo.openScreen()
      defer { screen.close() }
      #expect(screen.next(timeoutMilliseconds: 0) == .timeout)
      #expect(screen.next(timeoutMilliseconds: -1) == .timeout)
      #expect(screen.next(timeoutMilliseconds: 5) == .timeout)
    }

    @Test func `a terminal that goes away is a hangup, and nothing is written to it`() throws {
      let pseudo = try #require(PseudoTerminal())
      let screen = try pseudo.openScreen()
      pseudo.hangUp()
      #expect(screen.next(timeoutMilliseconds: nil) == .hangup)
      screen.present(Frame(width: 4, height: 4))
      #expect(screen.next(timeoutMilliseconds: nil) == .hangup)
      screen.close()
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGQUIT])
    func `a signal to end is an event`(signal: Int32) throws {
      let pseudo = try #require(PseudoTerminal())
      let screen = try pseudo.openScreen()
      defer { screen.close() }
      kill(getpid(), signal)
      #expect(screen.next(timeoutMilliseconds: nil) == .interrupted(signal: signal))
    }

    @Test func `a request to end that was never told is obeyed after closing`() throws {
      let pseudo = try #require(PseudoTerminal())
      let previous = signal(SIGTERM, requestNoted)
      defer { signal(SIGTERM, previous) }
      setBlocked(SIGTERM, false)  // a thread of Dispatch has them blocked
      defer { setBlocked(SIGTERM, true) }
      wasRequested = false
      let screen = try pseudo.openScreen()
      raise(SIGTERM)
      #expect(!wasRequested)
      screen.close()
      #expect(wasRequested)
    }

    @Test func `changes of size in quick succession are one event`() throws {
      let pseudo = try #require(PseudoTerminal())
      let screen = try pseudo.openScreen()
      defer { screen.close() }
      for columns in UInt16(41)...60 {
        pseudo.resize(columns: columns, rows: 12)
        kill(getpid(), SIGWINCH)
      }
      let size = Size(width: 60, height: 12)
      #expect(screen.next(timeoutMilliseconds: 5000) == .resize(size))
      #expect(screen.size == size)
      #expect(screen.next(timeoutMilliseconds: 0) == .timeout)
    }

    @Test func `being continued is an event`() throws {
      let pseudo = try #require(PseudoTerminal())
      let screen = try pseudo.openScreen()
      defer { screen.close() }
      kill(getpid(), SIGCONT)
      #expect(screen.next(timeoutMilliseconds: 5000) == .resumed)
    }
  }
}
