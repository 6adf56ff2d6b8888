import Canvas
import Testing
import TokenCore

@testable import LabUI

/// The wire's own keys.
struct WireKeyTests {
  private static let acts = Act.allCases.filter { !$0.wireKeys.isEmpty }

  @Test
  func `no two acts share a key of the wire, and none takes a key away from an act of sending`() {
    let keys = Self.acts.flatMap(\.wireKeys)
    #expect(keys.count == 6 && Set(keys).count == keys.count)
    #expect(Self.acts.allSatisfy { $0.group == .wire && $0.keys.isEmpty })
    let sending: [Act] = [
      .client(.signIn), .client(.callAPI), .client(.refresh), .client(.logOut),
      .attacker(.stealRefreshToken), .attacker(.stealAccessToken), .attacker(.stealStorage),
      .attacker(.refresh), .attacker(.callAPI), .client(.loseNextRequest), .time(.step),
      .time(.runOrPause), .looking(.back), .wire(.stop),
    ]
    #expect(sending.allSatisfy { Set($0.keys).isDisjoint(with: keys) })
  }

  @Test func `the key bar shows them while the wire is stopped, at the width of a projector`() {
    let bar = LabModel.quiet().after("i w r").frame(.medium).line(23)
    for act in Self.acts {
      #expect(bar.contains("\(act.wireKeys[0].label) \(act.label)"), "\(act)")
    }
    #expect(bar.hasPrefix(" ? help  space run  enter deliver"))
  }
}
