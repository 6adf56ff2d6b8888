import CustomDump
import Testing
import TokenCore

@testable import Simulation

/// A call to the API and what its answer leads to (RFC 6750 §3.1).
struct CallTests {
  var client = Client.signedIn()

  /// Sends a call and gives its number.
  private mutating func call() -> Int {
    client.callAPI(at: .start).requests.first ?? 0
  }

  @Test mutating func `a call carries the access token and waits two seconds`() {
    let directives = client.callAPI(at: .start)
    #expect(directives.payloads == [.call(1)])
    #expect(directives.timers.map(\.after) == [.seconds(2)])
  }

  @Test mutating func `a served call is noted with its token`() {
    let number = call()
    client.storage.accessToken = .numbered(2)
    let directives = client.receive(ResourceResponse(status: 200), for: number)
    #expect(directives == [.note(.callServed(AccessTokenID(index: 0)))])
  }

  @Test mutating func `a refused call refreshes and is repeated once`() throws {
    let number = call()
    let refusal = client.receive(ResourceResponse(status: 401, error: .invalidToken), for: number)
    #expect(refusal.payloads == [.refresh(1)])
    let renewal = client.receive(.tokens(2, refresh: 2), for: client.awaited, at: .start)
    #expect(renewal.payloads == [.call(2)])

    let again = client.receive(
      ResourceResponse(status: 401, error: .invalidToken), for: try #require(renewal.requests.first)
    )
    #expect(again == [.note(.callFailed(.refused(status: 401)))])
    #expect(client.isSignedIn)
  }

  @Test(arguments: [400, 403, 404, 500])
  mutating func `no other refusal leads to a refresh`(_ status: Int) {
    let number = call()
    let directives = client.receive(ResourceResponse(status: status), for: number)
    #expect(directives == [.note(.callFailed(.refused(status: status)))])
    #expect(client.phase == .signedIn)
  }

  @Test(arguments: [
    RenewalHabit.whenRefused, .beforeExpiry(margin: .seconds(30)),
    .onTimer(every: .minutes(5)), .asksThePerson,
  ])
  mutating func `whoever has no refresh token is signed out by a refusal`(_ habit: RenewalHabit) {
    client = .signedIn(ClientHabit(renews: habit), withRefreshToken: false)
    let number = call()
    let directives = client.receive(ResourceResponse(status: 401), for: number)
    #expect(
      directives == [
        .note(.callFailed(.refused(status: 401))), .note(.signedOut(.nothingToRenewWith)),
      ])
    #expect(client.storage == Client.Storage())
  }

  @Test mutating func `a client that asks the person does not renew even if it could`() {
    client = .signedIn(ClientHabit(renews: .asksThePerson))
    let number = call()
    let directives = client.receive(ResourceResponse(status: 401), for: number)
    #expect(directives.payloads == [])
    #expect(client.isSignedOut)
  }

  @Test mutating func `a refusal of a token that has been replaced repeats the call at once`()
    throws
  {
    let number = call()
    client.storage.accessToken = .numbered(2)
    let directives = client.receive(ResourceResponse(status: 401), for: number)
    #expect(directives.payloads == [.call(2)])
    let again = client.receive(
      ResourceResponse(status: 401), for: try #require(directives.requests.first))
    #expect(again == [.note(.callFailed(.refused(status: 401)))])
  }

  @Test mutating func `a call without an answer fails once`() throws {
    let directives = client.callAPI(at: .start)
    let late = try #require(directives.requests.first)
    let ticket = try #require(directives.timers.first).ticket
    #expect(client.timerFired(ticket) == [.note(.callFailed(.noAnswer))])
    let before = client
    #expect(client.receive(ResourceResponse(status: 401), for: late) == [])
    #expect(client == before)
  }

  @Test mutating func `calls in flight end when the client is signed out`() {
    let numbers = [call(), call(), call()]
    #expect(
      client.logOut().notes == Array(repeating: .callFailed(.notRenewed), count: 3)
        + [.signedOut(.loggedOut)])
    for number in numbers {
      #expect(client.receive(ResourceResponse(status: 200), for: number) == [])
    }
  }

  @Test(arguments: Client.inEveryPhase)
  mutating func `answers that nobody waits for change nothing`(_ start: Client) {
    client = start
    for number in [0, 999, -1] {
      #expect(client.receive(ResourceResponse(status: 401), for: number) == [])
      #expect(client.receive(.tokens(9, refresh: 9), for: number, at: .start) == [])
      #expect(client.receive(.error(.invalidGrant, status: 400), for: number, at: .start) == [])
      #expect(client.receive(.code("x"), for: number) == [])
      #expect(client.receive(.rejected, for: number) == [])
      #expect(client.timerFired(number) == [])
    }
    expectNoDifference(client, start)
  }
}
