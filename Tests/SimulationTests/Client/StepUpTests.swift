import CustomDump
import Testing
import TokenCore

@testable import Simulation

/// What a client does with an API's question for a more recent sign-in (RFC 9470 §4).
struct StepUpTests {
  var client = Client.signedIn()

  private static let challenge = ResourceResponse(
    status: 401, error: .insufficientUserAuthentication, maxAge: 300)

  /// A call that is refused for the age of the sign-in.
  private mutating func refusedCall(tab: Int = 0) -> [Directive] {
    let number = client.callAPI(tab: tab, at: .start).requests.first ?? 0
    return client.receive(Self.challenge, for: number)
  }

  private static func authorization(in directives: [Directive]) -> AuthorizationRequest? {
    directives.payloads.lazy.compactMap {
      if case .authorizationRequest(let request) = $0 { request } else { nil }
    }.first
  }

  @Test mutating func `the person is sent to sign in with the age that was asked for`() {
    let directives = refusedCall()
    let request = Self.authorization(in: directives)
    #expect(request?.maxAge == 300 && request?.prompt == nil)
    #expect(directives.notes == [.stepsUp(maxAge: 300)])
    #expect(client.isSignedIn && client.storage.accessToken == .numbered(1))
  }

  @Test mutating func `with the new tokens the call is made again, once`() throws {
    let number = try #require(refusedCall().requests.first)
    let exchange = client.receive(.code("code"), for: number)
    let stored = client.receive(
      .tokens(2, refresh: 2), for: try #require(exchange.requests.first), at: .start)
    #expect(stored.payloads == [.call(2)])
    #expect(client.storage.refreshToken == .numbered(2))
    let again = client.receive(Self.challenge, for: try #require(stored.requests.first))
    #expect(again == [.note(.callFailed(.refused(status: 401)))])
    #expect(client.stepUp == nil)
  }

  @Test mutating func `a refresh comes first where the token has ended`() throws {
    let number = client.callAPI(at: .start).requests.first ?? 0
    _ = client.receive(ResourceResponse(status: 401, error: .invalidToken), for: number)
    let renewal = client.receive(.tokens(2, refresh: 2), for: client.awaited, at: .start)
    let refusal = client.receive(Self.challenge, for: try #require(renewal.requests.first))
    #expect(Self.authorization(in: refusal)?.maxAge == 300)
  }

  @Test mutating func `a second tab waits for the same sign-in`() throws {
    let number = try #require(refusedCall().requests.first)
    #expect(refusedCall(tab: 1) == [.note(.callWaits)])
    let exchange = client.receive(.code("code"), for: number)
    let stored = client.receive(
      .tokens(2, refresh: 2), for: try #require(exchange.requests.first), at: .start)
    #expect(stored.payloads == [.call(2), .call(2)])
  }

  @Test mutating func `a refresh that is in flight is of no use any more`() throws {
    let number = try #require(refusedCall().requests.first)
    let refresh = try #require(client.refresh().requests.first)
    let exchange = client.receive(.code("code"), for: number)
    _ = client.receive(
      .tokens(2, refresh: 2), for: try #require(exchange.requests.first), at: .start)
    #expect(client.receive(.tokens(3, refresh: 3), for: refresh, at: .start).isEmpty)
    #expect(client.storage.refreshToken == .numbered(2))
  }

  static let endings: [AuthorizationResponse] = [.error(.accessDenied), .rejected]

  @Test(arguments: endings)
  mutating func `whose person is refused goes on with what it has`(
    _ response: AuthorizationResponse
  ) throws {
    let number = try #require(refusedCall().requests.first)
    #expect(client.receive(response, for: number) == [.note(.callFailed(.notRenewed))])
    #expect(client.isSignedIn && client.stepUp == nil)
    #expect(client.storage.accessToken == .numbered(1))
  }

  @Test mutating func `whose page does not answer in half a minute goes on with what it has`()
    throws
  {
    let timer = try #require(refusedCall().timers.last)
    #expect(timer.after == .seconds(30))
    #expect(client.timerFired(timer.ticket) == [.note(.callFailed(.notRenewed))])
    #expect(client.isSignedIn && client.stepUp == nil)
  }

  @Test mutating func `the exchange is tried again like any other`() throws {
    let number = try #require(refusedCall().requests.first)
    var directives = client.receive(.code("code"), for: number)
    for attempt in 2...3 {
      directives = client.timerFired(try #require(directives.timers.first).ticket)
      #expect(directives.notes == [.triesAgain(attempt: attempt)])
    }
    let end = client.timerFired(try #require(directives.timers.first).ticket)
    #expect(end == [.note(.callFailed(.notRenewed))])
    #expect(client.isSignedIn)
  }

  @Test(arguments: [true, false])
  mutating func `closing and logging out end it with its calls`(_ closes: Bool) {
    _ = refusedCall()
    let notes = (closes ? client.closeBrowser() : client.logOut()).notes
    #expect(notes.contains(.callFailed(closes ? .browserClosed : .notRenewed)))
    #expect(client.stepUp == nil)
  }

  @Test mutating func `a timer's question sends nobody anywhere`() throws {
    client = .signedIn(ClientHabit(renews: .onCheck(every: .minutes(5))))
    let check = try #require(client.renewalTimerFired().requests.first)
    #expect(
      client.receive(Self.challenge, for: check) == [.note(.callFailed(.refused(status: 401)))])
  }
}
