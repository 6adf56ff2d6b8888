import CustomDump
import Testing
import TokenCore

@testable import Simulation

/// A client and its refreshes: one in flight at a time, and what a missing answer leads to.
struct RefreshTests {
  var client = Client.signedIn()

  @Test mutating func `six refused calls lead to one token request`() {
    let numbers = (0..<6).flatMap { _ in client.callAPI(at: .start).requests }
    let refusals = numbers.map { client.receive(ResourceResponse(status: 401), for: $0) }
    #expect(refusals.flatMap(\.payloads) == [.refresh(1)])
    #expect(refusals.flatMap(\.notes) == Array(repeating: .callWaits, count: 5))
    let renewal = client.receive(.tokens(2, refresh: 2), for: client.awaited, at: .start)
    #expect(renewal.payloads == Array(repeating: .call(2), count: 6))
    #expect(Set(renewal.requests).count == 6)
  }

  @Test mutating func `calls made during a refresh wait for it`() {
    _ = client.refresh()
    let directives = (0..<6).flatMap { _ in client.callAPI(at: .start) }
    #expect(directives == Array(repeating: .note(.callWaits), count: 6))
    let renewal = client.receive(.tokens(2, refresh: 2), for: client.awaited, at: .start)
    #expect(renewal.payloads == Array(repeating: .call(2), count: 6))
  }

  @Test mutating func `a second refresh joins the first`() {
    #expect(client.refresh().payloads == [.refresh(1)])
    let before = client
    #expect(client.refresh() == [])
    #expect(client == before)
  }

  @Test mutating func `the new refresh token replaces the old one at once`() {
    _ = client.refresh()
    let now = Instant.start + .minutes(20)
    let directives = client.receive(.tokens(2, refresh: 2), for: client.awaited, at: now)
    #expect(directives == [.note(.storedTokens(.init(index: 1), .init(index: 1)))])
    expectNoDifference(
      client.storage,
      Client.Storage(
        accessToken: .numbered(2), believedExpiry: now + .minutes(15), refreshToken: .numbered(2)))
    #expect(client.refresh().payloads == [.refresh(2)])
  }

  @Test mutating func `without a new refresh token the old one stays`() {
    _ = client.refresh()
    let directives = client.receive(.tokens(2, refresh: nil), for: client.awaited, at: .start)
    #expect(directives == [.note(.storedTokens(.init(index: 1), nil))])
    #expect(client.storage.refreshToken == .numbered(1))
  }

  @Test(arguments: [
    ErrorCode.invalidGrant, .invalidClient, .invalidScope, .unsupportedGrantType, .invalidRequest,
  ])
  mutating func `a refused refresh signs out, with everything that waited`(_ error: ErrorCode) {
    for _ in 0..<2 {
      _ = client.refresh(for: .init(path: .profile, tab: 0, wasRefused: true))
    }
    let directives = client.receive(.error(error, status: 400), for: client.awaited, at: .start)
    #expect(
      directives.notes == [
        .callFailed(.notRenewed), .callFailed(.notRenewed), .signedOut(.renewalRefused(error)),
      ])
    #expect(directives.payloads == [])
    #expect(client.storage == Client.Storage())
    #expect(client.phase == .signedOut(.renewalRefused(error)))
  }

  @Test mutating func `a lost answer is asked for twice more and then given up`() {
    for _ in 0..<2 {
      _ = client.refresh(for: .init(path: .profile, tab: 0, wasRefused: true))
    }
    var asked = [client.awaited]
    for attempt in 2...3 {
      let directives = client.timerFired(client.waiting?.ticket ?? 0)
      #expect(directives.notes == [.triesAgain(attempt: attempt)])
      #expect(directives.payloads == [.refresh(1)])
      #expect(directives.timers.map(\.after) == [.seconds(2)])
      asked.append(client.awaited)
    }
    #expect(Set(asked).count == 3)
    let end = client.timerFired(client.waiting?.ticket ?? 0)
    #expect(end.notes == [.gaveUp, .callFailed(.notRenewed), .callFailed(.notRenewed)])
    #expect(end.payloads == [])
    #expect(client.phase == .signedIn)
    #expect(client.storage.refreshToken == .numbered(1))
    for request in asked {
      #expect(client.receive(.tokens(2, refresh: 2), for: request, at: .start) == [])
    }
  }

  @Test mutating func `only the answer to the last try counts`() {
    _ = client.refresh()
    let first = client.awaited
    let firstTicket = client.waiting?.ticket ?? 0
    _ = client.timerFired(firstTicket)
    #expect(client.receive(.error(.invalidGrant, status: 400), for: first, at: .start) == [])
    #expect(client.timerFired(firstTicket) == [])
    _ = client.receive(.tokens(2, refresh: 2), for: client.awaited, at: .start)
    #expect(client.storage.refreshToken == .numbered(2))
  }

  @Test(arguments: [0, 1, 5])
  mutating func `a client tries as often again as its habit says`(_ retries: Int) {
    client = .signedIn(ClientHabit(renews: .whenRefused, retries: retries))
    _ = client.refresh()
    var tries = 1
    while client.timerFired(client.waiting?.ticket ?? 0).notes != [.gaveUp] { tries += 1 }
    #expect(tries == retries + 1)
  }

  @Test mutating func `whoever has nothing to refresh with does nothing`() {
    client = .signedIn(withRefreshToken: false)
    let before = client
    #expect(client.refresh() == [])
    #expect(client == before)
  }
}
