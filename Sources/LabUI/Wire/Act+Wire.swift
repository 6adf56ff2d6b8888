import Canvas
import Simulation

extension Act {
  /// The keys that do it while the stopped wire is shown. There they come before what the same keys
  /// do elsewhere.
  public var wireKeys: [Key] {
    switch self {
    case .deliverMessage: [.enter]
    case .holdMessage: ["h"]
    case .releaseMessage: ["l"]
    case .swapMessages: ["t"]
    case .dropMessage: ["x"]
    case .duplicateMessage: ["u"]
    default: []
    }
  }

  /// The order about the selected message; nil where there is none.
  func wireCommand(_ model: LabModel) -> Command? {
    let (first, next) = model.selectedMessages
    guard let number = first?.id else { return nil }
    switch self {
    case .deliverMessage: return .wire(.deliverNow(number))
    case .holdMessage: return .wire(.hold(number))
    case .releaseMessage: return .wire(.release(number))
    case .swapMessages: return next.map { .wire(.swap(number, $0.id)) }
    case .dropMessage: return .wire(.drop(number))
    case .duplicateMessage: return .wire(.duplicate(number))
    default: return nil
    }
  }
}

extension LabModel {
  /// `►`, or why time stands still, and what is held out of sight.
  var timeText: String {
    if isRunning { return "►\(heldText)" }
    if wire != nil { return "WIRE STOPPED" }
    let end = history.branch.end.at.clockText
    return (history.branch.isInPast ? "PAST, known to \(end)" : "PAUSED") + heldText
  }

  private var heldText: String {
    let count = world.heldMessages.count
    return wire != nil || count == 0 ? "" : " \(count) HELD"
  }

  /// The key bar of the stopped wire: its own keys, then what sends something.
  var wireBarActs: [Act] {
    [
      .help, .runOrPause, .deliverMessage, .swapMessages, .holdMessage, .releaseMessage,
      .dropMessage, .duplicateMessage, .back, .refresh, .attackerRefreshes, .stealRefreshToken,
      .callAPI, .attackerCallsAPI, .signIn, .logOut, .step, .races, .palette, .quit,
    ]
  }
}

extension Coach {
  /// What the selected message can be made to do.
  static func wireLine(for model: LabModel) -> String {
    guard !model.isRunning else { return "time runs, and so does the wire. space: stop both" }
    let (first, next) = model.selectedMessages
    guard let number = first?.id else {
      return "nothing is on the stopped wire yet; what anybody sends now stays there"
    }
    if model.world.isHeld(number) {
      return "\(number) is held. l: it goes on   enter: it arrives now   x: it is lost"
    }
    return next == nil
      ? "enter: \(number) arrives now   h: hold it   x: drop it   u: double it"
      : "enter: \(number) arrives now   t: swap with the next   h: hold it   x: drop it"
  }
}
