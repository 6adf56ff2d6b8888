import Canvas
import TestTerminals
import Testing

@testable import Terminal

extension TerminalTests {
  struct OutputTests {
    private func frame(_ text: String, role: Role = .text, on screen: TerminalScreen) -> Frame {
      var frame = Frame(screen.size)
      frame.put(text, x: 2, y: 1, role: role)
      return frame
    }

    @Test func `a frame that changed in nothing sends nothing`() throws {
      let pseudo = try #require(PseudoTerminal())
      let screen = try pseudo.openScreen()
      defer { screen.close() }
      #expect(screen.present(frame("0:04", on: screen)) == 400)
      #expect(pseudo.written().contains("0:04"))
      #expect(screen.present(frame("0:04", on: screen)) == 0)
      #expect(pseudo.written() == "")
    }

    @Test func `a digit that changed costs a few bytes`() throws {
      let pseudo = try #require(PseudoTerminal())
      let screen = try pseudo.openScreen()
      defer { screen.close() }
      screen.present(frame("0:04", on: screen))
      _ = pseudo.written()
      #expect(screen.present(frame("0:03", on: screen)) == 1)
      let written = pseudo.written()
      #expect(written.contains("3"))
      #expect(written.utf8.count <= 20)
    }

    @Test func `no colour is sent until a theme has one`() throws {
      let pseudo = try #require(PseudoTerminal())
      let screen = try pseudo.openScreen()
      defer { screen.close() }
      screen.setTheme(.mono)
      screen.present(frame("active", role: .valid, on: screen))
      #expect(!pseudo.written().contains("[3"))
      screen.setTheme(.dark)
      screen.present(frame("active", role: .valid, on: screen))
      #expect(pseudo.written().contains("38;5;39m"))
    }

    @Test func `an ascii screen shows the twin`() throws {
      let pseudo = try #require(PseudoTerminal())
      let screen = try pseudo.openScreen(isASCIIOnly: true)
      defer { screen.close() }
      #expect(screen.capabilities.repertoire == .ascii)
      screen.present(frame("RT2 ✗ → 400", on: screen))
      let written = pseudo.written()
      #expect(written.contains("RT2 X > 400"))
      #expect(written.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func `what a frame says cannot reach the terminal as a sequence`() throws {
      let pseudo = try #require(PseudoTerminal())
      let screen = try pseudo.openScreen()
      defer { screen.close() }
      screen.present(frame("\u{1B}]0;owned\u{7}", on: screen))
      let written = pseudo.written()
      #expect(written.contains(".]0;owned."))
      #expect(!written.contains("\u{1B}]0;"))
    }

    @Test func `a frame larger than the screen is clipped, a smaller one leaves blanks`() throws {
      let pseudo = try #require(PseudoTerminal())
      let screen = try pseudo.openScreen()
      defer { screen.close() }
      var large = Frame(width: 300, height: 100)
      large.fill(large.bounds, "x")
      screen.present(large)
      #expect(pseudo.written().count { $0 == "x" } <= 400)
      screen.present(Frame(width: 1, height: 1))
      screen.present(Frame(width: 0, height: 0))
      #expect(!pseudo.written().contains("x"))
    }

    @Test func `a copied text is sent as base64, unless it is too long`() throws {
      let pseudo = try #require(PseudoTerminal())
      let screen = try pseudo.openScreen()
      defer { screen.close() }
      _ = pseudo.written()
      #expect(screen.copy("rt2_9f") == .sent)
      #expect(pseudo.written() == "\u{1B}]52;c;cnQyXzlm\u{7}")
      let long = String(repeating: "x", count: TerminalScreen.clipboardLimit + 1)
      #expect(screen.copy(long) == .tooLong)
      #expect(pseudo.written() == "")
    }

    @Test(arguments: ["linux", "vt100"])
    func `a terminal without a clipboard is sent no text for it`(term: String) throws {
      let pseudo = try #require(PseudoTerminal())
      let screen = try pseudo.openScreen(term: term)
      defer { screen.close() }
      _ = pseudo.written()
      #expect(screen.copy("rt2_9f") == .noClipboard)
      #expect(pseudo.written() == "")
    }

    @Test(arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"),
      ("ÿþ", "w7/Dvg=="),
    ])
    func `base64 is that of RFC 4648`(text: String, expected: String) {
      #expect(Base64.encode(Array(text.utf8)) == Array(expected.utf8))
    }
  }
}
