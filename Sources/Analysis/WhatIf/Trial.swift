import Simulation
import TokenCore

/// A request before the servers of a copy, at an instant. Every supposition is a small, honest change
/// of one of the three.
struct Trial: Sendable {
  var world: World
  var presentation: Presentation
  var instant: Instant
  /// Keys that are published no more: the server forgets them.
  var oldKeys: [SigningKey] = []

  /// The servers' answer.
  var answer: Exchange { world.asked(presentation, at: instant) }

  /// Whether the proof was made in advance, so that whoever sends it could make no other.
  var isPrepared: Bool { presentation.request.proof != nil && presentation.isMadeInAdvance }

  var server: AuthorizationServer { world.authorizationServer }

  /// The trial under the supposition; nil where it makes no sense here. `past` gives the world at the
  /// end of an instant.
  func supposing(_ supposition: Supposition, _ past: (Instant) -> World?) -> Trial? {
    switch supposition {
    case .earlier(let span): return moved(to: instant - span, past)
    case .later(let span): return with { $0.instant = instant + span }
    case .atLeast(let knob, let span), .atMost(let knob, let span): return set(knob, to: span)
    case .choice(let choice): return choosing(choice)
    case .without(let happening): return without(happening, past)
    case .having(let happening): return having(happening)
    case .made(let manner): return made(manner)
    }
  }

  /// With the keys that were withdrawn at these moments, from where they are still known; a thief's
  /// may have been withdrawn before any of them.
  func knowing(_ pivots: [Inquiry.Pivot], _ past: (Instant) -> World?) -> Trial {
    let withdrawals = pivots.filter { pivot in
      pivot.changes.contains { if case .signingKeyWithdrawn = $0 { true } else { false } }
    }
    let keys = withdrawals.flatMap { pivot in
      past(pivot.at - .milliseconds(1))?.authorizationServer.signingKeys ?? []
    }
    let all = keys + [world.attacker.signingKey].compactMap(\.self)
    return with { $0.oldKeys = all.filter { !server.signingKeys.contains($0) } }
  }

  func with(_ change: (inout Trial) -> Void) -> Trial {
    var trial = self
    change(&trial)
    return trial
  }

  private func moved(to earlier: Instant, _ past: (Instant) -> World?) -> Trial? {
    past(earlier - .milliseconds(1)).map { world in
      with {
        $0.world = world
        $0.instant = earlier
      }
    }
  }

  private func under(_ policy: Policy) -> Trial? {
    guard policy.faults.isEmpty else { return nil }
    return with { $0.world = world.supposing(policy) }
  }

  /// An access token that says its own end has to say another one, too.
  private func set(_ knob: Knob, to span: TimeSpan) -> Trial? {
    guard let policy = knob.set(span, in: server.policy), let trial = under(policy) else {
      return nil
    }
    guard knob == .accessLifetime, !policy.accessToken.form.isHandle else { return trial }
    let id = world.rows(behind: presentation).access
    guard let id else { return nil }
    let end = NumericDate(trial.server.record(of: id).expiresAt)
    return world.resealed(presentation) { $0.expiresAt = end }.map(trial.presenting)
  }

  /// With another text for the same token.
  private func presenting(_ resealed: Presentation) -> Trial {
    with {
      $0.world = world.supposing(resealed, insteadOf: presentation)
      $0.presentation = resealed
    }
  }

  private func choosing(_ choice: Supposition.Choice) -> Trial? {
    var policy = server.policy
    switch choice {
    case .reusable: policy.changeRefresh { $0.rotation = .reusable }
    case .headerAsked: policy.askForHeader()
    case .recordAsked: policy.accessToken.check = .introspection(cache: .zero)
    case .keyPair:
      policy.accessToken.signature = .ed25519
      return under(policy)?.with { $0.world = $0.world.supposingKeyPairs }
    case .nonceWanted: policy.proofNonce = policy.proofNonce ?? .minutes(5)
    case .noNonce: policy.proofNonce = nil
    }
    return policy == server.policy ? nil : under(policy)
  }

  private func made(_ manner: Supposition.Manner) -> Trial? {
    let request: Presentation?
    switch manner {
    case .byItsClient(let id): request = world.made(presentation, by: id)
    case .withTheKey(let family):
      guard server.families.indices.contains(family.index) else { return nil }
      request = world.made(presentation, withKeyOf: family)
    case .withTheTokensKey(let token):
      guard server.accessTokens.indices.contains(token.index) else { return nil }
      request = world.made(presentation, withKeyOf: token)
    case .withNonce: request = world.madeWithNonce(presentation)
    case .withoutTheKey: request = presentation.withoutProof
    case .withoutTheSecret: request = presentation.withoutSecret
    case .asGranted: request = presentation.asking(nil)
    case .withScope(let scope): return granted(scope)
    case .tidied: request = presentation.tidied
    }
    guard let request, request != presentation else { return nil }
    return with { $0.presentation = request }
  }

  /// The access token inside, issued with one scope more: in the token, or in the row of a handle.
  private func granted(_ scope: String) -> Trial? {
    if let sealed = world.resealed(
      presentation, { $0.scope = [$0.scope ?? "", scope].joined(separator: " ") })
    {
      return presenting(sealed)
    }
    guard let id = world.rows(behind: presentation).access else { return nil }
    let wider = Scope(server.record(of: id).scope.description + " " + scope)
    return with { $0.world = world.supposing(server.supposing(wider, of: id)) }
  }
}

extension Exchange {
  /// Whether whoever asked got what was asked for. An inactive token is told apart by its answer
  /// only.
  var isGranted: Bool {
    if case .introspectionResponse(.inactive) = response { return false }
    return decision.isAccepted
  }
}

extension Policy {
  /// Changes nothing where there is no session's cookie.
  fileprivate mutating func askForHeader() {
    guard var session else { return }
    session.asksForHeader = true
    renewal = .session(session)
  }
}
