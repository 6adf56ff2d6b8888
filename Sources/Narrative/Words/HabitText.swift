import Simulation
import TokenCore

extension RenewalHabit {
  package var words: String {
    switch self {
    case .whenRefused: "refreshes after a 401"
    case .beforeExpiry(let margin, .expiresIn): "refreshes \(margin.shortText) before"
    case .beforeExpiry(let margin, .exp): "refreshes \(margin.shortText) before exp"
    case .onTimer(let every): "refreshes every \(every.shortText)"
    case .whenWarned(let start, _): "warns from \(start.shortText) before the end"
    case .onCheck(let every): "asks every \(every.shortText) whether it still may"
    case .asksThePerson: "asks for a new sign-in"
    }
  }
}
