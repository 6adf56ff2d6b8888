import CustomDump
import Lessons
import Simulation
import Testing
import TokenCore

/// Stories of what is done at the server, and to its endpoints.
extension ShippedStoryTests {
  @Test func `a withdrawn key is believed as long as the API's key set`() throws {
    expectNoDifference(
      try Run(shipped: "stolen-key").story,
      [
        "0:00.3 alice signs in: 200",
        "1:00.1 alice calls: 200",
        "3:00.1 attacker calls: 200",
        "4:00.1 attacker administers: 200",
        "5:00.1 alice administers: scope does not suffice",
        "6:30.1 alice calls: 200",
        "9:00.1 alice calls: 200",
        "11:29.1 attacker calls: 200",
        "11:30.1 attacker calls: unknown_key",
        "12:00.1 alice calls: unknown_key",
        "12:00.3 alice refreshes: 200",
        "12:00.5 alice calls: 200",
        "21:00.1 attacker calls: 200",
        "22:10.1 attacker calls: 200",
        "22:20.3 bob signs in: 200",
        "22:30.1 bob calls: 200",
        "22:40.1 attacker calls: unknown_key",
        "23:00.1 alice calls: unknown_key",
        "23:00.3 alice refreshes: 200",
        "23:00.5 alice calls: 200",
      ])
  }

  @Test func `an application's server calls for whoever has its cookie, and gives no token away`()
    throws
  {
    let told = try Run(shipped: "bff")
    expectNoDifference(
      told.story,
      [
        "0:00.3 alice signs in: 200",
        "1:00.2 alice calls: 200",
        "3:00.2 alice calls: 200",
        "5:00.3 attacker signs in: client authentication failed",
        "20:00.2 alice calls: expired",
        "20:00.4 alice refreshes: 200",
        "20:00.6 alice calls: 200",
        "25:00.2 alice calls: 200",
        "30:00.0 signed out",
        "30:00.1 alice revokes: 200",
        "30:00.1 f1 revoked: logout",
      ])
    #expect(told.world.attacker.accessTokens.isEmpty)
    let tokens = try Run(shipped: "bff", under: .rotationStrict)
    #expect(!tokens.world.attackersFamilies.isEmpty)
  }

  @Test func `who verifies with a shared secret makes tokens for all, and public keys make none`()
    throws
  {
    let told = try Run(shipped: "insider")
    expectNoDifference(
      told.story,
      [
        "0:00.3 alice signs in: 200",
        "1:00.1 alice calls: 200",
        "2:00.1 alice calls: 200",
        "4:00.1 attacker calls: 200",
        "5:00.1 attacker administers: 200",
        "8:00.1 attacker calls: unknown_key",
        "9:00.1 alice calls: unknown_key",
        "9:00.3 alice refreshes: 200",
        "9:00.5 alice calls: 200",
        "11:00.1 attacker calls: 200",
      ])
    let pairs = try Run(shipped: "insider", under: .rotationStrict)
    let refused = "not done: the attacker holds public keys, which sign nothing"
    #expect(
      pairs.story.filter { $0.contains("attacker") }
        == ["4:00.0", "5:00.0", "8:00.0", "11:00.0"].map { "\($0) \(refused)" })
  }

  @Test func `a stolen cookie outlives the revoked family, and ends with the session`() throws {
    let run = try Run(shipped: "stolen-cookie")
    let server = run.world.authorizationServer
    #expect(server.families.map(\.isRevoked) == [true, true, false])
    #expect(server.ssoSessions.map { $0.end?.reason } == [.logout, nil])
    #expect(run.world.attackersFamilies.map(\.description) == ["f2"])
    #expect(server.family(FamilyID(index: 1)).authenticatedAt == .start + .milliseconds(100))
    let served: [Instant] = [.start + .minutes(10), .start + .minutes(15)]
    #expect(run.served(.attacker) == served.map { $0 + .milliseconds(100) })
  }

  @Test func `a refresh is no sign-in, for the person or for the thief`() throws {
    let run = try Run(shipped: "step-up")
    expectNoDifference(
      run.story,
      [
        "0:00.3 alice signs in: 200",
        "1:00.3 bob signs in: 200",
        "2:00.1 bob calls: 200",
        "11:00.1 attacker calls: 200",
        "30:00.1 alice calls: expired",
        "30:00.3 alice refreshes: 200",
        "30:00.5 alice calls: 200",
        "40:00.1 attacker refreshes: 200",
        "41:00.1 attacker calls: 200",
        "1:04:00.1 attacker refreshes: 200",
        "1:05:00.1 attacker calls: sign-in too long ago",
        "1:06:00.1 attacker calls: 200",
        "1:10:00.1 alice calls: expired",
        "1:10:00.3 alice refreshes: 200",
        "1:10:00.5 alice calls: sign-in too long ago",
        "1:10:00.9 alice signs in: 200",
        "1:10:01.1 alice calls: 200",
        "1:12:00.1 alice calls: 200",
      ])
    let server = run.world.authorizationServer
    #expect(server.ssoSessions.count == 3, "the session of the first sign-in was idle")
    let paths = run.exchanges.compactMap { (_, exchange) -> String? in
      guard case .resourceRequest(let call) = exchange.request,
        exchange.from == .client(DeviceID(index: 0))
      else { return nil }
      return call.host
    }
    #expect(Set(paths) == ["payments"])
    let strict = try Run(shipped: "step-up", under: .rotationStrict)
    #expect(strict.story.contains("1:05:00.1 attacker calls: 200"))
    #expect(strict.story.filter { $0.contains("alice signs in") }.count == 1)
  }

  @Test func `rotation that is switched on finds a theft from before it`() throws {
    let story = try Run(shipped: "migration").story
    #expect(story.contains("50:00.1 attacker refreshes: 200"))
    #expect(story.contains("1:20:00.3 alice refreshes: 200"))
    #expect(story.contains("1:30:00.1 attacker refreshes: reuse, no grace"))
    #expect(story.contains("1:40:00.3 alice refreshes: family revoked"))
    #expect(story.contains("2:00:00.3 bob refreshes: 200"))
    #expect(story.filter { $0.contains("bob signs in") }.count == 1)
  }

  @Test func `a token for two APIs opens both, and no third`() throws {
    expectNoDifference(
      try Run(shipped: "two-apis").story,
      [
        "0:00.3 alice signs in: 200",
        "1:00.1 alice calls: 200",
        "3:00.1 attacker calls: wrong_audience",
        "4:00.1 attacker calls: 200",
        "5:00.1 alice calls: wrong_audience",
        "5:00.3 alice refreshes: 200",
        "5:00.5 alice calls: wrong_audience",
        "11:00.1 attacker calls: 200",
        "12:00.1 attacker calls: 200",
        "13:00.1 stranger calls: wrong_audience",
        "16:00.1 attacker calls: expired",
      ])
    let twice = try Run(shipped: "two-apis", under: .twoExpiryJWT).story
    #expect(twice.contains("11:00.1 attacker calls: short expiry over"))
    #expect(twice.contains("12:00.1 attacker calls: 200"))
    #expect(twice.contains("16:00.1 attacker calls: 200"))
  }

  @Test func `where the API looks at each token's record, a forged one is on no list`() throws {
    let run = try Run(shipped: "stolen-key", under: .tokenPerRequest)
    #expect(run.served(.attacker).isEmpty)
  }

  @Test func `an act at the server bites at the next refresh and not before`() throws {
    let run = try Run(shipped: "administrative-acts")
    expectNoDifference(
      run.story,
      [
        "0:00.3 alice signs in: 200",
        "0:00.3 alice signs in: 200",
        "0:00.3 bob signs in: 200",
        "0:00.3 carol signs in: 200",
        "0:00.3 dave signs in: 200",
        "2:00.0 signed out",
        "2:00.1 alice revokes: 200",
        "2:00.1 f1 revoked: logout",
        "3:00.1 attacker calls: 200",
        "4:00.1 alice calls: 200",
        "15:00.1 attacker calls: expired",
        "15:00.1 alice calls: expired",
        "15:00.3 alice refreshes: 200",
        "15:00.5 alice calls: 200",
        "17:00.1 bob calls: expired",
        "17:00.3 bob refreshes: 200",
        "17:00.5 bob calls: 200",
        "18:00.0 f3 revoked: password changed",
        "19:00.1 bob calls: 200",
        "32:01.1 bob calls: expired",
        "32:01.3 bob refreshes: family revoked",
        "32:01.4 signed out",
        "33:00.3 bob signs in: 200",
        "34:00.1 carol calls: expired",
        "34:00.3 carol refreshes: 200",
        "34:00.5 carol calls: 200",
        "35:00.0 f4 revoked: account disabled",
        "36:00.1 carol calls: 200",
        "40:00.1 dave calls: expired",
        "40:00.3 dave refreshes: 200",
        "40:00.5 dave calls: 200",
        "41:00.1 dave administers: 200",
        "49:01.1 carol calls: expired",
        "49:01.3 carol refreshes: family revoked",
        "49:01.4 signed out",
        "50:00.2 signed out",
        "54:30.1 dave administers: 200",
        "55:01.1 dave calls: expired",
        "55:01.3 dave refreshes: 200",
        "55:01.5 dave calls: 200",
        "56:00.1 dave administers: scope does not suffice",
        "58:00.3 carol signs in: 200",
      ])
    let last = try #require(run.exchanges.last { $0.exchange.from == .client(DeviceID(index: 4)) })
    #expect(last.exchange.status == 403)
    #expect(last.exchange.decision.denial?.error == .insufficientScope)
  }

  @Test func `a record that is asked at each request lets acts bite at once`() throws {
    let run = try Run(shipped: "administrative-acts", under: .trackedJTI)
    #expect(run.story.contains("3:00.1 attacker calls: revoked"))
    #expect(run.story.contains("17:00.1 bob calls: 200"))
    #expect(run.story.contains("19:00.1 bob calls: revoked"))
    #expect(run.story.contains("36:00.1 carol calls: revoked"))
    // The token still says so; the row that the list leads to does not.
    #expect(run.story.contains("56:00.1 dave administers: scope does not suffice"))
  }

  @Test func `requests by hand are answered with as little as the standards allow`() throws {
    let run = try Run(shipped: "explicit-requests")
    expectNoDifference(
      run.answersToStrangers,
      [
        "1:00.1 400 invalid_request (request_malformed)",
        "1:10.1 400 invalid_request (request_malformed)",
        "1:20.1 400 invalid_request (request_malformed)",
        "1:30.1 400 unsupported_grant_type (grant_type_unsupported)",
        "1:40.1 400 invalid_request (request_malformed)",
        "1:50.1 400 invalid_grant (refresh_token_unknown)",
        "2:00.1 400 invalid_grant (refresh_token_client_mismatch)",
        "2:10.1 401 invalid_client (client_authentication_failed)",
        "2:20.1 400 invalid_request (request_malformed)",
        "3:00.1 400 invalid_request (request_malformed)",
        "3:10.1 200",
        "3:20.1 400 invalid_grant (revocation_client_mismatch)",
        "3:30.1 400 unsupported_token_type (token_type_not_revocable)",
        "4:00.1 401 invalid_client (client_authentication_failed)",
        "4:10.1 200",
        "4:15.1 200",
        "4:20.1 200",
        "5:00.1 401 (credentials_missing)",
        "5:10.1 401 invalid_token (access_token_malformed)",
        "5:20.1 401 invalid_token (access_token_alg_not_allowed)",
        "5:30.1 401 invalid_token (access_token_malformed)",
        "5:40.1 200",
        "6:00.1 302 invalid_request (code_challenge_refused)",
        "6:10.1 302 invalid_request (code_challenge_refused)",
        "6:20.1 302 invalid_scope (scope_not_permitted)",
        "6:30.1 302",
        "17:00.1 200",
      ])
    let introspections = run.exchanges.compactMap { at, exchange in
      if case .introspectionResponse(let response) = exchange.response { response } else { nil }
    }
    #expect(introspections.count == 4)
    #expect(introspections[1] == .inactive && introspections[3] == .inactive)
    guard case .active(let found) = introspections[2] else {
      Issue.record("not active: \(introspections[2])")
      return
    }
    #expect(found.subject == "alice")
  }

  @Test func `refused requests cost the owner nothing, a copy that is served costs the session`()
    throws
  {
    let run = try Run(shipped: "explicit-requests")
    expectNoDifference(
      run.story.filter { $0.contains("alice") || $0.contains("signed") },
      [
        "0:00.3 alice signs in: 200",
        "15:00.1 alice calls: expired",
        "15:00.3 alice refreshes: 200",
        "15:00.5 alice calls: 200",
        "31:00.1 alice calls: expired",
        "31:00.3 alice refreshes: reuse, no grace",
        "31:00.4 signed out",
      ])
  }
}
