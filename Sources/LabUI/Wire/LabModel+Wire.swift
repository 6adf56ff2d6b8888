import Simulation

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
      .help(.keys), .time(.runOrPause), .wire(.deliver), .wire(.swap), .wire(.hold),
      .wire(.release),
      .wire(.drop), .wire(.duplicate), .looking(.back), .client(.refresh), .attacker(.refresh),
      .attacker(.stealRefreshToken),
      .client(.callAPI), .attacker(.callAPI), .client(.signIn), .client(.logOut), .time(.step),
      .wire(.races), .help(.palette), .program(.quit),
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
