import Testing

@testable import Canvas

struct KeyTests {
  @Test(arguments: [
    (Key.character(" "), "space"), (.character("q"), "q"), (.character("?"), "?"),
    (.character("é"), "é"), (.enter, "enter"), (.escape, "esc"), (.tab, "tab"),
    (.backTab, "shift-tab"), (.backspace, "backspace"), (.delete, "del"), (.up, "up"),
    (.down, "down"), (.left, "left"), (.right, "right"), (.pageUp, "pgup"), (.pageDown, "pgdn"),
    (.home, "home"), (.end, "end"), (.function(1), "F1"), (.function(12), "F12"),
    (.character("F"), "F"), (.unknown, "unknown"),
  ])
  func `a key has one label and the label one key`(key: Key, label: String) {
    #expect(key.label == label)
    #expect(Key(label: label) == key)
  }

  @Test(arguments: ["", "entre", "F0", "F-1", "Fx", "\u{1B}", "漢"])
  func `a label that no key has gives no key`(label: String) {
    #expect(Key(label: label) == nil)
  }
}
