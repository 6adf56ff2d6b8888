import Canvas
import Narrative
import Simulation

extension Coach {
  /// What the selected message can be made to do.
  static func wireLine(for model: LabModel) -> String {
    guard !model.isRunning else { return "time runs, and so does the wire. space: stop both" }
    guard let number = model.wireRows.selectedMessage?.id else {
      return "nothing is on the stopped wire yet; what anybody sends now stays there"
    }
    if model.world.isHeld(number) {
      return "\(number) is held. l: it goes on   enter: it arrives now   x: it is lost"
    }
    return model.wireRows.nextMessage == nil
      ? "enter: \(number) arrives now   h: hold it   x: drop it   u: double it"
      : "enter: \(number) arrives now   t: swap with the next   h: hold it   x: drop it"
  }
}
