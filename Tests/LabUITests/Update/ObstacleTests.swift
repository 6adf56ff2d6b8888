import Canvas
import Simulation
import Testing
import TokenCore

@testable import LabUI

/// A key that does nothing says why, and only then.
struct ObstacleTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `an obstacle is told in the status line and nothing else happens`(seed: UInt64) {
    let model = open(seed)
    for act in Act.allCases {
      guard let obstacle = act.obstacle(in: model), let key = act.keys.first else { continue }
      var pressed = model
      #expect(pressed.update(.key(key)).isEmpty, "seed \(seed), \(act)")
      #expect(!obstacle.isEmpty && pressed.status == obstacle, "seed \(seed), \(act)")
      #expect(pressed.trace == model.trace, "seed \(seed), \(act)")
      #expect(pressed.world.now == model.world.now, "seed \(seed), \(act)")
      let line = pressed.frame(.large).line(2)
      #expect(line == " › \(obstacle)", "seed \(seed), \(act)")
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a key without an obstacle does something that shows`(seed: UInt64) {
    var model = open(seed)
    model.isRunning = false
    model.zoomed = nil
    let before = model.frame(.large)
    for act in Act.allCases where act.obstacle(in: model) == nil {
      var pressed = model
      let effects = act.keys.first.map { pressed.update(.key($0)) } ?? pressed.attempt(act)
      let shows = pressed.frame(.large) != before
      #expect(!effects.isEmpty || shows, "seed \(seed), \(act)")
    }
  }

  @Test func `a call that waits for a lost answer is told`() {
    let model = LabModel.quiet().after("i x r c")
    #expect(model.frame(.medium).text.contains("has a call wait for the refresh"))
  }

  @Test(arguments: [(60, 16), (40, 8)], Pane.allCases)
  func `small screens show a pane when asked`(size: (Int, Int), pane: Pane) throws {
    let size = Size(width: size.0, height: size.1)
    let model = try LabModel.scenario("victim-first", at: .minutes(21))
    let zoomed = model.after("\(pane.rawValue)").frame(size)
    #expect(zoomed != model.frame(size))
    #expect(zoomed.text.uppercased().contains("\(pane)".uppercased()))
    #expect(zoomed.line(1) == model.frame(size).line(1))
  }

  @Test func `every act that can fail is seen to fail in a random lab`() {
    var seen: Set<Act> = []
    for seed in 0..<80 as Range<UInt64> {
      let model = open(seed)
      seen.formUnion(Act.allCases.filter { $0.obstacle(in: model) != nil })
    }
    let never: Set<Act> = [
      .help(.keys), .help(.palette), .time(.runOrPause), .time(.step), .time(.untilExpiry),
      .time(.untilRefusal), .time(.untilDetection),
      .time(.nextDecision), .time(.goTo), .looking(.viewpoint), .help(.rehearsal),
      .looking(.inspector), .program(.copyRun), .branches(.list), .setup(.strategies),
      .looking(.zoom),
      .looking(.nextPane), .program(.theme),
      .program(.mouse), .program(.quit),
      .time(.slower), .time(.faster),
      .looking(.zoomIn), .looking(.zoomOut), .program(.copyRow), .setup(.editor),
      .server(.changePassword), .server(.changePasswordAndRevoke),
      .server(.changeRole), .server(.withdrawScope), .server(.rotateSigningKey),
      .server(.withdrawSigningKeys),
      .attacker(.stealDatabase), .attacker(.stealSigningKey),
      .client(.restartBeforeStoring), .wire(.stop), .wire(.races),
    ]
    #expect(seen.union(never) == Set(Act.allCases))
  }

  @Test func `the limits of speed and zoom are told`() {
    let model = LabModel.quiet()
    #expect(model.after("[ [ [ [ [ [").status == "time runs at its slowest, 1x")
    #expect(model.after("] ] ] ] ] ]").status == "time runs at its fastest, 3600x")
    #expect(model.after("+ + + + +").status == "the timeline is at its closest")
    #expect(model.after("- - - - - - -").status == "the timeline is at its widest")
    #expect(model.after("y").status == "there is no event to copy")
  }

  @Test func `a key that nothing answers to is named`() {
    let model = LabModel.quiet()
    #expect(model.after("Z").status == "Z does nothing here; ? shows the keys")
    #expect(model.after("F5").status == "F5 does nothing here; ? shows the keys")
    var pressed = model
    _ = pressed.update(.key("\u{1B}"))
    #expect(pressed.status == ". does nothing here; ? shows the keys")
  }

  @Test func `the next key clears the line`() {
    #expect(LabModel.quiet().after("Z ]").status == nil)
  }

  /// A random lab with nothing lying over it.
  private func open(_ seed: UInt64) -> LabModel {
    var model = RandomLab(seed: seed).model
    model.overlay = nil
    model.duel = nil
    model.wire = nil
    model.status = nil
    return model
  }
}
