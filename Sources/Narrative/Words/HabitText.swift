import Simulation
import TokenCore

extension Renewal {
  /// What renewing means for the client where it is no refresh; nil where its habit says it.
  package var clientWords: String? {
    switch self {
    case .none, .refreshToken: nil
    case .reissue: "re-issues after a 401"
    case .everyRequest: "a token with each call"
    case .session: "use keeps it alive"
    }
  }
}

extension RenewalHabit {
  package var words: String {
    switch self {
    case .whenRefused: "refreshes after a 401"
    case .beforeExpiry(let margin): "refreshes \(margin.shortText) before"
    case .onTimer(let every): "refreshes every \(every.shortText)"
    case .asksThePerson: "asks for a new sign-in"
    }
  }
}
