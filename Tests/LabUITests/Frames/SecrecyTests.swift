import Canvas
import Simulation
import Testing
import TokenCore

@testable import LabUI

/// A class looks at this screen: no token on it can be used.
struct SecrecyTests {
  @Test(
    arguments: ["1", "2", "3", "4", "5", "6", "7", "8", "9"], ["victim-first", "attacker-first"])
  func `no frame shows a whole token`(pane: String, scenario: String) throws {
    // Between any two of these moments a token is issued, renewed or taken.
    for minutes in [0, 1, 6, 12, 14, 16, 18, 21, 28, 33] as [Int64] {
      let model = try LabModel.scenario(scenario, at: .minutes(minutes)).after(pane)
      let text = model.frame(.extraLarge).text.filter { !$0.isWhitespace && $0 != "│" }
      for token in tokens(in: model.world) { #expect(!text.contains(token), "at \(minutes)m") }
    }
  }

  @Test func `what is copied shows no whole token either`() throws {
    var model = try LabModel.scenario("victim-first", at: .minutes(33))
    let secrets = tokens(in: model.world)
    #expect(secrets.count >= 3)
    for _ in model.chronicle.rows {
      guard case .copy(let text) = model.press("y").first else { break }
      #expect(!secrets.contains { text.contains($0) }, "\(text)")
      model.press("up")
    }
  }

  private func tokens(in world: World) -> [String] {
    let refresh =
      world.clients.compactMap(\.storage.refreshToken) + world.attacker.refreshTokens
    let access = world.clients.compactMap(\.storage.accessToken) + world.attacker.accessTokens
    return refresh.map(\.text) + access.map(\.text)
  }
}
