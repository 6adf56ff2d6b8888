import Narrative
import Simulation

/// Something to go back to.
enum Landmark {
  case event, decision, refusal

  var words: String {
    switch self {
    case .event: "earlier event"
    case .decision: "earlier decision"
    case .refusal: "earlier refusal"
    }
  }

  func isReached(by event: TraceEvent) -> Bool {
    switch self {
    case .event: event.isRow
    case .decision: event.decision != nil
    case .refusal: event.decision?.isAccepted == false
    }
  }
}
