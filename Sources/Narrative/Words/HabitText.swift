import Simulation
import TokenCore

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
