/// What is shown of the run, and how near.
public enum LookingAct: CaseIterable, Hashable, Sendable {
  case viewpoint, inspector
  case previousRow, nextRow, newestRow, zoom, nextPane, back, zoomIn, zoomOut

  var row: ActRow {
    switch self {
    case .viewpoint:
      .change(["v"], "server's view", "See only what the servers can know, or everything.") {
        $0.viewpoint = $0.viewpoint == .everything ? .server : .everything
      }
    case .inspector:
      .change(["I"], "inspect", "Take a token apart, change a claim, present it.") {
        $0.isRunning = false
        $0.overlay = .inspector(Inspector())
      }
    case .previousRow:
      .change(
        [.up, "k"], "up", "Select the event before; in the store, go up.",
        unless: { $0.shownList.upObstacle }
      ) { $0.move(-1, in: $0.shownList) }
    case .nextRow:
      .change(
        [.down, "j"], "down", "Select the event after; in the store, go down.",
        unless: { $0.shownList.downObstacle }
      ) { $0.move(1, in: $0.shownList) }
    case .newestRow:
      .change(
        [.end, "G"], "newest", "Follow the newest event again.", unless: \.newestObstacle
      ) { $0.selectedRow = nil }
    case .zoom:
      .change([.enter, "z"], "zoom", "Show one pane over the whole screen; 1 to 9 pick one.") {
        $0.zoomed = $0.zoomed == nil ? .why : nil
      }
    case .nextPane:
      .change([.tab], "pane", "Show the next pane over the whole screen.") {
        $0.zoomed = Pane(rawValue: ($0.zoomed?.rawValue ?? 0) + 1)
      }
    case .back:
      .change([.escape], "back", "Leave what is open.", unless: \.backObstacle) { $0.goBack() }
    case .zoomIn:
      .change(
        ["+"], "zoom in", "Show a shorter stretch of the timeline.",
        unless: { $0.timelineZoom >= 4 ? "the timeline is at its closest" : nil }
      ) { $0.timelineZoom += 1 }
    case .zoomOut:
      .change(
        ["-"], "zoom out", "Show a longer stretch of the timeline.",
        unless: { $0.timelineZoom <= -6 ? "the timeline is at its widest" : nil }
      ) { $0.timelineZoom -= 1 }
    }
  }
}
