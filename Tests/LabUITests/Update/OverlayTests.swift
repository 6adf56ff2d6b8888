import Canvas
import Testing
import TokenCore

@testable import LabUI

/// What keys do to what lies over the screen and to lists, asked of the values alone.
struct OverlayTests {
  @Test(arguments: [
    (Key.down, 2), ("j", 2), (.up, 0), ("k", 0), (.home, 0), (.end, 3),
  ])
  func `keys of lists lead from the second of four`(key: Key, place: Int) {
    #expect(key.place(from: 1, of: 4) == place)
  }

  @Test func `lists end at both ends, and other keys are not theirs`() {
    #expect(Key.down.place(from: 3, of: 4) == 3 && Key.up.place(from: 0, of: 4) == 0)
    #expect(Key.end.place(from: 0, of: 0) == 0)
    #expect(Key.enter.place(from: 1, of: 4) == nil)
  }

  @Test func `a palette says which act was chosen, and that it leaves where none is found`() {
    guard
      case .attempts(.attacker(.stealDatabase)) = Palette(query: "steal database").pressed(.enter)
    else {
      return #expect(Bool(false))
    }
    guard case .leavesSaying("no command matches xyz") = Palette(query: "xyz").pressed(.enter)
    else { return #expect(Bool(false)) }
  }

  @Test func `a time that is none stays to be mended`() {
    guard case .says = TimePrompt(text: "soon").pressed(.enter),
      case .goesTo(Instant.start + .minutes(15)) = TimePrompt(text: "15m").pressed(.enter)
    else { return #expect(Bool(false)) }
  }

  @Test(arguments: [(0, 1, 1), (2, 1, 3), (3, 1, 3), (0, -1, 0), (9, -1, 3), (0, 1, 0)])
  func `scrolling leaves one line in sight`(distance: Int, lines: Int, expected: Int) {
    var scroll = Scroll()
    scroll.move(distance, of: 10)
    scroll.move(lines, of: expected == 0 ? 1 : 4)
    #expect(scroll.distance == expected)
  }

  @Test func `a selected line is kept in the middle, away from both ends`() {
    let first = (0..<10).map { Scroll.first(around: $0, of: 10, height: 4) }
    #expect(first == [0, 0, 0, 1, 2, 3, 4, 5, 6, 6])
    #expect(Scroll.first(around: 2, of: 3, height: 4) == 0)
  }

  @Test func `an answer is kept until something else is asked of`() {
    var cached = Cached<Int, String?>()
    #expect(cached.value(of: 1) == nil)
    cached.keep(nil, of: 1)
    #expect(cached.value(of: 1) == .some(nil))
    cached.keep("two", of: 2)
    #expect(cached.value(of: 2) == "two" && cached.value(of: 1) == nil)
    #expect(cached.value { $0 > 1 } == "two")
  }
}
