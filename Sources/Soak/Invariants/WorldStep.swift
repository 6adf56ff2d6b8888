import Simulation
import TokenCore

/// One step of a world: what it was, what it became, and what that left in the trace. What several
/// invariants ask for is looked up once, and only where the step touched it.
public struct WorldStep: Sendable {
  public let before: World
  public let after: World
  /// What the step left in the trace.
  public let events: Slice<Ledger<TraceEvent>>
  public let trace: Trace
  /// The request that a server answered in this step: never more than one.
  let exchange: Exchange?
  /// The refresh that was answered with tokens in this step.
  let refresh: AnsweredRefresh?
  /// The call that was served in this step.
  let served: ResourceRequest?
  /// What changed at the authorization server, as it said itself.
  let serverEvents: [ServerEvent]
  /// Whether its rows changed, said or unsaid.
  let serverChanged: Bool
  /// Old refresh token rows that are not what they were, and new ones.
  let touchedRows: [RefreshTokenID]
  /// Families with a touched row, and those whose own row changed.
  let touchedFamilies: [FamilyID]

  /// Takes the world on both sides of a step, and the trace, of which nothing was drained, with the
  /// number of events that it had before.
  public init(before: World, after: World, trace: Trace, since count: Int) {
    self.before = before
    self.after = after
    self.trace = trace
    events = trace.events(since: count)
    exchange = events.lazy.compactMap(\.kind.exchange).first
    refresh = exchange.flatMap { AnsweredRefresh($0, before) }
    served = exchange.flatMap(\.servedCall)
    serverEvents = events.compactMap(\.kind.serverEvent)
    let old = before.authorizationServer
    let new = after.authorizationServer
    serverChanged = old != new
    touchedRows =
      serverChanged ? changed(old.refreshTokens, new.refreshTokens).map(\.id) : []
    let families = serverChanged ? changed(old.families, new.families).map(\.id) : []
    touchedFamilies = Set(families + touchedRows.map { new.record(of: $0).family }).sorted()
  }

  var old: AuthorizationServer { before.authorizationServer }
  var new: AuthorizationServer { after.authorizationServer }
  var policy: Policy { new.policy }

  /// Whether the family was begun under the rules that hold now.
  func isOfToday(_ family: FamilyID) -> Bool { family.index >= new.gaps.families }
  var now: Instant { after.now }

  /// The first invariant that the step breaks, and how.
  public var violation: (invariant: Invariant, found: String)? {
    for invariant in Invariant.all {
      if let found = invariant.violation(in: self) { return (invariant, found) }
    }
    return nil
  }
}

/// The rows that are new, or not what they were.
func changed<Row: Equatable>(_ old: Ledger<Row>, _ new: Ledger<Row>) -> [Row] {
  guard old != new else { return [] }
  return zip(old, new).lazy.filter { $0 != $1 }.map(\.1) + new.dropFirst(old.count)
}

/// A refresh token that was presented and answered with tokens.
struct AnsweredRefresh: Sendable {
  let id: RefreshTokenID
  let request: TokenRequest
  let from: Party

  /// Nil for an exchange that is none. The row is found as the server finds it, by its digest: the
  /// label of a request that was written by hand proves nothing.
  init?(_ exchange: Exchange, _ before: World) {
    guard exchange.decision.isAccepted, case .tokenRequest(let request) = exchange.request,
      request.form["grant_type"].text == "refresh_token",
      let id = before.refreshToken(request.form["refresh_token"].text ?? "")
    else { return nil }
    self.id = id
    self.request = request
    from = exchange.from
  }
}

extension World {
  /// The row of a refresh token, whatever its state.
  func refreshToken(_ text: String) -> RefreshTokenID? {
    let digest = TokenDigest(of: text, by: cryptography)
    return authorizationServer.refreshTokens.last { $0.digest == digest }?.id
  }
}

extension Exchange {
  fileprivate var servedCall: ResourceRequest? {
    guard status == 200, case .resourceRequest(let request) = request else { return nil }
    return request
  }
}
