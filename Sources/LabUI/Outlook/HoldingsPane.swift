import Analysis
import Canvas
import Simulation
import TokenCore

/// What a party holds and what would end it, over the whole screen.
struct HoldingsPane {
  let title: String
  let number: Int
  /// Nil while that is being asked.
  let holdings: [Holding]?
  let world: World

  func draw(_ frame: inout Frame, _ rect: Rect) {
    let inside = frame.box(rect, title: title, trailing: "\(number)")
    let place = inside.inset(horizontal: 1, vertical: 0)
    guard let holdings else {
      return frame.put([[Span("asking what is held, and what would end it…", .dim)]], in: place)
    }
    HoldingsOutlook(holdings, in: world).draw(&frame, place)
  }
}
