import Analysis
import Canvas
import Narrative
import Simulation
import TokenCore

/// Why, over the whole screen: everything about the selected answer.
struct WholeWhyPane {
  let answer: Answered
  /// What would have turned it; nil where that is not known.
  let whatIf: WhatIf?
  /// That it is being asked, and how much was tried; nil where nothing is being asked.
  let asking: String?
  let viewpoint: Viewpoint
  /// What held when it was given.
  let policy: Policy
  let world: World

  func draw(_ frame: inout Frame, _ rect: Rect) {
    let title = answer.title(in: world.setting, to: viewpoint)
    let inside = frame.box(rect, title: title, trailing: "8")
    let lines = lines(width: inside.width - 2, height: inside.height)
    frame.put(lines, in: inside)
    guard lines.count > inside.height, inside.height > 1 else { return }
    let hidden = lines.count - inside.height + 1
    let row = inside.bottomRows(1)
    frame.fill(row)
    frame.put("… \(hidden) more on a taller screen", x: row.x + 1, y: row.y, role: .dim)
  }

  /// Where they are too many, the checks that passed share a row.
  private func lines(width: Int, height: Int) -> [[Span]] {
    let outlook = WhyOutlook(
      answer.exchange, effects: answer.effects, whatIf: whatIf, asking: asking,
      under: policy, in: world.authorizationServer)
    let lines = outlook.lines(width: width)
    guard lines.count > height else { return lines }
    return answer.exchange.reasonLines(width: width, height: 0, under: policy)
      + outlook.turnLines(width: width) + outlook.blindLines(width: width)
      + outlook.changeLines(width: width) + outlook.wireLines(width: width)
  }
}
