import JOSE
import TestRuns
import Testing

@testable import Simulation
@testable import TokenCore

/// Whatever a rule reads is in the form: changed, it changes the form.
struct CanonicalChangeTests {
  struct Change: CustomTestStringConvertible {
    let testDescription: String
    let strategy: Strategy
    let change: @Sendable (inout World) -> Void

    init(
      _ name: String, _ strategy: Strategy = .rotationStrict,
      _ change: @escaping @Sendable (inout World) -> Void
    ) {
      testDescription = name
      self.strategy = strategy
      self.change = change
    }
  }

  /// Alice has refreshed twice and her storage was stolen in between; the thief has a family of its own;
  /// a call is held, a code is on its way to bob, and a fault is pending.
  private static func busy(_ strategy: Strategy) -> World {
    var run = Run(strategy, devices: [.alice, .bob])
    run.order(.client(.laptop, .signIn), at: .zero)
    run.order(.client(.laptop, .callAPI), at: .seconds(5))
    run.order(.client(.laptop, .refresh), at: .seconds(10))
    run.order(.attacker(.stealStorage(.laptop)), at: .seconds(11))
    run.order(.attacker(.callAPI), at: .seconds(12))
    run.order(.attacker(.startFlow(.laptop)), at: .seconds(13))
    run.order(.client(.laptop, .refresh), at: .seconds(14))
    run.order(.client(DeviceID(index: 1), .signIn), at: .milliseconds(14_850))
    run.order(.client(.laptop, .callAPI), at: .seconds(15))
    run.order(.wire(.hold(run.world.nextMessage - 1)), at: .seconds(15))
    run.order(.network(.laptop, .dropNextRequest), at: .seconds(15))
    return run.world
  }

  /// An API compares each token's version with the account's.
  private static var versioned: Strategy {
    var policy = Strategy.rotationStrict.policy
    policy.accessToken.check = .tokenVersion
    return Strategy(
      id: "versioned", summary: "", origin: "", policy: policy, habit: Strategy.rotationStrict.habit
    )
  }

  /// An API asks about each token, and believes the answer for a minute.
  private static var introspecting: Strategy {
    var policy = Strategy.rotationStrict.policy
    policy.accessToken.check = .introspection(cache: .minutes(1))
    return Strategy(
      id: "introspecting", summary: "", origin: "", policy: policy,
      habit: Strategy.rotationStrict.habit)
  }

  /// A client that renews by the clock.
  private static var ahead: Strategy {
    Strategy(
      id: "ahead", summary: "", origin: "", policy: Strategy.rotationStrict.policy,
      habit: ClientHabit(renews: .beforeExpiry(margin: .seconds(30))))
  }

  /// A refresh ends the access token before it.
  private static var ending: Strategy {
    var policy = Strategy.rotationStrict.policy
    policy.accessToken.check = .denyList()
    policy.accessToken.endsAtRefresh = true
    return Strategy(
      id: "ending", summary: "", origin: "", policy: policy, habit: Strategy.rotationStrict.habit)
  }

  private static let changes: [Change] = [
    Change("session that an API was told of", .sharedSignals) {
      $0.resourceServers[0].endedSessions["f1"] = $0.now
    },
    Change("INVALID in an API's copy of the status list", .statusList) { world in
      let list = world.resourceServers[0].statusList
      let id = world.attacker.accessTokens.last?.label
      world.resourceServers[0].statusList = list.map {
        StatusList(uri: $0.uri, issuedAt: $0.issuedAt, ttl: $0.ttl, invalid: [id?.index ?? 0])
      }
    },
    Change("age of an API's copy of the status list", .statusList) { world in
      let list = world.resourceServers[0].statusList
      world.resourceServers[0].statusList = list.map {
        StatusList(
          uri: $0.uri, issuedAt: $0.issuedAt - .seconds(1), ttl: $0.ttl, invalid: $0.invalid)
      }
    },
    Change("scope of a client") {
      $0.authorizationServer.registrations[0].withheldScopes = ["write"]
    },
    Change("what renews an access token", ending) { world in
      for index in world.authorizationServer.accessTokens.indices {
        world.authorizationServer.accessTokens[index].renewedBy = nil
      }
    },
    Change("broken part") { $0.authorizationServer.broken = [.introspection] },
    Change("write that fails") { $0.authorizationServer.broken = [.store] },
    Change("part of the second") { $0.now = $0.now + .milliseconds(1) },
    Change("account") { $0.authorizationServer.users[0].isEnabled = false },
    Change("role") { $0.authorizationServer.users[1].isAdmin = true },
    Change("token version", versioned) {
      $0.authorizationServer.users[0].versionRaises.append(
        VersionRaise(at: $0.now, reason: .logout))
    },
    Change("password", .refreshWindow) {
      $0.authorizationServer.users[0].credentialsChangedAt = $0.now
    },
    Change("family") {
      $0.authorizationServer.families[0].state = .revoked(at: $0.now, .reuse)
    },
    Change("age of a sign-in", .stepUp) { world in
      let row = world.authorizationServer.families[0]
      world.authorizationServer.families[0] = TokenFamily(
        id: row.id, user: row.user, client: row.client, scope: row.scope, session: row.session,
        authenticatedAt: row.authenticatedAt + .seconds(1), startedAt: row.startedAt,
        lastUsedAt: row.lastUsedAt, keyThumbprint: row.keyThumbprint, state: row.state,
        refreshTokens: row.refreshTokens, accessTokens: row.accessTokens)
    },
    Change("age of a session's sign-in", .stepUp) {
      $0.authorizationServer.ssoSessions[0].authenticatedAt = .start + .seconds(1)
    },
    Change("a sign-in that an API asked for", .stepUp) {
      $0.clients[0].stepUp = Client.StepUp(
        stage: .authorizing(request: 99, verifier: "verifier"), ticket: 99, calls: [])
    },
    Change("last use of a session", .serverSession) {
      $0.authorizationServer.families[0].lastUsedAt = .start
    },
    Change("binding", .senderConstrained) {
      $0.authorizationServer.families[0].keyThumbprint = "other"
    },
    Change("binding of an access token", .boundEverything) {
      let id = $0.clients[0].storage.accessToken?.label
      $0.authorizationServer.accessTokens[id?.index ?? 0].confirmation = "other"
    },
    Change("nonce of a client", .boundEverything) {
      $0.clients[0].nonces = KnownNonces()
    },
    Change("a server's other nonces", .boundEverything) {
      $0.authorizationServer.nonces = ProofNonces(
        anotherEvery: .minutes(5), secret: [1])
    },
    Change("the time of the next nonce", .boundEverything) { $0.now = $0.now + .seconds(1) },
    Change("proof of a held call", .boundEverything) { world in
      world.changeHeld { $0.proof = nil }
    },
    Change("seen proof of a held call", .boundEverything) { world in
      for proof in world.heldProofIDs { world.resourceServers[0].seenProofs[proof] = world.now }
    },
    Change("prepared proofs", .boundEverything) { world in
      world.attacker.prepared = world.preparedProofs(on: .laptop, for: .minutes(1))
    },
    Change("refresh token") {
      $0.authorizationServer.refreshTokens[1].state = .displaced(at: $0.now)
    },
    Change("idle end") {
      $0.authorizationServer.refreshTokens[2].idleDeadline = $0.now + .seconds(1)
    },
    Change("spent when", .graceSameSuccessor) {
      $0.authorizationServer.refreshTokens[1].state = .spent(
        at: $0.now + .seconds(1), successor: RefreshTokenID(index: 2), lastPresentedAt: $0.now)
    },
    Change("grace", .graceSameSuccessor) { world in
      guard
        case .spent(let at, let next, let last) = world.authorizationServer.refreshTokens[1].state
      else { return }
      world.authorizationServer.refreshTokens[1].state = .spent(
        at: at + .seconds(1), successor: next, lastPresentedAt: last)
    },
    Change("clear copy", .graceSameSuccessor) { $0.authorizationServer.retryCopies = [:] },
    Change("end of a clear copy", .graceSameSuccessor) { world in
      for id in world.authorizationServer.retryCopies.keys {
        world.authorizationServer.retryCopies[id]?.until = world.now + .seconds(1)
      }
    },
    Change("access token", .trackedJTI) {
      $0.authorizationServer.accessTokens[$0.authorizationServer.accessTokens.count - 1].revokedAt =
        $0.now
    },
    Change("code") {
      $0.authorizationServer.codes = []
      $0.authorizationServer.index.codes = RowIndex()
    },
    Change("published keys") { world in
      _ = world.authorizationServer.withdrawSigningKeys(
        using: &world.random.server, world.cryptography)
    },
    Change("session") {
      $0.authorizationServer.ssoSessions[0].end = SSOSession.End(at: $0.now, reason: .logout)
    },
    Change("idle end of an SSO session") {
      $0.authorizationServer.ssoSessions[0].lastUsedAt = .start
    },
    Change("max of an SSO session") {
      $0.authorizationServer.ssoSessions[0].authenticatedAt = .start + .seconds(1)
    },
    Change("cookie in a browser") { $0.clients[0].cookie = nil },
    Change("code used") { world in
      let last = world.authorizationServer.codes.count - 1
      world.authorizationServer.codes[last].usedFor = FamilyID(index: 0)
    },
    Change("key cache") { $0.resourceServers[0].fetchedAt = $0.now },
    Change("keys of an API") { $0.resourceServers[0].keySet = [] },
    Change("storage") { $0.clients[0].storage.accessToken = nil },
    Change("refresh token in the storage") { $0.clients[0].storage.refreshToken = nil },
    Change("believed end", ahead) {
      $0.clients[0].storage.believedExpiry = $0.now + .seconds(1)
    },
    Change("closed browser") { $0.clients[0].phase = .closed(nil) },
    Change("phase") { $0.clients[1].phase = .signedOut(.signInUnanswered) },
    Change("sent tokens") { $0.clients[0].sentRefreshTokens = [] },
    Change("restart") { $0.clients[0].restartsBeforeStoring = true },
    Change("open calls") { $0.clients[0].calls = [:] },
    Change("tab of a call") { $0.changeCalls { (1, $0.path, $0.isRepeat, $0.token) } },
    Change("path of a call") {
      $0.changeCalls { ($0.tab, .administration, $0.isRepeat, $0.token) }
    },
    Change("repetition of a call") { $0.changeCalls { ($0.tab, $0.path, true, $0.token) } },
    Change("token of a call") { $0.changeCalls { ($0.tab, $0.path, $0.isRepeat, nil) } },
    Change("what a visitor keeps") {
      $0.visitor.wish(for: [.code: "code"], in: 1)
      $0.visitor.receive(.authorizationResponse(.code("another")), for: 1)
    },
    Change("key of a visitor") { $0.visitor.use(key: "mine") },
    Change("will sign in") { $0.willSignIn[0] = true },
    Change("what the thief holds") {
      _ = $0.attacker.take(nil, $0.clients[0].storage.refreshToken, from: .laptop, at: $0.now)
    },
    Change("stolen key") { _ = $0.attacker.take($0.authorizationServer.signingKey, at: $0.now) },
    Change("faults") { $0.faults = [] },
    Change("held messages") { $0.heldMessages = [] },
    Change("rest of the way") {
      $0.heldMessages = $0.heldMessages.map {
        HeldMessage(message: $0.message, remaining: $0.remaining + .seconds(1), cause: $0.cause)
      }
    },
    Change("host of a held call") { $0.changeHeld { $0.host = "other" } },
    Change("path of a held call") { $0.changeHeld { $0.path = "/other" } },
    Change("scope of a held call") { $0.changeHeld { $0.requiredScope = "other" } },
    Change("token of a held call") { $0.changeHeld { $0.token = nil } },
    Change("moments in the queue") { world in
      let entries = world.queue.entries
      world.queue = EventQueue()
      for entry in entries { world.queue.insert(entry.event, at: entry.at + .milliseconds(1)) }
    },
    Change("queue") { $0.queue = EventQueue() },
    Change("waiting command") { $0.schedule(.client(.laptop, .callAPI), at: $0.now + .seconds(1)) },
    Change("setting") {
      $0 = World(Setting(strategy: .rotationStrict, latency: .zero), LabCryptography())
    },
  ]

  @Test(arguments: changes)
  func `what a rule reads is in the form`(_ change: Change) {
    let world = Self.busy(change.strategy)
    var other = world
    change.change(&other)
    #expect(other.canonicalForm != world.canonicalForm)
  }

  /// What an API was told of the token in alice's storage, believed for a shorter or a longer time.
  @Test func `until when an answer is believed is in the form`() throws {
    let forms = try [10, 20].map { (seconds: Int64) in
      var world = Self.busy(Self.introspecting)
      let token = try #require(world.clients[0].storage.accessToken)
      let told = try #require(world.resourceServers[0].introspections.values.first)
      world.resourceServers[0].introspections[token.text] = .init(
        told.answer, told.standing, askedAt: world.now, cache: .seconds(seconds))
      return world.canonicalForm
    }
    #expect(forms[0] != forms[1])
  }

  /// Nothing else shifts with the clock where nothing has happened yet.
  @Test func `the part of a second counts where nothing has an end`() {
    let world = World(Setting(strategy: .rotationStrict), LabCryptography())
    var other = world
    other.now = other.now + .milliseconds(1)
    #expect(other.canonicalForm != world.canonicalForm)
    other.now = world.now + .seconds(1)
    #expect(other.canonicalForm == world.canonicalForm)
  }

  /// Whoever lost the tokens otherwise than by logging out signs in again.
  @Test func `why somebody is signed out counts as far as they come back`() {
    let forms = [nil, .loggedOut, .signInUnanswered, .nothingToRenewWith].map {
      (cause: SignOutCause?) in
      var world = World(Setting(strategy: .rotationStrict), LabCryptography())
      world.clients[0].phase = .signedOut(cause)
      return world.canonicalForm
    }
    #expect(forms[0] == forms[1])
    #expect(forms[1] != forms[2])
    #expect(forms[2] == forms[3])
  }

  /// Up to then a spent token is reuse.
  @Test func `when a family idles out counts for whoever holds a spent token of it`() throws {
    var world = Self.busy(.rotationStrict)
    world.clients[0].storage = .init()
    let family = world.authorizationServer.families[0]
    let current = try #require(
      family.refreshTokens.first { world.authorizationServer.record(of: $0).isCurrent })
    var other = world
    other.authorizationServer.refreshTokens[current.index].idleDeadline = world.now + .seconds(1)
    #expect(other.canonicalForm != world.canonicalForm)
  }

  /// What no rule reads.
  private static let notes: [Change] = [
    Change("last answer") { $0.clients[0].lastAnswer = nil },
    Change("numbers of requests") { $0.clients[0].nextRequest += 5 },
    Change("numbers of messages") { $0.nextMessage += 5 },
    Change("visits") { $0.visits += 5 },
    Change("random streams") { $0.random = RandomStreams(seed: 9) },
    Change("a timer that nobody waits on") { world in
      world.queue.insert(.timer(.laptop, ticket: 999), at: world.now + .seconds(1))
    },
    Change("end of a token") { world in
      world.queue.insert(.accessTokenEnds(.init(index: 0)), at: world.now + .seconds(1))
    },
  ]

  @Test(arguments: notes)
  func `what no rule reads is not`(_ note: Change) {
    let world = Self.busy(note.strategy)
    var other = world
    note.change(&other)
    #expect(other != world)
    #expect(other.canonicalForm == world.canonicalForm)
  }
}

extension World {
  /// Alice's calls that wait for an answer, as if they were others.
  fileprivate mutating func changeCalls(
    _ change: (Client.PendingCall) -> (
      tab: Int, path: ResourcePath, isRepeat: Bool, token: AccessToken?
    )
  ) {
    clients[0].calls = clients[0].calls.mapValues { call in
      let other = change(call)
      return Client.PendingCall(
        tab: other.tab, path: other.path, host: call.host, isRepeat: other.isRepeat,
        hasNonce: call.hasNonce, isSteppedUp: call.isSteppedUp, ticket: call.ticket,
        token: other.token)
    }
  }

  /// `jti` of the proofs of the calls that are held.
  fileprivate var heldProofIDs: [String] {
    heldMessages.compactMap { held in
      guard let proof = held.message.payload.proof,
        let expectation = proofTarget(of: held.message.payload),
        case .accepted(_, let proofID, _) = cryptography.verify(
          proof: proof, against: expectation, at: NumericDate(now))
      else { return nil }
      return proofID
    }
  }

  /// The calls that are held, as if another had been sent.
  fileprivate mutating func changeHeld(_ change: (inout ResourceRequest) -> Void) {
    heldMessages = heldMessages.map { held in
      guard case .resourceRequest(var request) = held.message.payload else { return held }
      change(&request)
      let sent = held.message
      let message = Message(
        id: sent.id, from: sent.from, to: sent.to, payload: .resourceRequest(request),
        request: sent.request, sentAt: sent.sentAt, arrivesAt: sent.arrivesAt)
      return HeldMessage(message: message, remaining: held.remaining, cause: held.cause)
    }
  }
}
