import Simulation
import TokenCore

extension PolicyAxis {
  /// The draft with the next value of this axis; nil at the end of its ladder, and where the axis means
  /// nothing.
  public func stepped(_ draft: PolicyDraft, _ step: Step) -> PolicyDraft? {
    guard applies(to: draft) else { return nil }
    var next = draft
    let hasMoved =
      switch self {
      case .accessLifetime, .accessForm, .accessCheck, .introspectionCache, .leeway, .keySetCache,
        .endsWithFamily, .endsAtRefresh, .shortExpiry, .shortExpiryCheck:
        moveAccess(&next.policy.accessToken, step)
      case .renewal, .reissueWindow, .reissueAnchor, .reissueLook, .sessionIdle, .sessionAbsolute:
        moveRenewal(&next, step)
      case .refreshForm, .refreshIdle, .refreshAbsolute, .rotation, .binding, .client, .memory:
        moveRefresh(&next, step)
      case .reuseResponse, .grace, .graceLength, .graceAnswer, .graceReach, .graceAnchor:
        moveGrace(&next, step)
      case .habit, .habitSpan, .guarding, .clockOffset: moveHabit(&next.habit, step)
      }
    return hasMoved ? next : nil
  }

  private func moveAccess(_ access: inout AccessTokenPolicy, _ step: Step) -> Bool {
    switch self {
    case .accessLifetime: return move(&access.lifetime, step, on: Ladder.accessLifetime)
    case .accessForm: return move(&access.form, step, among: TokenForm.allCases)
    case .accessCheck: return moveCheck(&access, step)
    case .introspectionCache:
      guard case .introspection(var cache) = access.check else { return false }
      defer { access.check = .introspection(cache: cache) }
      return move(&cache, step, on: Ladder.cache)
    case .leeway: return move(&access.leeway, step, on: Ladder.leeway)
    case .keySetCache: return move(&access.keySetCache, step, on: Ladder.cache)
    case .endsWithFamily: return move(&access.endsWithFamily, step, among: [false, true])
    case .endsAtRefresh: return move(&access.endsAtRefresh, step, among: [false, true])
    case .shortExpiry: return moveShortExpiry(&access.shortExpiry, step)
    case .shortExpiryCheck:
      guard let span = access.shortExpiry.span else { return false }
      return move(&access.shortExpiry, step, among: [.ignored(span), .checked(span)])
    default: return false
    }
  }

  /// Introspection comes without a cache; the cache is an axis of its own.
  private func moveCheck(_ access: inout AccessTokenPolicy, _ step: Step) -> Bool {
    if case .introspection = access.check { access.check = .introspection(cache: .zero) }
    return move(
      &access.check, step,
      among: [
        .signatureOnly, .tokenVersion, .denyList, .allowList, .introspection(cache: .zero),
        .sessionRecord,
      ])
  }

  /// None stands above the longest; a new one is checked by the API.
  private func moveShortExpiry(_ expiry: inout ShortExpiry, _ step: Step) -> Bool {
    var span = expiry.span
    guard move(&span, step, on: Ladder.shortExpiry) else { return false }
    switch (expiry, span) {
    case (_, nil): expiry = .none
    case (.none, let span?), (.checked, let span?): expiry = .checked(span)
    case (.ignored, let span?): expiry = .ignored(span)
    }
    return true
  }

  private func moveRefresh(_ draft: inout PolicyDraft, _ step: Step) -> Bool {
    guard var refresh = draft.refresh else { return false }
    defer { draft.refresh = refresh }
    switch self {
    case .refreshForm:
      return move(
        &refresh.form, step, among: [.opaque, .signed(isTyped: true), .signed(isTyped: false)])
    case .refreshIdle: return move(&refresh.idleLifetime, step, on: Ladder.refreshLifetime)
    case .refreshAbsolute:
      return move(&refresh.absoluteLifetime, step, on: Ladder.refreshLifetime)
    case .rotation: return moveRotation(&refresh, step)
    case .binding: return move(&refresh.binding, step, among: SenderConstraint.allCases)
    case .client: return move(&refresh.client, step, among: ClientKind.allCases)
    case .memory: return move(&refresh.memory, step, on: Ladder.memory)
    default: return false
    }
  }

  private func moveRotation(_ refresh: inout RefreshPolicy, _ step: Step) -> Bool {
    switch (refresh.rotation, step) {
    case (.reusable, .forth): refresh.rotation = .rotating(onReuse: .revokeFamily, grace: .none)
    case (.rotating, .back): refresh.rotation = .reusable
    case (.reusable, .back), (.rotating, .forth): return false
    }
    return true
  }

  private func moveGrace(_ draft: inout PolicyDraft, _ step: Step) -> Bool {
    switch self {
    case .reuseResponse:
      return move(&draft.reuseResponse, step, among: ReuseResponse.allCases)
    case .grace: return moveGraceKind(&draft, step)
    default: break
    }
    guard var window = draft.window else { return false }
    defer { draft.window = window }
    switch self {
    case .graceLength: return move(&window.length, step, on: Ladder.grace)
    case .graceAnswer: return move(&window.answer, step, among: GraceAnswer.allCases)
    case .graceReach: return move(&window.reach, step, among: GraceReach.allCases)
    case .graceAnchor: return move(&window.anchor, step, among: GraceAnchor.allCases)
    default: return false
    }
  }

  private func moveGraceKind(_ draft: inout PolicyDraft, _ step: Step) -> Bool {
    let window = Grace.window(GraceWindow(length: .seconds(10), answer: .sameSuccessor))
    let kept = draft.window.map(Grace.window) ?? window
    return move(&draft.grace, step, among: [Grace.none, kept, .untilSuccessorUsed])
  }
}
