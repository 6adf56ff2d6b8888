import Canvas
import Simulation
import Narrative
import TokenCore

/// The menu of races: what each sets up, and why it cannot where it cannot.
struct RacesWindow {
  let selected: Int
  let device: DeviceID
  let world: World

  func draw(_ frame: inout Frame) {
    let races = Race.allCases
    let inside = frame.window(
      title: "RACES  \(world.clients[device.index].name)", trailing: "enter sets it up, esc leaves",
      width: 74,
      height: races.count + 6)
    let (list, below) = inside.splitTop(min(races.count, max(1, inside.height - 2)))
    let first = Scroll.first(around: selected, of: races.count, height: list.height)
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
    frame.put(words(of: races[selected], width: text.width - 2).cut(to: text.height), in: text)
  }

  private func words(of race: Race, width: Int) -> [[Span]] {
    let obstacle = race.obstacle(in: world, on: device)
    let now = obstacle.map { Text.wrap("not now: \($0)", width: width) } ?? []
    return now.map { [Span($0, .danger)] }
      + Text.wrap(race.sentence, width: width).map { [Span($0)] }
  }
}
