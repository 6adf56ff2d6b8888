import CustomDump
import JOSE
import Testing
import TokenCore

@testable import Simulation

/// A client from the sign-in page to its tokens, and out again.
struct SignInTests {
  var client = Client.fresh()
  var random = RandomStream(seed: 1, label: "client")

  @Test mutating func `signing in sends a challenge and keeps the verifier`() throws {
    let directives = client.signIn(using: &random, LabCryptography())
    guard case .authorizing(let number, let verifier) = client.phase,
      case .authorizationRequest(let request) = directives.payloads.first
    else { throw Unexpected("\(client.phase)") }
    #expect(directives.requests == [number])
    #expect(verifier.utf8.count == 43)
    #expect(request.userName == "alice")
    #expect(request.clientID == "web")
    #expect(
      request.codeChallenge == base64URL(LabCryptography().digest(Array(verifier.utf8))))
  }

  @Test mutating func `the code is exchanged with the verifier`() throws {
    _ = client.signIn(using: &random, LabCryptography())
    guard case .authorizing(let number, let verifier) = client.phase else {
      throw Unexpected("\(client.phase)")
    }
    let directives = client.receive(.code("the-code"), for: number)
    expectNoDifference(
      directives.payloads,
      [
        .tokenRequest(
          TokenRequest(form: [
            "grant_type": "authorization_code", "code": "the-code", "client_id": "web",
            "code_verifier": verifier,
          ]))
      ])
    #expect(directives.timers.map(\.after) == [.seconds(2)])
  }

  @Test mutating func `tokens that arrive are stored, and the end is counted from then`() {
    client = Client.inEveryPhase[2]
    let now = Instant.start + .milliseconds(12_345)
    let directives = client.receive(.tokens(1, refresh: 1), for: client.awaited, at: now)
    #expect(directives == [.note(.storedTokens(.init(index: 0), .init(index: 0)))])
    #expect(client.phase == .signedIn)
    expectNoDifference(
      client.storage,
      Client.Storage(
        accessToken: .numbered(1), believedExpiry: now + .minutes(15), refreshToken: .numbered(1)))
  }

  @Test(arguments: [
    (AuthorizationResponse.error(.accessDenied), SignOutCause.signInRefused(.accessDenied)),
    (.rejected, .signInRefused(.unauthorizedClient)),
  ])
  mutating func `a refusal at the sign-in page ends the attempt`(
    _ response: AuthorizationResponse, _ cause: SignOutCause
  ) {
    client = Client.inEveryPhase[1]
    let directives = client.receive(response, for: client.nextRequest)
    #expect(directives == [.note(.signedOut(cause))])
    #expect(client.phase == .signedOut(cause))
  }

  @Test mutating func `a refused code ends the attempt`() {
    client = Client.inEveryPhase[2]
    let directives = client.receive(
      .error(.invalidGrant, status: 400), for: client.awaited, at: .start)
    #expect(directives == [.note(.signedOut(.signInRefused(.invalidGrant)))])
    #expect(client.storage == Client.Storage())
  }

  @Test mutating func `a code exchange without an answer is tried again and then given up`() {
    client = Client.inEveryPhase[2]
    for attempt in 2...3 {
      let directives = client.timerFired(client.waiting?.ticket ?? 0)
      #expect(directives.notes == [.triesAgain(attempt: attempt)])
      #expect(directives.payloads.count == 1)
    }
    let directives = client.timerFired(client.waiting?.ticket ?? 0)
    #expect(directives == [.note(.signedOut(.signInUnanswered))])
    #expect(client.isSignedOut)
  }

  @Test mutating func `logging out forgets the tokens and revokes the refresh token`() {
    client = .signedIn()
    let directives = client.logOut()
    expectNoDifference(
      directives.payloads,
      [
        .revocationRequest(
          RevocationRequest(
            form: [
              "token": "refresh 1", "token_type_hint": "refresh_token", "client_id": "web",
            ],
            label: RefreshTokenID(index: 0)))
      ])
    #expect(directives.notes == [.signedOut(.loggedOut)])
    #expect(client.storage == Client.Storage())
    #expect(client.phase == .signedOut(.loggedOut))
  }

  @Test mutating func `without a refresh token the access token is what is to be revoked`() {
    client = .signedIn(withRefreshToken: false)
    let directives = client.logOut()
    let requests = directives.payloads.compactMap {
      if case .revocationRequest(let request) = $0 { request } else { nil }
    }
    #expect(requests.map(\.accessLabel) == [AccessTokenID(index: 0)])
    #expect(directives.notes == [.signedOut(.loggedOut)])
  }

  @Test mutating func `an answer that comes after logging out is ignored`() {
    client = Client.inEveryPhase[4]
    let awaited = client.awaited
    _ = client.logOut()
    let before = client
    #expect(client.receive(.tokens(2, refresh: 2), for: awaited, at: .start) == [])
    #expect(client == before)
  }
}
