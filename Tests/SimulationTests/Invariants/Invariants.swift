import TokenCore

@testable import Simulation

/// One step of a world: what it was, what it became, and what that left in the trace.
struct WorldStep {
  let before: World
  let after: World
  let events: ArraySlice<TraceEvent>
  let trace: Trace
}

/// What must hold after every step, whatever the policy and whatever was ordered.
enum Invariant: String, CaseIterable {
  case timeNeverFalls = "time never falls"
  case causesPrecedeEffects = "causes precede effects"
  case quietStepsChangeNothing = "a step that left no event changed nothing but the clock"
  case revokedFamiliesGiveNothing = "a revoked family never yields a token again"
  case revokedFamiliesStayRevoked = "a revoked family stays as it is"
  case spentTokensStaySpent = "a spent token never becomes current again"
  case rowsKeepTheirOrigin = "a row keeps its family, parent, generation and digest"
  case generationsRiseByOne = "generations rise by one along a family"
  case oneCurrentTokenPerFamily = "without branches a family has one current token at most"
  case everyActiveFamilyHasACurrentToken = "an active family has a current token"
  case nothingIsServedAfterExpiry = "no call succeeds at or after exp and leeway"
  case recordsEndAccess = "where the record is asked, a revoked access token serves nobody"
  case revokedFamiliesEndAccess = "a family whose tokens end with it serves nobody once revoked"
  case oneRefreshInFlight = "a client has one token request under way at most"
  case onlyTheNewestTokenIsPresented = "a client presents the refresh token that it stores"
  case signedOutClientsHoldNothing = "a client that is not signed in holds no tokens"
  case copiesAreOfLiveTokens = "a clear copy is of a current token of an active family"

  /// What is wrong with the step, or nil if nothing is.
  func violation(in step: WorldStep) -> String? {
    switch self {
    case .timeNeverFalls: step.fallenTime
    case .causesPrecedeEffects: step.lateCause
    case .quietStepsChangeNothing: step.silentChange
    case .revokedFamiliesGiveNothing: step.giftOfRevokedFamily
    case .revokedFamiliesStayRevoked: step.changedRevocation
    case .spentTokensStaySpent: step.revivedToken
    case .rowsKeepTheirOrigin: step.rewrittenRow
    case .generationsRiseByOne: step.skippedGeneration
    case .oneCurrentTokenPerFamily: step.crowdedFamily
    case .everyActiveFamilyHasACurrentToken: step.emptyFamily
    case .nothingIsServedAfterExpiry: step.servedAfterExpiry
    case .recordsEndAccess: step.servedAfterRevocation
    case .revokedFamiliesEndAccess: step.servedAfterFamily
    case .oneRefreshInFlight: step.doubledRefresh
    case .onlyTheNewestTokenIsPresented: step.stalePresentation
    case .signedOutClientsHoldNothing: step.strayTokens
    case .copiesAreOfLiveTokens: step.strayCopy
    }
  }
}
