import TestRuns
import JOSE

@testable import Simulation
@testable import TokenCore

extension Client {
  static func fresh(_ habit: ClientHabit = ClientHabit(renews: .whenRefused)) -> Client {
    var setting = Setting(strategy: .rotationStrict)
    setting.habit = habit
    return Client(.laptop, setting, key: nil)
  }

  /// A client that has just stored `AT1` and, unless told otherwise, `RT1` at the start of time.
  static func signedIn(
    _ habit: ClientHabit = ClientHabit(renews: .whenRefused), withRefreshToken: Bool = true
  ) -> Client {
    var client = Client.fresh(habit)
    client.storage.accessToken = .numbered(1)
    client.storage.believedExpiry = .start + .minutes(15)
    client.storage.refreshToken = withRefreshToken ? .numbered(1) : nil
    client.phase = .signedIn
    return client
  }

  /// An answer of the token endpoint, looked into with the lab's own cryptography.
  mutating func receive(
    _ response: TokenResponse, for request: Int, at now: Instant
  ) -> [Directive] {
    receive(response, for: request, at: now, LabCryptography())
  }

  /// An answer of an API; whatever a sign-in needs is drawn anew.
  mutating func receive(_ response: ResourceResponse, for request: Int) -> [Directive] {
    var random = RandomStream(seed: 1, label: "client")
    return receive(response, for: request, using: &random, LabCryptography())
  }

  /// The number of the token request that it waits on.
  var awaited: Int { waiting?.request ?? 0 }

  /// A client in each phase, with tokens where the phase has them.
  static var inEveryPhase: [Client] {
    var authorizing = Client.fresh()
    var random = RandomStream(seed: 1, label: "client")
    _ = authorizing.signIn(using: &random, LabCryptography())
    var exchanging = authorizing
    _ = exchanging.receive(.code("code"), for: exchanging.nextRequest)
    var refreshing = Client.signedIn()
    _ = refreshing.refresh()
    return [.fresh(), authorizing, exchanging, .signedIn(), refreshing]
  }
}

extension AccessToken {
  static func numbered(_ number: Int) -> AccessToken {
    AccessToken(text: "access \(number)", label: AccessTokenID(index: number - 1))
  }
}

extension RefreshToken {
  static func numbered(_ number: Int) -> RefreshToken {
    RefreshToken(text: "refresh \(number)", label: RefreshTokenID(index: number - 1))
  }
}

extension Sequence where Element == Directive {
  /// What is sent, without its number.
  var payloads: [Payload] {
    compactMap { if case .send(let payload, _, _) = $0 { payload } else { nil } }
  }

  var requests: [Int] {
    compactMap { if case .send(_, _, let request) = $0 { request } else { nil } }
  }

  var notes: [ClientEvent] {
    compactMap { if case .note(let event) = $0 { event } else { nil } }
  }

  var timers: [(ticket: Int, after: TimeSpan)] {
    compactMap { if case .setTimer(let ticket, let span) = $0 { (ticket, span) } else { nil } }
  }
}

extension TokenResponse {
  /// New tokens; without a number there is no new refresh token.
  static func tokens(_ access: Int, refresh: Int?, expiresIn: Int64 = 900) -> TokenResponse {
    .success(
      TokenGrant(
        accessToken: .numbered(access), type: .bearer, expiresIn: expiresIn,
        refreshToken: refresh.map(RefreshToken.numbered), scope: Scope("read write")))
  }
}

extension Payload {
  /// The call with this access token.
  static func call(_ number: Int) -> Payload {
    .resourceRequest(ResourceRequest(token: .numbered(number)))
  }

  /// The refresh with this refresh token.
  static func refresh(_ number: Int) -> Payload {
    .tokenRequest(
      TokenRequest(
        form: [
          "grant_type": "refresh_token", "refresh_token": RefreshToken.numbered(number).text,
          "client_id": "web",
        ],
        label: RefreshToken.numbered(number).label))
  }
}
