import JOSE
import Testing
import TokenCore

@testable import Analysis
@testable import Simulation

private let laptop = DeviceID(index: 0)
private let alice = UserID(index: 0)

/// What a thief holds and what ends it, where a pencil can tell. The storage is copied at minute 5.
struct HoldingTests {
  private func stolen(
    _ strategy: Strategy, isAdmin: Bool = false, _ change: (inout Policy) -> Void = { _ in },
    then story: [(at: Instant, command: Command)] = []
  ) -> World {
    var setting = Setting(strategy: strategy)
    setting.devices[0].isAdmin = isAdmin
    change(&setting.policy)
    return Recording(
      setting,
      [
        (.start, .client(laptop, .signIn)),
        (.start + .minutes(5), .attacker(.stealStorage(laptop))),
      ] + story,
      until: .start + .minutes(6)
    ).world
  }

  private static let accessEnd = Holding.End.at(.start + .minutes(15))
  private static let refreshEnd = Holding.End.at(.start + .days(7) + .tenths(3))

  @Test func `a copied storage opens what it opens for its owner`() throws {
    let holdings = stolen(.rotationStrict).holdings(of: .attacker)
    let refresh = RefreshTokenID(index: 0)
    #expect(
      holdings.map(\.item) == [.refreshToken(refresh), .accessToken(AccessTokenID(index: 0))])
    #expect(holdings[0].uses == [Holding.Use(.renews, until: Self.refreshEnd)])
    #expect(holdings[1].uses == [Holding.Use(.callsAPI, until: Self.accessEnd)])
    #expect(holdings.allSatisfy { $0.sharedWith == [.client(laptop)] })
    #expect(holdings[0].endsWhenRenewedBy == .client(laptop))
  }

  @Test func `what is kept in a record ends at once, and what is signed lives on`() {
    let holdings = stolen(.rotationStrict).holdings(of: .attacker)
    #expect(
      holdings[0].acts { $0.leaves.isEmpty } == [
        .client(laptop, .refresh), .client(laptop, .logOut),
        .client(laptop, .logOutAtServer), .client(laptop, .logOutEverywhere),
        .administration(.changePassword(alice, revoking: true)),
        .administration(.disableAccount(alice)),
      ])
    #expect(
      holdings[1].acts { $0.leaves == holdings[1].uses } == [
        .client(laptop, .refresh), .client(laptop, .logOut),
        .client(laptop, .logOutAtServer), .client(laptop, .logOutEverywhere),
        .administration(.changePassword(alice, revoking: false)),
        .administration(.changePassword(alice, revoking: true)),
        .administration(.disableAccount(alice)),
        .administration(.setRole(alice, isAdmin: true)), .administration(.rotateSigningKey),
      ])
    let listed = stolen(.trackedJTI).holdings(of: .attacker)
    #expect(listed[0].acts { $0.leaves.isEmpty }.contains(.client(laptop, .logOut)))
  }

  @Test func `a grace lets a copy outlive the owner's refresh by as much`() throws {
    let holdings = stolen(.graceSameSuccessor).holdings(of: .attacker)
    let refresh = try #require(
      holdings[0].countermeasures.first { $0.act == .client(laptop, .refresh) })
    let end = Instant.start + .minutes(5) + .tenths(1) + .seconds(10)
    #expect(refresh.leaves == [Holding.Use(.renews, until: .at(end))])
    #expect(holdings[0].endsWhenRenewedBy == nil)
    #expect(stolen(.reusableRefresh).holdings(of: .attacker)[0].endsWhenRenewedBy == nil)
  }

  @Test func `a bound token is worth something on its device only, a client's nothing`() {
    let bound = stolen(.senderConstrained).holdings(of: .attacker)
    #expect(bound[0].uses == [Holding.Use(.renewsOnDevice, until: Self.refreshEnd)])
    let secret = stolen(.confidentialNoRotation)
    #expect(secret.holdings(of: .attacker)[0].isLive == false)
    #expect(secret.holdings(of: .client(laptop))[0].uses.map(\.purpose) == [.renews])
  }

  @Test func `a refresh token that nothing tells apart opens the API, too`() {
    let holdings = stolen(.twoSignedJWTs).holdings(of: .attacker)
    #expect(holdings[0].uses.map(\.purpose) == [.renews, .callsAPI])
  }

  @Test func `an administrator's token outlives the role where nobody asks`() {
    let holdings = stolen(.rotationStrict, isAdmin: true).holdings(of: .attacker)
    #expect(holdings[1].uses.map(\.purpose) == [.callsAPI, .callsAdminAPI])
    let demotion = holdings[1].countermeasures.first {
      $0.act == .administration(.setRole(alice, isAdmin: false))
    }
    #expect(demotion?.leaves == holdings[1].uses)
  }

  @Test func `an answer that is believed leaves what it said for as long`() throws {
    let world = stolen(
      .rotationStrict, { $0.accessToken.check = .introspection(cache: .minutes(2)) },
      then: [(.start + .minutes(5), .attacker(.callAPI))])
    let token = try #require(world.holdings(of: .attacker).last)
    let logout = try #require(token.countermeasures.first { $0.act == .client(laptop, .logOut) })
    let believed = Instant.start + .minutes(7) + .tenths(1)
    #expect(logout.leaves == [Holding.Use(.callsAPI, until: .at(believed))])
  }

  @Test func `a stolen key is good until it is withdrawn and the key set is old`() throws {
    let world = stolen(
      .rotationStrict,
      then: [
        (.start + .minutes(5), .client(laptop, .callAPI)),
        (.start + .minutes(5), .attacker(.stealSigningKey)),
      ])
    let key = try #require(world.holdings(of: .attacker).last)
    #expect(key.item == .signingKey(keyID: "lab-1"))
    #expect(key.uses == [Holding.Use(.forges, until: .open)])
    let withdrawal = try #require(
      key.countermeasures.first { $0.act == .administration(.withdrawSigningKeys) })
    let fetched = Instant.start + .minutes(10) + .tenths(1)
    #expect(withdrawal.leaves == [Holding.Use(.forges, until: .at(fetched))])
    #expect(
      key.countermeasures.first { $0.act == .administration(.disableAccount(alice)) }?.leaves
        == key.uses)
  }

  @Test func `a database of digests opens nothing`() {
    let world = stolen(.rotationStrict, then: [(.start + .minutes(5), .attacker(.stealDatabase))])
    #expect(world.holdings(of: .attacker).last?.item == .digests(1))
    #expect(world.holdings(of: .attacker).last?.isLive == false)
  }

  @Test func `nobody holds anything before the sign-in`() {
    let world = World(Setting(strategy: .rotationStrict), LabCryptography())
    #expect(world.holdings(of: .attacker).isEmpty)
    #expect(world.holdings(of: .client(laptop)).isEmpty)
  }
}

extension Holding {
  fileprivate func acts(_ isWanted: (Countermeasure) -> Bool) -> [Command] {
    countermeasures.filter(isWanted).map(\.act)
  }
}
