import Canvas
import Simulation
import Testing
import TokenCore

@testable import LabUI

/// The tree of all tokens, and the servers' view of everything.
struct GenerationsTests {
  @Test func `each token tells who presented it and what it gave`() throws {
    let lines = try LabModel.scenario("victim-first", at: .minutes(21)).after("4").frame(.large)
      .lines().map { $0.filter { $0 != "│" } }
    let expected = [
      "family f1 of alice", "RT1  generation 1", "given at the sign-in to alice@laptop",
      "AT1  ○ expired  served once, refused 1", "10:00.0  ▲ copied by the attacker",
      "15:01.3  ↻ presented by alice@laptop: gave RT2 and AT2",
      "20:00.1  ✗ presented by the attacker: 400 reuse detected", "RT2  generation 2  ■ revoked",
    ]
    var rest = lines[...]
    for words in expected {
      let index = try #require(rest.firstIndex { $0.contains(words) }, "\(words)")
      rest = rest[(index + 1)...]
    }
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `every token has its row, under the one that it was given for`(seed: UInt64) {
    let model = RandomLab(seed: seed, keys: 80).model
    let server = model.world.authorizationServer
    let rows = model.generations.rows
    let tokens = rows.compactMap { row in
      if case .token(let id) = row.line { id } else { nil }
    }
    let own = server.families.filter { server.user($0.user).name == model.client.person }
    #expect(Set(tokens) == Set(own.flatMap(\.refreshTokens)) && Set(tokens).count == tokens.count)
    for (index, id) in tokens.enumerated() {
      guard let parent = server.record(of: id).parent else { continue }
      #expect(tokens[..<index].contains(parent), "seed \(seed), \(id)")
    }
  }

  @Test(arguments: ["victim-first", "attacker-first", "stolen-key", "spent-token-weapon"])
  func `in the servers' view nobody is the attacker`(name: String) throws {
    var model = try LabModel.scenario(name, at: .minutes(40))
    model.press("v")
    for pane in Pane.allCases {
      for size in [Size.medium, .large, .extraLarge] {
        let text = model.after("\(pane.rawValue)").frame(size).lines().dropFirst(3).dropLast()
          .joined(separator: "\n")
        let told = text.replacing("nobody is the attacker", with: "").replacing(
          "nobody   │\n", with: "")
        #expect(!told.contains("by the attacker") && !told.contains("A→"), "\(pane) \(size)")
        #expect(!told.contains("copied") && !told.contains("▲"), "\(pane) \(size)")
        #expect(!told.contains("ATTACKER"), "\(pane) \(size)")
      }
    }
    #expect(model.frame(.large).line(0).contains("SERVER'S VIEW"))
    #expect(!model.frame(.large).line(1).contains("STOLEN"))
  }

  @Test func `a long family scrolls from its newest token to its first`() throws {
    let start = try LabModel.scenario("baseline-week", at: .hours(12)).after("4")
    #expect(start.frame(.medium).text.contains("generation 13"))
    var model = start
    for _ in 0..<200 { model.press("up") }
    #expect(model.frame(.medium).text.contains("family f1 of alice"))
    #expect(model.status == "this is the first line")
  }
}
