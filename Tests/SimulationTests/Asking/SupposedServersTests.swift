import JOSE
import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Suppositions in a world with several resource servers keep what each of them is.
struct SupposedServersTests {
  private static let archive = ResourceServerID(index: 1)

  /// A world after a sign-in, in which the application has one API and the archive is another one.
  private func world(
    _ strategy: Strategy, api: ResourceServerSetting = .api, archiveKnowsPrivateClaims: Bool = true
  ) -> World {
    var setting = Setting(strategy: strategy)
    setting.resourceServers = [
      api, ResourceServerSetting(name: "archive", knowsPrivateClaims: archiveKnowsPrivateClaims),
    ]
    var run = Run(setting)
    run.play([(.zero, .client(.laptop, .signIn))])
    return run.world
  }

  private func call(_ server: ResourceServerID, in world: World) throws -> Presentation {
    let token = try #require(world.clients[0].storage.accessToken)
    let request = ResourceRequest(token: token, host: world.setting.host(of: server))
    return world.presentation(of: .resourceRequest(request), from: .client(.laptop))
  }

  @Test func `a server without memory still knows who it is`() throws {
    let world = world(.rotationStrict)
    let call = try call(Self.archive, in: world)
    #expect(world.asked(call, at: world.now).status == 200)
    #expect(world.withoutAPIMemory.asked(call, at: world.now).status == 200)
    #expect(
      world.withoutAPIMemory.resourceServers.map(\.audience)
        == world.resourceServers.map(\.audience))
  }

  @Test func `a server that ignores the private claim ignores it under any policy`() throws {
    let world = world(.twoExpiryJWT, archiveKnowsPrivateClaims: false)
    let call = try call(Self.archive, in: world)
    let late = world.now + .minutes(11)
    #expect(world.asked(call, at: late).status == 200)
    let supposed = world.supposing(world.setting.policy)
    #expect(supposed.asked(call, at: late).status == 200)
    #expect(supposed.resourceServers == world.resourceServers)
  }

  @Test func `a token for other APIs than the first tells its claims, too`() throws {
    let world = world(
      .rotationStrict,
      api: ResourceServerSetting(name: "orders", audience: "https://orders.example"))
    let call = try call(.first, in: world)
    let claims = try #require(world.claims(in: call))
    #expect(claims.audience == ["https://orders.example", "https://archive.example"])
    let elsewhere = try #require(world.resealed(call) { $0.audience = ["https://else.example"] })
    #expect(world.claims(in: elsewhere)?.audience == ["https://else.example"])
    #expect(world.rows(behind: call).access == AccessTokenID(index: 0))
  }
}
