import Canvas
import Narrative
import Simulation
import TokenCore

/// What a key did to two branches side by side, for the model to carry out.
enum DuelOutcome {
  /// They stay side by side; there may be a word about it.
  case stays(saying: String?)
  /// To one of the two, at the time to which both were watched.
  case enters(Int, at: Instant)
  case leaves
  /// The key means what it means everywhere.
  case passes
}

extension Duel {
  mutating func press(_ key: Key) -> DuelOutcome {
    switch key {
    case " ": isRunning.toggle()
    case ".": return step()
    case ",": seek(to: previousEventTime ?? .start)
    case "0": seek(to: .start)
    case .end: seek(to: max(now, left.branch.end.at, right.branch.end.at))
    case "d": return goToDifference()
    case .up, "k": scroll.move(1, of: DuelLine.lines(of: self).count)
    case .down, "j": scroll.move(-1, of: DuelLine.lines(of: self).count)
    case "1": return .enters(left.branch.id, at: now)
    case "2": return .enters(right.branch.id, at: now)
    case .escape, "=": return .leaves
    case "?", ":", "T", "q", "B": return .passes
    default: return .stays(saying: "\(key.label) does nothing here: esc leaves the comparison")
    }
    return .stays(saying: nil)
  }

  private mutating func step() -> DuelOutcome {
    guard let next = nextEventTime else {
      return .stays(saying: "nothing more happens on either side")
    }
    seek(to: next)
    return .stays(saying: nil)
  }

  private mutating func goToDifference() -> DuelOutcome {
    guard let difference = firstDifference() else {
      let span = RunUntil.horizon.shortText
      return .stays(saying: "no difference in the next \(span), as far as was looked")
    }
    seek(to: difference.at)
    return .stays(saying: "the first difference, at \(difference.at.clockText)")
  }

  /// How many moments ahead a difference is looked for, so that the key answers soon.
  private static let mostAhead = 20_000

  /// Where they first differ, looked for ahead if they have not yet.
  func firstDifference() -> Difference? {
    if let difference { return difference }
    var ahead = self
    let end = now + RunUntil.horizon
    for _ in 0..<Self.mostAhead where ahead.difference == nil {
      guard let next = ahead.nextEventTime, next <= end else { return nil }
      ahead.seek(to: next)
    }
    return ahead.difference
  }

  /// A span of a person's time has passed, in milliseconds, at so many seconds a second.
  mutating func tick(milliseconds: Int64, _ speed: Speed) {
    guard isRunning else { return }
    seek(to: now + TimeSpan(milliseconds: milliseconds).times(Int64(speed.factor)))
  }
}
