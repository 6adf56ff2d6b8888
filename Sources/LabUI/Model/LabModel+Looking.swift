/// Up, down and back: what they move, and why they may not.
extension LabModel {
  /// The list that is shown over the story moves, or else the selection in the story.
  mutating func move(_ lines: Int, in list: ShownList) {
    switch list.kind {
    case .messages: wire?.selected = list.index + lines
    case .rows: storeScroll.move(lines, of: list.count)
    case .generations: generationsScroll.move(-lines, of: list.count)
    case .events: selectedRow = list.index + lines < list.count - 1 ? list.index + lines : nil
    }
  }

  mutating func goBack() {
    if zoomed != nil {
      zoomed = nil
    } else if wire != nil {
      toggleWire()
    } else {
      selectedRow = nil
    }
  }

  var newestObstacle: String? { selectedRow == nil ? ShownList.isNewest : nil }

  var backObstacle: String? {
    overlay == nil && zoomed == nil && selectedRow == nil && wire == nil
      ? "nothing is open; q quits" : nil
  }
}
