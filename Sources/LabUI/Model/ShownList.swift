/// The list that up and down move through: the stopped wire, the store or the generations where one of
/// them is shown, and the story everywhere else.
struct ShownList {
  let kind: Kind
  /// The place of the selected line, or of the first or last in sight, from 0.
  let index: Int
  let count: Int

  enum Kind {
    case messages, rows, generations, events
  }

  /// Why nothing is above.
  var upObstacle: String? { index > 0 ? nil : "this is the first \(noun)" }

  /// Why nothing is below.
  var downObstacle: String? {
    if index + 1 < count { return nil }
    return kind == .events ? Self.isNewest : "this is the last \(noun)"
  }

  static let isNewest = "the newest event is selected already"

  private var noun: String {
    switch kind {
    case .messages: "message"
    case .rows: "row"
    case .generations: "line"
    case .events: "event"
    }
  }
}

extension LabModel {
  var shownList: ShownList {
    if isWireShown {
      let wire = wireRows
      return ShownList(kind: .messages, index: wire.selected, count: wire.all.count)
    }
    if zoomed == .store {
      return ShownList(
        kind: .rows, index: storeScroll.distance, count: storeTables.lineCount)
    }
    if zoomed == .family {
      let count = generations.rows.count
      return ShownList(
        kind: .generations, index: count - 1 - generationsScroll.distance, count: count)
    }
    let count = chronicle.rows.count
    return ShownList(kind: .events, index: selectedRow ?? count - 1, count: count)
  }
}
