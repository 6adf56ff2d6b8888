/// How far a list that is longer than its pane is scrolled from the end at which it opens: the first
/// line of most, the newest of a story.
public struct Scroll: Hashable, Sendable {
  /// In lines; never less than 0.
  public private(set) var distance = 0

  /// Goes so many lines away, or back where they are negative; one line stays in sight.
  mutating func move(_ lines: Int, of count: Int) {
    distance = min(max(0, distance + lines), max(0, count - 1))
  }

  /// The first line that a list shows which keeps a selected line in the middle, where there are lines
  /// enough on both sides.
  static func first(around selected: Int, of count: Int, height: Int) -> Int {
    max(0, min(selected - height / 2, count - height))
  }
}
