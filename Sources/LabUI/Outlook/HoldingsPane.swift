import Analysis
import Canvas
import Simulation
import TokenCore

/// What a party holds and what would end it, over the whole screen.
struct HoldingsPane {
  let title: String
  let number: Int
  let holdings: [Holding]
  let world: World

  func draw(_ frame: inout Frame, _ rect: Rect) {
    let inside = frame.box(rect, title: title, trailing: "\(number)")
    HoldingsOutlook(holdings, in: world).draw(&frame, inside.inset(horizontal: 1, vertical: 0))
  }
}
