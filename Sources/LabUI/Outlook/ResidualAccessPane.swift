import Analysis
import Canvas
import Narrative
import Simulation
import TokenCore

/// The server over the whole screen: its card, and below it who is served until when.
struct ResidualAccessPane {
  let card: ServerCard
  /// Of the last act or revocation that ended something; nil while that is being asked.
  let outlook: PartyOutlook?

  func draw(_ frame: inout Frame, _ rect: Rect) {
    let (top, rest) = rect.splitTop(min(6, rect.height))
    card.draw(&frame, top)
    let inside = frame.box(rest, title: "WHO IS SERVED UNTIL WHEN", trailing: "2")
    let width = inside.width - 2
    guard let outlook else {
      return frame.put([[Span("asking who is served until when…", .dim)]], in: inside)
    }
    guard let residualAccess = outlook.residualAccess else {
      let words = Text.wrap(Self.nothing, width: width).map { [Span($0, .dim)] }
      return frame.put(words, in: inside)
    }
    let lines = lines(of: residualAccess, width: width)
    frame.put(inside.height > 1 ? lines.cut(to: inside.height) : lines, in: inside)
  }

  private func lines(of residualAccess: ResidualAccess, width: Int) -> [[Span]] {
    let words =
      "from \(residualAccess.since.clockText), the last end that was made, unless somebody signs in again"
    let world = card.world
    return Text.wrap(words, width: width).map { [Span($0, .strong)] }
      + ResidualAccessOutlook(residualAccess, in: world.setting, now: world.now)
      .lines(width: width)
  }

  private static let nothing =
    "After a revocation or an act at the server (: password, role, disable, withdraw) this says "
    + "how long everybody's access still lasts."
}
