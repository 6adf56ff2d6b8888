import Simulation
import TokenCore

/// What is supposed about an exchange, beside its time and the lengths in the policy.
extension Inquiry {
  var suppositions: [Supposition] {
    original.isGranted
      ? choices + newHappenings + lesserManners : choices + oldHappenings + betterManners
  }

  private var choices: [Supposition] {
    var choices: [Supposition.Choice] = []
    if subject.refreshToken != nil, !trial.presentation.request.isCall { choices.append(.reusable) }
    if trial.presentation.request.isCall, original.isGranted { choices.append(.recordAsked) }
    if isSignedWithAPIKey { choices.append(.keyPair) }
    if trial.presentation.request.proof != nil {
      if !original.isGranted { choices.append(.noNonce) }
      if original.isGranted, trial.isPrepared { choices.append(.nonceWanted) }
    }
    if case .revocationRequest = trial.presentation.request { choices.append(.recordAsked) }
    if case .resourceRequest(let call) = trial.presentation.request, original.isGranted,
      call.browser?.isFromOtherSite == true
    {
      choices.append(.headerAsked)
    }
    return choices.map(Supposition.choice)
  }

  /// Whether the attacker has signed the token itself, with a secret out of an API.
  private var isSignedWithAPIKey: Bool {
    trial.presentation.request.isCall && trial.presentation.from == .attacker
      && trial.world.attacker.signsWithAPIKey && subject.accessToken == nil
      && trial.world.claims(in: trial.presentation) != nil
  }

  /// What has happened and could have stayed away.
  private var oldHappenings: [Supposition] {
    var happenings: [Supposition.Happening] = []
    if let token = subject.refreshToken, !token.isCurrent { happenings.append(.spending(token.id)) }
    if subject.code?.usedFor != nil { happenings.append(.firstPresentation) }
    if let user = subject.user {
      if !user.isEnabled { happenings.append(.disabling(user.id)) }
      let isOld = user.credentialsChangedAt != nil
      if isOld { happenings.append(.passwordChange(user.id)) }
    }
    if let session = subject.session, session.end != nil {
      happenings.append(.sessionEnd(session.id))
    }
    if let family = subject.family, family.state != .active {
      happenings.append(.revocation(family.id))
    }
    if let token = subject.accessToken, token.revokedAt != nil {
      happenings.append(.strikingOff(token.id))
    }
    happenings += ServerPart.allCases.filter(server.isBroken).map { .failure($0) }
    var keyIDs: [String] = []
    for key in trial.oldKeys where !keyIDs.contains(key.keyID) { keyIDs.append(key.keyID) }
    happenings += keyIDs.map { .keyWithdrawal(keyID: $0) }
    return happenings.map(Supposition.without)
  }

  /// What could have happened just before.
  private var newHappenings: [Supposition] {
    var happenings: [Supposition.Happening] = []
    if trial.presentation.request.isCall || isTokenRequest { happenings.append(.firstPresentation) }
    if let family = subject.family, !family.isRevoked { happenings.append(.revocation(family.id)) }
    if let session = subject.session, session.end == nil {
      happenings.append(.sessionEnd(session.id))
    }
    if let user = subject.user {
      if user.isEnabled { happenings.append(.disabling(user.id)) }
      happenings.append(.passwordChange(user.id))
      if user.isAdmin { happenings.append(.demotion(user.id)) }
    }
    if subject.claims != nil { happenings.append(.keyWithdrawal(keyID: nil)) }
    return happenings.map(Supposition.having)
  }

  private var betterManners: [Supposition] {
    var manners: [Supposition.Manner] = []
    if !trial.presentation.request.isCall { manners.append(.byItsClient(client)) }
    if let family = subject.family, family.keyThumbprint != nil {
      manners.append(.withTheKey(family.id))
    }
    if isTokenRequest { manners.append(.asGranted) }
    if let token = subject.accessToken, token.confirmation != nil {
      manners.append(.withTheTokensKey(token.id))
    }
    if trial.presentation.request.proof != nil { manners.append(.withNonce) }
    if case .resourceRequest(let call) = trial.presentation.request {
      manners.append(.withScope(call.requiredScope))
    }
    return (manners + [.tidied]).map(Supposition.made)
  }

  /// Whose token it is; where there is no such token, the client that the request names, or the first.
  private var client: RegistrationID {
    let named = trial.presentation.clientID.flatMap { name in
      server.registrations.first { sameBytes($0.clientID, name) }?.id
    }
    return subject.family?.client ?? named ?? RegistrationID(index: 0)
  }

  private var lesserManners: [Supposition] {
    if isTokenRequest { return [.made(.withoutTheKey), .made(.withoutTheSecret)] }
    return trial.presentation.request.proof == nil ? [] : [.made(.withoutTheKey)]
  }

  private var isTokenRequest: Bool {
    if case .tokenRequest = trial.presentation.request { true } else { false }
  }

  /// What pairs are made of.
  var singles: [Supposition] { extremes + suppositions }

  /// Two at a time: the first of a pair has to get further than before, or it contributes nothing.
  mutating func tryPairs(with first: Supposition) {
    if counterfactuals.count >= Self.mostPairs { return agenda = [] }
    guard let trial = trial(under: [first]), isFurther(trial.answer) else { return }
    var pairs = singles.filter { $0 != first }.map { Attempt.pair(first, $0) }
    if case .made = first { pairs.append(.earlier(WayBack(of: trial, self, under: [first]))) }
    agenda = pairs + agenda
  }

  private static let mostPairs = 3

  /// Whether another check decides.
  private func isFurther(_ answer: Exchange) -> Bool {
    answer.decision.lines.last?.check != original.decision.lines.last?.check
  }

  mutating func pair(_ first: Supposition, _ second: Supposition) {
    guard counterfactuals.count < Self.mostPairs, !hasPaired(first, second) else { return }
    guard answer(under: [first, second]).map(isTurned) ?? false else { return tried += 1 }
    let nearer = nearest(nearest(first, with: second), with: second)
    let pair = [nearest(second, with: nearer), nearer].sorted { $0.rank < $1.rank }
    attempt(pair)
  }

  private func hasPaired(_ first: Supposition, _ second: Supposition) -> Bool {
    counterfactuals.contains { counterfactual in
      counterfactual.suppositions.contains { $0.isAbout(first) }
        && counterfactual.suppositions.contains { $0.isAbout(second) }
    }
  }

  /// A knob's end moved as near to its setting as the other supposition allows.
  private func nearest(_ supposition: Supposition, with other: Supposition) -> Supposition {
    switch supposition {
    case .atLeast(let knob, let extreme), .atMost(let knob, let extreme):
      knob.reading(policy).span.flatMap {
        nearest(of: knob, set: $0, extreme: extreme, with: [other])
      } ?? supposition
    case .earlier, .later, .choice, .without, .having, .made: supposition
    }
  }
}

extension Supposition {
  /// Whether both are the same but for a length of time.
  func isAbout(_ other: Supposition) -> Bool {
    withoutLength == other.withoutLength
  }

  private var withoutLength: Supposition {
    switch self {
    case .earlier: .earlier(by: .zero)
    case .later: .later(by: .zero)
    case .atLeast(let knob, _): .atLeast(knob, .zero)
    case .atMost(let knob, _): .atMost(knob, .zero)
    case .choice, .without, .having, .made: self
    }
  }
}
