import Canvas
import Simulation
import Testing
import TokenCore

@testable import LabUI

/// Panes drawn alone, from what they are given and nothing else.
struct PaneTests {
  private func drawn(
    _ width: Int, _ height: Int, _ draw: (inout Frame, Rect) -> Void
  ) -> [String] {
    var frame = Frame(width: width, height: height)
    draw(&frame, frame.bounds)
    return frame.lines()
  }

  private var stolen: World { LabModel.quiet().after("i s").world }

  @Test func `a client's card says what is stored and what is being done`() {
    let card = ClientCard(device: DeviceID(index: 0), last: nil, world: stolen)
    let lines = drawn(36, 6, card.draw)
    #expect(lines[0].contains("CLIENT  alice@laptop") && lines[0].contains(" 1 "))
    #expect(lines[1].contains("RT1  ● ") && lines[2].contains("AT1  ● "))
    #expect(lines[3].contains("refreshes after a 401"))
    #expect(drawn(25, 6, card.draw)[0].contains("CLIENT alice "))
  }

  @Test func `to the servers the attacker's card knows of no attacker`() {
    let card = { (viewpoint: Viewpoint) in
      AttackerCard(victim: "alice", last: nil, viewpoint: viewpoint, world: stolen)
    }
    #expect(drawn(40, 6, card(.everything).draw).joined().contains("holds 1 RT, 0 AT"))
    let words = drawn(40, 6, card(.server).draw).joined()
    #expect(words.contains("WHO ASKED?") && !words.contains("ATTACKER"))
  }

  @Test func `keys that do not fit are left out from the end`() {
    let bar = KeyBar(entries: [
      KeyBar.Entry(key: "?", label: "help"), KeyBar.Entry(key: "q", label: "quit"),
    ])
    #expect(drawn(16, 1, bar.draw) == [" ? help  q quit"])
    #expect(drawn(15, 1, bar.draw) == [" ? help"])
  }

  @Test func `a status takes the place of the advice`() {
    let line = { CoachLine(status: $0, hint: "try: press i", advice: "press i") }
    #expect(drawn(20, 1, line(nil).draw) == [" try: press i"])
    #expect(drawn(20, 1, line("done").draw) == [" › done"])
  }

  @Test func `of lines that are too many the last says how many are left out`() {
    let lines = (1...5).map { [Span("\($0)")] }
    #expect(lines.cut(to: 5).count == 5)
    #expect(lines.cut(to: 3).map { $0.map(\.text).joined() } == ["1", "2", "… 3 more lines"])
  }
}
