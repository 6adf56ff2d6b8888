import Canvas
import Narrative
import Simulation
import TokenCore

/// What a key did to two branches side by side, for the model to carry out.
enum DuelOutcome {
  /// They stay side by side; there may be a word about it.
  case stays(saying: String?)
  /// Both set out to an instant ahead, or until they differ.
  case goes(to: Instant)
  case searchesDifference
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
    case .end: return .goes(to: max(now, left.branch.end.at, right.branch.end.at))
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
    guard let difference else { return .searchesDifference }
    seek(to: difference.at)
    return .stays(saying: difference.words)
  }
}

extension Difference {
  /// Said where one has gone to it.
  var words: String { "the first difference, at \(at.clockText)" }
}
