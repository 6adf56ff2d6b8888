import Canvas

/// The place in the help: a page.
public struct Help: Hashable, Sendable {
  var scroll = Scroll()

  /// More pages than the smallest screen needs; the view stops at the last that has lines.
  private static let pages = 13

  func pressed(_ key: Key) -> OverlayOutcome {
    var next = self
    switch key {
    case .down, "j", .pageDown, " ": next.scroll.move(1, of: Self.pages)
    case .up, "k", .pageUp: next.scroll.move(-1, of: Self.pages)
    case "q": return .quits
    default: return .leaves
    }
    return .shows(.help(next))
  }
}
