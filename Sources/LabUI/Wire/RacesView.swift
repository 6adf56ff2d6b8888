import Canvas
import Narrative
import TokenCore

/// The menu of races: what each sets up, and why it cannot where it cannot.
extension LabModel {
  func drawRaces(_ frame: inout Frame, _ selected: Int) {
    let races = Race.allCases
    let inside = window(
      &frame, title: "RACES  \(client.name)", trailing: "enter sets it up, esc leaves", width: 74,
      height: races.count + 6)
    let (list, below) = inside.splitTop(min(races.count, max(1, inside.height - 2)))
    let first = max(0, min(selected - list.height / 2, races.count - list.height))
    for (index, race) in races.enumerated().dropFirst(first).prefix(list.height) {
      let row = Rect(x: list.x, y: list.y + index - first, width: list.width, height: 1)
      let isPossible = race.obstacle(in: world, on: device) == nil
      frame.put(
        [
          Span(index == selected ? "► " : "  ", .strong),
          Span(race.title, isPossible ? .text : .dim),
        ], x: row.x, y: row.y, maxWidth: row.width)
      guard index == selected else { continue }
      frame.paint(row, role: .focus)
      frame.cursor = Point(x: row.x, y: row.y)
      frame.read(race.title)
    }
    guard below.height > 1 else { return }
    frame.rule(below)
    let text = below.splitTop(1).rest
    draw(cut(words(of: races[selected], width: text.width - 2), to: text.height), &frame, text)
  }

  private func words(of race: Race, width: Int) -> [[Span]] {
    let obstacle = race.obstacle(in: world, on: device)
    let now = obstacle.map { Text.wrap("not now: \($0)", width: width) } ?? []
    return now.map { [Span($0, .danger)] }
      + Text.wrap(race.sentence, width: width).map { [Span($0)] }
  }
}
