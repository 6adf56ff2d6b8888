import CustomDump
import Foundation
import JOSE
import Soak
import Testing

@testable import Simulation
@testable import TokenCore

/// The servers' states: written out and read back, and made again of their changes.
struct StateTests {
  /// A random world whose authorization server writes down what changes.
  private func played(seed: UInt64) -> (start: AuthorizationServer, end: World) {
    var random = RandomStream(seed: seed, label: "states")
    var world = World(Setting.random(seed: seed, using: &random), LabCryptography())
    let start = world.authorizationServer
    world.authorizationServer.journal = []
    for device in world.setting.devices.indices {
      world.schedule(.client(DeviceID(index: device), .signIn), at: .start)
    }
    var trace = Trace()
    for _ in 0..<60 {
      let pause = TimeSpan.milliseconds(Int64.random(in: 0...300_000, using: &random))
      world.schedule(.random(in: world.setting, using: &random), at: world.now + pause)
      for _ in 0..<8 { _ = world.step(into: &trace) }
    }
    return (start, world)
  }

  private func copy<State: Codable>(of state: State) throws -> State {
    try JSONDecoder().decode(State.self, from: JSONEncoder().encode(state))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `a state that was written out and read back is the same`(seed: UInt64) throws {
    var world = played(seed: seed).end
    world.authorizationServer.journal = nil
    let server = world.authorizationServer
    #expect(server.flaw == nil, "seed \(seed)")
    #expect(try copy(of: server) == server, "seed \(seed)")
    for server in world.resourceServers { #expect(try copy(of: server) == server, "seed \(seed)") }
    #expect(try encoded(copy(of: server)) == encoded(server), "seed \(seed)")
  }

  private func encoded(_ state: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(state)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `all changes in order make the same state again`(seed: UInt64) throws {
    let (start, world) = played(seed: seed)
    var server = world.authorizationServer
    let changes = try #require(server.journal)
    server.journal = nil
    var rebuilt = start
    try rebuilt.apply(try copy(of: changes))
    #expect(rebuilt == server, "seed \(seed)")
    if !server.families.isEmpty {
      #expect(throws: StateFlaw.self) { try rebuilt.apply(changes) }
      #expect(rebuilt == server, "seed \(seed)")
    }
  }
}
