import JOSE
import Testing
import TokenCore

@testable import Analysis
@testable import Simulation

private let laptop = DeviceID(index: 0)
private let alice = UserID(index: 0)
private let first = RefreshTokenID(index: 0)
private let family = FamilyID(index: 0)

/// What would have turned an answer, where a pencil can tell. One way takes a tenth of a second.
struct WhatIfTests {
  /// Alice's token is copied, she refreshes at 15:01.3, the thief presents the copy at 20:00.1.
  static let victimFirst = Recording(
    Setting(strategy: .rotationStrict),
    [
      (.start, .client(laptop, .signIn)),
      (.start + .minutes(10), .attacker(.stealRefreshToken(laptop))),
      (.start + .minutes(15) + .seconds(1), .client(laptop, .callAPI)),
      (.start + .minutes(20), .attacker(.refresh)),
      (.start + .minutes(25), .client(laptop, .callAPI)),
      (.start + .minutes(30) + .seconds(2), .client(laptop, .callAPI)),
    ], until: .start + .minutes(40))

  @Test func `a spent token would have been taken before it was spent, or in a grace as long`()
    throws
  {
    let whatIf = try #require(Self.victimFirst.whatIf(at: .start + .minutes(20) + .tenths(1)))
    #expect(!whatIf.wasGranted)
    #expect(
      whatIf.suppositions == [
        [.earlier(by: .minutes(4) + .tenths(588))], [.atLeast(.grace, .seconds(299))],
        [.choice(.reusable)], [.without(.spending(first))],
      ])
    #expect(
      whatIf.counterfactuals[0].inFrontOf.contains(
        .refreshTokenSpent(first, successor: RefreshTokenID(index: 1))))
    #expect(whatIf.counterfactuals.allSatisfy { $0.answer.isGranted })
  }

  @Test func `a revoked family would have stood before its revocation, or without it`() throws {
    let whatIf = try #require(Self.victimFirst.whatIf(at: .start + .minutes(30) + .tenths(23)))
    #expect(
      whatIf.suppositions == [
        [.earlier(by: .minutes(10) + .tenths(22))], [.without(.revocation(family))],
      ])
    #expect(whatIf.counterfactuals[0].inFrontOf == [.familyRevoked(family, .reuse)])
  }

  @Test func `a dead access token was alive a moment before its exp, or lives on in a leeway`()
    throws
  {
    let whatIf = try #require(Self.victimFirst.whatIf(at: .start + .minutes(15) + .tenths(11)))
    #expect(
      whatIf.suppositions == [
        [.earlier(by: .milliseconds(1101))], [.atLeast(.leeway, .seconds(2))],
        [.atLeast(.accessLifetime, .seconds(902))],
      ])
  }

  @Test func `an insider's forgery is refused where the server signs with a key that no API holds`()
    throws
  {
    var setting = Setting(strategy: .rotationStrict, devices: [.alice])
    setting.policy.accessToken.signature = .hs256
    let story: [(at: Instant, command: Command)] = [
      (.start, .client(laptop, .signIn)), (.start + .minutes(1), .client(laptop, .callAPI)),
      (.start + .minutes(2), .attacker(.copyKeySet(.first))),
      (.start + .minutes(3), .attacker(.forge(alice))),
    ]
    let insider = Recording(setting, story, until: .start + .minutes(4))
    let whatIf = try #require(insider.whatIf(at: .start + .minutes(3) + .tenths(1)))
    #expect(whatIf.wasGranted)
    #expect(whatIf.suppositions.contains([.choice(.keyPair)]))
    let honest = try #require(insider.whatIf(at: .start + .minutes(1) + .tenths(1)))
    #expect(!honest.suppositions.contains([.choice(.keyPair)]))
  }

  @Test func `an API that asks nobody serves a revoked family until exp, whatever happens`() throws
  {
    let whatIf = try #require(Self.victimFirst.whatIf(at: .start + .minutes(25) + .tenths(1)))
    #expect(whatIf.wasGranted)
    #expect(
      whatIf.suppositions == [
        [.later(by: .minutes(5) + .tenths(9))], [.atMost(.accessLifetime, .seconds(599))],
        [.choice(.recordAsked)], [.having(.keyWithdrawal(keyID: nil))],
      ])
    #expect(
      whatIf.indifferent == [
        .having(.firstPresentation), .having(.disabling(alice)), .having(.passwordChange(alice)),
      ])
  }

  @Test func `a refresh would have been refused had anybody been quicker`() throws {
    let whatIf = try #require(Self.victimFirst.whatIf(at: .start + .minutes(15) + .tenths(13)))
    #expect(whatIf.suppositions.first == [.later(by: .days(7) - .minutes(15) - .seconds(1))])
    for turn in [Supposition.Happening.firstPresentation, .revocation(family), .disabling(alice)] {
      #expect(whatIf.suppositions.contains([.having(turn)]), "\(turn)")
    }
    #expect(whatIf.indifferent == [.choice(.reusable)])
  }

  @Test func `a retry that comes too late wants as much more grace`() throws {
    let recording = Self.stolen(
      .graceSameSuccessor, refreshedAt: .minutes(1), presentedAt: .seconds(72))
    let whatIf = try #require(recording.whatIf(at: .start + .seconds(72) + .tenths(1)))
    #expect(
      whatIf.suppositions.prefix(2) == [
        [.earlier(by: .seconds(2) + .milliseconds(1))], [.atLeast(.grace, .seconds(13))],
      ])
  }

  @Test func `an honest retry would have been refused with less grace`() throws {
    let recording = Self.stolen(
      .graceSameSuccessor, refreshedAt: .minutes(1), presentedAt: .seconds(67))
    let whatIf = try #require(recording.whatIf(at: .start + .seconds(67) + .tenths(1)))
    #expect(
      whatIf.suppositions.prefix(2) == [
        [.later(by: .seconds(3))], [.atMost(.grace, .seconds(7))],
      ])
  }

  @Test func `a grandparent wants a grace for any spent token`() throws {
    let recording = Recording(
      Setting(strategy: .graceSameSuccessor),
      [
        (.start, .client(laptop, .signIn)),
        (.start + .seconds(10), .attacker(.stealRefreshToken(laptop))),
        (.start + .seconds(11), .client(laptop, .refresh)),
        (.start + .seconds(12), .client(laptop, .refresh)),
        (.start + .seconds(14), .attacker(.refresh)),
      ], until: .start + .minutes(1))
    let whatIf = try #require(recording.whatIf(at: .start + .seconds(14) + .tenths(1)))
    #expect(whatIf.suppositions[0] == [.earlier(by: .seconds(2))])
    #expect(whatIf.suppositions[1] == [.atLeast(.graceForAny, .seconds(4))])
  }

  @Test func `a copy of a bound token lacks the key, and once spent a grace, too`() throws {
    let fresh = Self.stolen(.senderConstrained, refreshedAt: nil, presentedAt: .seconds(70))
    let copy = try #require(fresh.whatIf(at: .start + .seconds(70) + .tenths(1)))
    #expect(copy.suppositions == [[.made(.withTheKey(family))]])
    let spent = Self.stolen(.senderConstrained, refreshedAt: .minutes(1), presentedAt: .seconds(70))
    let both = try #require(spent.whatIf(at: .start + .seconds(70) + .tenths(1)))
    #expect(
      !both.counterfactuals.isEmpty
        && both.counterfactuals.allSatisfy { $0.suppositions.count == 2 })
    #expect(both.suppositions.allSatisfy { $0.contains(.made(.withTheKey(family))) })
    #expect(both.suppositions.contains { $0.contains(.earlier(by: .seconds(10))) })
  }

  @Test func `a closed account would have been let in before, or had it stayed open`() throws {
    let recording = Recording(
      Setting(strategy: .rotationStrict),
      [
        (.start, .client(laptop, .signIn)),
        (.start + .minutes(1), .administration(.disableAccount(alice))),
        (.start + .minutes(2), .client(laptop, .refresh)),
      ], until: .start + .minutes(3))
    let whatIf = try #require(recording.whatIf(at: .start + .minutes(2) + .tenths(1)))
    #expect(
      whatIf.suppositions == [
        [.earlier(by: .minutes(1) + .tenths(1))], [.without(.disabling(alice))],
      ])
  }

  @Test func `an answer that is believed too long would not have been for less`() throws {
    var setting = Setting(strategy: .rotationStrict)
    setting.policy.accessToken.check = .introspection(cache: .minutes(5))
    let recording = Recording(
      setting,
      [
        (.start, .client(laptop, .signIn)),
        (.start + .minutes(1), .attacker(.stealAccessToken(laptop))),
        (.start + .minutes(1), .attacker(.callAPI)),
        (.start + .minutes(2), .client(laptop, .logOut)),
        (.start + .minutes(3), .attacker(.callAPI)),
      ], until: .start + .minutes(4))
    let whatIf = try #require(recording.whatIf(at: .start + .minutes(3) + .tenths(1)))
    #expect(whatIf.wasGranted)
    #expect(
      whatIf.suppositions.prefix(4) == [
        [.later(by: .minutes(3))], [.atMost(.accessLifetime, .minutes(3))],
        [.atMost(.introspectionCache, .minutes(2))], [.choice(.recordAsked)],
      ])
  }

  @Test func `the right client would have been answered`() throws {
    var setting = Setting(strategy: .rotationStrict)
    setting.otherClients = [OtherClient(clientID: "spa")]
    let request = ExplicitRequest(
      endpoint: .token,
      parameters: [
        .init("grant_type", .text("refresh_token")), .init("client_id", .text("spa")),
        .init("refresh_token", .refreshToken(of: laptop)),
      ])
    let recording = Recording(
      setting, [(.start, .client(laptop, .signIn)), (.start + .minutes(1), .visitor(request))],
      until: .start + .minutes(2))
    let whatIf = try #require(recording.whatIf(at: .start + .minutes(1) + .tenths(1)))
    #expect(whatIf.suppositions == [[.made(.byItsClient(RegistrationID(index: 0)))]])
  }

  @Test func `nothing turns a token that nobody issued`() throws {
    let request = ExplicitRequest(
      endpoint: .token,
      parameters: [
        .init("grant_type", .text("refresh_token")), .init("client_id", .text("web")),
        .init("refresh_token", .text("made-up")),
      ])
    let recording = Recording(
      Setting(strategy: .rotationStrict), [(.start, .visitor(request))], until: .start + .minutes(1)
    )
    let whatIf = try #require(recording.whatIf(at: .start + .tenths(1)))
    #expect(whatIf.counterfactuals.isEmpty && whatIf.tried > 0)
  }

  @Test func `a world that would have answered otherwise is not the one that did`() throws {
    let recording = Self.victimFirst
    let event = try #require(
      recording.exchanges.last { $0.at == .start + .minutes(20) + .tenths(1) })
    let wrong = try #require(recording.past(.start + .minutes(10)))
    #expect(
      WhatIf(event, before: wrong, trace: recording.trace.events[..<event.id], past: recording.past)
        == nil)
    let empty = World(Setting(strategy: .rotationStrict), LabCryptography())
    for event in recording.exchanges {
      _ = WhatIf(event, before: empty, trace: recording.trace.events[...]) { _ in empty }
    }
    let other = try #require(recording.trace.events.first)
    #expect(recording.whatIf(other) == nil)
  }

  /// A copy of the first refresh token is presented, after the device has spent it or not.
  private static func stolen(
    _ strategy: Strategy, refreshedAt: TimeSpan?, presentedAt: TimeSpan
  ) -> Recording {
    let refresh: [(at: Instant, command: Command)] =
      refreshedAt.map { [(.start + $0, .client(laptop, .refresh))] } ?? []
    return Recording(
      Setting(strategy: strategy),
      [
        (.start, .client(laptop, .signIn)),
        (.start + .seconds(30), .attacker(.stealRefreshToken(laptop))),
      ] + refresh
        + [(.start + presentedAt, .attacker(.refresh))], until: .start + .minutes(5))
  }
}

extension TimeSpan {
  static func tenths(_ count: Int64) -> TimeSpan { .milliseconds(100).times(count) }
}
