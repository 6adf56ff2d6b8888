import Canvas
import Narrative
import Simulation

/// The top line: what runs, under which strategy, and the clock.
struct Header {
  let title: String
  let strategyID: String
  let clock: Clock

  func draw(_ frame: inout Frame, _ rect: Rect) {
    frame.rule(rect, role: .frame, style: .double)
    let title = " tokenlab ══ \(title) ══ \(strategyID) "
    let time = clock.text
    frame.put(
      title, x: rect.x + 1, y: rect.y, role: .title,
      maxWidth: max(0, rect.width - 4 - Text.width(time)))
    frame.put(time, endingAt: rect.right - 1, y: rect.y, role: .strong)
  }
}

/// The clock, and what there is to know of it: ` t 15:00.3  ► 60x `, ` t 15:00.3  PAUSED 60x `,
/// ` branch 2  t 15:00.3  PAST, known to 20:30 60x `. Where the machine is too slow for the speed, how fast
/// it goes comes first: ` t 15:00.3  ► 812x of 3600x `.
struct Clock {
  let text: String

  /// Of two branches side by side.
  init(of duel: Duel, _ speed: Speed, reached: Int?) {
    let pace = Self.pace(speed, duel.isRunning ? reached : nil)
    text = " t \(duel.now.clockText)  \(duel.isRunning ? "►" : "PAUSED") \(pace) "
  }

  /// Of the shown branch; it is named where there are others.
  init(
    of history: History, isRunning: Bool, isWireStopped: Bool, to viewpoint: Viewpoint,
    _ speed: Speed, reached: Int?
  ) {
    let branch = history.branch
    let eyes = viewpoint == .server ? " SERVER'S VIEW " : ""
    let place = history.others.isEmpty ? "" : " \(branch.label) "
    let state = Self.state(of: branch, isRunning: isRunning, isWireStopped: isWireStopped)
    text =
      "\(eyes)\(place) t \(branch.world.now.clockText)  \(state) \(Self.pace(speed, isRunning ? reached : nil)) "
  }

  private static func pace(_ speed: Speed, _ reached: Int?) -> String {
    reached.map { "\($0)x of \(speed.factor)x" } ?? "\(speed.factor)x"
  }

  /// `►`, or why time stands still, and what is held out of sight.
  private static func state(of branch: Branch, isRunning: Bool, isWireStopped: Bool) -> String {
    let count = branch.world.heldMessages.count
    let held = isWireStopped || count == 0 ? "" : " \(count) HELD"
    if isRunning { return "►\(held)" }
    if isWireStopped { return "WIRE STOPPED" }
    return (branch.isInPast ? "PAST, known to \(branch.end.at.clockText)" : "PAUSED") + held
  }
}

/// The line below the verdict: what the last key had to say, or else what to try.
struct CoachLine {
  let status: String?
  /// Shown and read aloud where there is no status.
  let hint: String
  let advice: String

  func draw(_ frame: inout Frame, _ rect: Rect) {
    let width = rect.width - 2
    if let status {
      frame.put("› \(status)", x: rect.x + 1, y: rect.y, role: .strong, maxWidth: width)
    } else {
      frame.put(hint, x: rect.x + 1, y: rect.y, role: .notice, maxWidth: width)
    }
    frame.read(status ?? advice)
  }
}
