/// Up, down and back: what they move, and why they may not.
extension LabModel {
  /// Up: in the store its rows move, everywhere else the selection.
  mutating func goUp() {
    if isWireShown {
      selectMessage(-1)
    } else if zoomed == .store {
      storeTop = max(0, min(storeTop, storeLineCount) - 1)
    } else if zoomed == .family {
      generationsUp += 1
    } else {
      selectedRow = (selectedRow ?? chronicle.rows.count - 1) - 1
    }
  }

  mutating func goDown() {
    if isWireShown { return selectMessage(1) }
    guard zoomed != .store else { return storeTop += 1 }
    if zoomed == .family { return generationsUp -= 1 }
    guard let selectedRow else { return }
    self.selectedRow = selectedRow + 1 < chronicle.rows.count - 1 ? selectedRow + 1 : nil
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

  var upObstacle: String? {
    if isWireShown { return wireRow == 0 ? "this is the first message" : nil }
    if zoomed == .store { return storeTop == 0 ? "this is the first row" : nil }
    if zoomed == .family {
      return generationsUp + 1 < generationsCount ? nil : "this is the first line"
    }
    let selected = selectedRow ?? chronicle.rows.count - 1
    return selected > 0 ? nil : "this is the first event"
  }

  var downObstacle: String? {
    if isWireShown {
      return wireRow + 1 < wireRows.count ? nil : "this is the last message"
    }
    if zoomed == .store {
      return storeTop + 1 < storeLineCount ? nil : "this is the last row"
    }
    if zoomed == .family {
      return generationsUp > 0 ? nil : "this is the last line"
    }
    return newestObstacle
  }

  var newestObstacle: String? {
    selectedRow == nil ? "the newest event is selected already" : nil
  }

  var backObstacle: String? {
    overlay == nil && zoomed == nil && selectedRow == nil && wire == nil
      ? "nothing is open; q quits" : nil
  }
}
