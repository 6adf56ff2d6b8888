import Simulation
import TokenCore

/// One token, and those that come of it: how long the party could be served with them.
struct AccessChain: Sendable {
  private var world: World
  private let party: Party
  private var text: Appraisal.Text
  private var lastServed: Instant?
  private var renewals = 0
  /// What a cookie has been turned into last: good for longer than the cookie.
  private var signedIn: Appraisal.Text?
  /// Whether something was found that time alone does not end.
  private var isOpen = false

  /// More than a month of daily renewals, or a working day of sliding ones.
  private static let mostRenewals = 40

  init(world: World, party: Party, text: Appraisal.Text) {
    self.world = world
    self.party = party
    self.text = text
    note(text)
  }

  var end: LastAccess {
    if isOpen || renewals == Self.mostRenewals {
      return .open(.renews, past: lastServed ?? world.now)
    }
    return lastServed.map { .until($0, renewals: renewals) } ?? .none
  }

  /// Renews once; false when that was the last time.
  mutating func next() -> Bool {
    renewals < Self.mostRenewals && !isOpen && (renew() || goOnSignedIn())
  }

  /// The cookie signs nobody in any more: what it gave last is left.
  private mutating func goOnSignedIn() -> Bool {
    guard let signedIn else { return false }
    (text, self.signedIn) = (signedIn, nil)
    return true
  }

  private var appraisal: Appraisal { Appraisal(world: world, party: party) }

  /// Takes what a token opens by itself into account.
  private mutating func note(_ text: Appraisal.Text) {
    note(appraisal.access(by: text))
  }

  private mutating func note(_ end: Holding.End?) {
    switch end {
    case nil: break
    case .open: isOpen = true
    case .at(let instant): lastServed = max(lastServed ?? instant, instant)
    }
  }

  /// Renews at the last moment at which that is possible; false where it is not, or gains nothing.
  private mutating func renew() -> Bool {
    guard let request = renewal, world.asked(request, at: world.now).isGranted else { return false }
    let end = appraisal.end(of: request).instant
    if let tooOld, end ?? .distantFuture >= tooOld {
      if tooOld > world.now { noteRenewal(by: request, at: tooOld - .milliseconds(1)) }
      return false
    }
    guard let end else {
      isOpen = true
      return false
    }
    let moment = end - .milliseconds(1)
    guard moment > world.now else { return false }
    if isWindowFixed { noteRenewal(by: request, at: max(world.now, end - accessLifetime)) }
    let answer = world.asked(request, at: moment)
    world = world.after(answered: request, at: moment)
    renewals += 1
    take(answer.response)
    return true
  }

  /// From when on the first API finds the sign-in behind what is held too long ago: no renewal is of use
  /// beyond that (RFC 9068 §2.2.1). Nil where it does not ask.
  private var tooOld: Instant? {
    let server = world.authorizationServer
    let signedIn: Instant? =
      switch text {
      case .access(let token):
        token.label.map { server.family(server.record(of: $0).family).authenticatedAt }
      case .refresh(let token):
        token.label.map { server.family(server.record(of: $0).family).authenticatedAt }
      case .cookie(let cookie): cookie.label.map { server.session($0).authenticatedAt }
      // Of such a cookie it is the application's tokens that are followed.
      case .backendCookie: nil
      }
    return world.resourceServers[0].policy.maxAge.flatMap { age in
      signedIn.map { NumericDate($0).inWholeSeconds.olderThan(age) }
    }
  }

  private var policy: Policy { world.authorizationServer.policy }
  /// How long a token opens the API: to the end that the API looks at.
  private var accessLifetime: TimeSpan {
    policy.accessToken.shortExpiry.checkedSpan ?? policy.accessToken.lifetime
  }

  /// Whether tokens end with the window in which they are exchanged, however late that was: the last
  /// moment then gives a token that is dead at birth.
  private var isWindowFixed: Bool {
    if case .reissue(let reissue) = policy.renewal { !reissue.anchor.isRestarted } else { false }
  }

  /// What a renewal earlier than at the last moment would give.
  private mutating func noteRenewal(by request: Presentation, at instant: Instant) {
    let answer = world.asked(request, at: instant).response
    var after = self
    after.world = world.after(answered: request, at: instant)
    switch answer {
    case .tokenResponse(.success(let grant)): after.note(.access(grant.accessToken))
    case .authorizationResponse(.code(let code, _)): after.exchange(code)
    case .authorizationRequest, .authorizationResponse, .tokenRequest, .tokenResponse,
      .resourceRequest, .resourceResponse, .revocationRequest, .revocationResponse,
      .endSessionRequest, .endSessionResponse, .introspectionRequest, .introspectionResponse,
      .securityEvent, .securityEventReceipt:
      return
    }
    lastServed = after.lastServed
    isOpen = after.isOpen
  }

  /// What gets another token, or keeps a session alive.
  private var renewal: Presentation? {
    appraisal.ways(to: text).first { way in
      switch way.purpose {
      case .renews, .signsIn: true
      case .callsAPI: text.isAccess && policy.renewal.isKeptAliveByUse
      case .callsAdminAPI, .callsOnDevice, .renewsOnDevice, .forges: false
      }
    }?.request
  }

  private mutating func take(_ response: Payload) {
    switch response {
    case .tokenResponse(.success(let grant)):
      note(.access(grant.accessToken))
      if text.isAccess { text = .access(grant.accessToken) }
      if let token = grant.refreshToken { text = .refresh(token) }
    case .resourceResponse(let response):
      if let token = response.freshToken { text = .access(token) }
      note(text)
    case .authorizationResponse(.code(let code, _)): exchange(code)
    case .tokenResponse(.error), .tokenResponse(.unavailable), .tokenResponse(.wantsNonce),
      .authorizationRequest, .authorizationResponse, .tokenRequest, .resourceRequest,
      .revocationRequest, .revocationResponse, .endSessionRequest, .endSessionResponse,
      .introspectionRequest,
      .introspectionResponse, .securityEvent, .securityEventReceipt:
      break
    }
  }

  /// A silent sign-in gave a code: its tokens open the API beside the cookie, and after it.
  private mutating func exchange(_ code: String) {
    world = world.withAttackersKey
    let request = world.exchange(code, from: party)
    let answer = world.asked(request, at: world.now)
    world = world.after(answered: request, at: world.now)
    guard case .tokenResponse(.success(let grant)) = answer.response else { return }
    note(.access(grant.accessToken))
    signedIn = grant.refreshToken.map(Appraisal.Text.refresh) ?? .access(grant.accessToken)
  }
}

extension Holding.End {
  /// Nil where time alone does not end it.
  fileprivate var instant: Instant? {
    switch self {
    case .at(let instant): instant
    case .open: nil
    }
  }
}

extension Appraisal.Text {
  fileprivate var isAccess: Bool {
    if case .access = self { true } else { false }
  }
}
