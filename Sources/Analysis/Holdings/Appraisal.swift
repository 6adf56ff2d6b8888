import Simulation
import TokenCore

/// What the things that a party holds are good for in a world.
struct Appraisal: Sendable {
  let world: World
  let party: Party

  /// Ways to use an item, each a request that could be made now.
  func ways(to text: Text) -> [(purpose: Holding.Purpose, request: Presentation)] {
    switch text {
    case .access(let token):
      var ways: [(purpose: Holding.Purpose, request: Presentation)] = [
        (.callsAPI, world.call(with: token, to: .profile, from: party)),
        (.callsAdminAPI, world.call(with: token, to: .administration, from: party)),
      ]
      if case .reissue = policy.renewal {
        ways.append((.renews, world.reissue(with: token, from: party)))
      }
      return ways + prepared(ways) + onDevice(token)
    case .refresh(let token):
      let asAccess = AccessToken(text: token.text, label: nil)
      let ways: [(purpose: Holding.Purpose, request: Presentation)] = [
        (.renews, world.refresh(with: token, from: party)),
        (.callsAPI, world.call(with: asAccess, to: .profile, from: party)),
      ]
      return ways + prepared(ways) + onDevice(token)
    case .cookie(let cookie):
      return [(.signsIn, world.silentSignIn(with: cookie, from: party))]
    case .backendCookie(let cookie): return throughBackend(with: cookie)
    }
  }

  /// What is held, as it travels.
  enum Text: Hashable, Sendable {
    case access(AccessToken)
    case refresh(RefreshToken)
    case cookie(SessionCookie)
    case backendCookie(BackendCookie)

    var item: Holding.Item {
      switch self {
      case .access(let token): .accessToken(token.label)
      case .refresh(let token): .refreshToken(token.label)
      case .cookie(let cookie): .sessionCookie(cookie.label)
      case .backendCookie(let cookie): .backendCookie(cookie.device)
      }
    }
  }

  private var policy: Policy { world.authorizationServer.policy }

  /// What the application's own server does for whoever has its cookie, as long as that names a session
  /// there: it calls with its token, or first renews it.
  private func throughBackend(
    with cookie: BackendCookie
  ) -> [(purpose: Holding.Purpose, request: Presentation)] {
    let client = world.clients[cookie.device.index]
    guard client.backend?.session == cookie else { return [] }
    let application = Party.client(cookie.device)
    let renewal = client.storage.refreshToken.map { token in
      (Holding.Purpose.callsAPI, world.refresh(with: token, from: application))
    }
    let call = client.storage.accessToken.map { token in
      (Holding.Purpose.callsAPI, world.call(with: token, to: .profile, from: application))
    }
    return [renewal, call].compactMap(\.self)
  }

  private func onDevice(
    _ token: RefreshToken
  ) -> [(purpose: Holding.Purpose, request: Presentation)] {
    guard party == .attacker, policy.refresh?.isBoundToKey == true else { return [] }
    return world.clients.map { client in
      (.renewsOnDevice, world.refresh(with: token, from: party, on: client.id))
    }
  }

  private func onDevice(
    _ token: AccessToken
  ) -> [(purpose: Holding.Purpose, request: Presentation)] {
    guard party == .attacker, policy.accessToken.binding.needsProof else { return [] }
    return world.clients.map { client in
      (.callsOnDevice, world.call(with: token, to: .profile, from: party, on: client.id))
    }
  }

  /// The same with proofs that the attacker made in advance.
  private func prepared(
    _ ways: [(purpose: Holding.Purpose, request: Presentation)]
  ) -> [(purpose: Holding.Purpose, request: Presentation)] {
    guard party == .attacker, !world.attacker.prepared.isEmpty else { return [] }
    return ways.compactMap { purpose, request in
      world.prepared(request).map { (purpose, $0) }
    }
  }

  /// What the item is good for, and until when.
  func uses(of text: Text) -> [Holding.Use] {
    var uses: [Holding.Use] = []
    for (purpose, request) in ways(to: text) {
      guard !uses.contains(where: { $0.purpose == purpose }), isGranted(request, at: world.now)
      else { continue }
      uses.append(Holding.Use(purpose, until: end(of: request)))
    }
    return uses
  }

  /// Until when it opens the API by itself; nil where it does not.
  func access(by text: Text) -> Holding.End? {
    let calls = ways(to: text).filter { $0.purpose == .callsAPI }.map(\.request)
    return calls.first { isGranted($0, at: world.now) }.map { end(of: $0) }
  }

  private func isGranted(_ request: Presentation, at instant: Instant) -> Bool {
    world.asked(request, at: instant).isGranted
  }

  /// When the request would first be refused, if nothing happened until then but time.
  func end(of request: Presentation) -> Holding.End {
    let subject = Subject(of: request, in: world)
    let proofs = request.isPrepared ? world.attacker.prepared.map(\.issuedAt).max() : nil
    let last = proofs.map { [$0 + ProofExpectation.usualWindow + .milliseconds(1)] } ?? []
    return end(hints: subject.deadlines(in: world.authorizationServer) + last) { instant in
      isGranted(request, at: instant)
    }
  }

  func end(hints: [Instant], _ isGranted: (Instant) -> Bool) -> Holding.End {
    let horizon = world.now + Knob.most
    let ends = hints.filter { $0 > world.now && $0 < horizon }.sorted() + [horizon]
    var last = world.now.milliseconds
    for end in ends.map(\.milliseconds) {
      guard !isGranted(Instant(milliseconds: end)) else {
        last = end
        continue
      }
      let held = Bisection.lastHolding(from: last, to: end, hints: [end - 1]) {
        isGranted(Instant(milliseconds: $0))
      }
      return .at(Instant(milliseconds: held + 1))
    }
    return .open
  }

  /// What a stolen key is good for: any user's name does.
  func usesOfKey() -> [Holding.Use] {
    let user = UserID(index: 0)
    let isGranted = { (instant: Instant) in
      world.forgery(for: user, at: instant).map { world.asked($0, at: instant).isGranted } ?? false
    }
    guard isGranted(world.now) else { return [] }
    return [Holding.Use(.forges, until: end(hints: [], isGranted))]
  }
}
