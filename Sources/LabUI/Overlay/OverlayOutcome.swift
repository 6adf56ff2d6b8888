import Narrative
import Simulation
import TokenCore

/// What a key did to what lies over the screen, for the model to carry out.
enum OverlayOutcome {
  /// This lies over the screen from now on.
  case shows(Overlay)
  /// It stays as it is and has a word for the person at the keyboard.
  case says(String)
  case leaves
  case leavesSaying(String)
  case quits
  /// It leaves, and the act is done, or its key is tried on a copy.
  case attempts(Act)
  case rehearses(Act, by: String)
  /// It leaves, and a run starts under the strategy; or two are put side by side.
  case starts(Strategy)
  case compares(under: Strategy)
  /// A run starts under the draft; where there is no room for one, the draft stays.
  case startsDraft(PolicyDraft)
  /// It leaves, and the running server goes by the policy from now on; where that cannot be, it stays
  /// and says why.
  case applies(Policy)
  case goesTo(Instant)
  case goesToBranch(Int)
  case comparesBranch(Int)
  case forgetsBranch(Int)
  case namesBranch(Int, String?)
  case setsUp(Race)
  /// The attacker calls the API with this token.
  case presents(String)
}
