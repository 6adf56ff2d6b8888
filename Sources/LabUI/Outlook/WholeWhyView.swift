import Canvas
import Simulation
import TokenCore

/// Why, over the whole screen.
extension LabModel {
  func drawWholeWhy(_ exchange: Exchange, _ frame: inout Frame, _ inside: Rect) {
    let width = inside.width - 2
    let outlook = WhyOutlook(
      exchange, effects: answerEffects, whatIf: whatIf,
      in: world.authorizationServer)
    var lines = outlook.lines(width: width)
    if lines.count > inside.height {
      let short = reasonLines(for: exchange, width: width, height: 0)
      lines =
        short + outlook.turnLines(width: width) + outlook.blindLines(width: width)
        + outlook.changeLines(width: width) + outlook.wireLines(width: width)
    }
    draw(Array(lines.prefix(inside.height)), &frame, inside)
    guard lines.count > inside.height, inside.height > 1 else { return }
    let hidden = lines.count - inside.height + 1
    let row = inside.bottomRows(1)
    frame.fill(row)
    frame.put("… \(hidden) more on a taller screen", x: row.x + 1, y: row.y, role: .dim)
  }
}
