import Canvas
import Simulation
import Testing
import TokenCore

@testable import LabUI

/// `update` takes everything, always.
struct TotalUpdateTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a thousand keys of any kind never trap and only travel turns time back`(seed: UInt64) {
    var lab = RandomLab(seed: seed, keys: 10)
    for count in 0..<1000 {
      let before = lab.model
      let key = Key.random(using: &lab.random)
      let act = Act.allCases.randomElement(using: &lab.random)?.keys.first ?? "?"
      let effects = lab.press(Bool.random(using: &lab.random) ? key : act)
      let isBack = lab.model.world.now < before.world.now
      let isSame = lab.model.history.branch.id == before.history.branch.id
      #expect(!isBack || !isSame || !lab.model.isRunning, "seed \(seed), key \(count)")
      #expect(!isBack || !isSame || lab.model.history.branch.isInPast || lab.model.hasNoFuture)
      #expect(effects.count <= 1, "seed \(seed), key \(count)")
      expectConsistent(lab.model, "seed \(seed), key \(count)")
      if count.isMultiple(of: 50) { _ = lab.model.frame(.medium) }
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `ticks of any length never trap and never turn time back`(seed: UInt64) {
    var lab = RandomLab(seed: seed)
    for milliseconds in [Int64.min, -1, 0, 1, 99, 1000, 86_400_000] {
      let before = lab.model.world.now
      #expect(lab.model.update(.tick(milliseconds: milliseconds)).isEmpty, "seed \(seed)")
      #expect(lab.model.world.now >= before, "seed \(seed), \(milliseconds) ms")
      expectConsistent(lab.model, "seed \(seed), \(milliseconds) ms")
    }
  }

  @Test func `a tick longer than time itself ends at its end`() {
    var model = LabModel.quiet().after("space")
    _ = model.update(.tick(milliseconds: .max))
    #expect(model.world.now == .distantFuture)
    #expect(model.frame(.medium).size == .medium)
  }

  @Test func `the same keys give the same lab`() {
    for seed in 0..<10 as Range<UInt64> {
      let first = RandomLab(seed: seed, keys: 80).model
      let second = RandomLab(seed: seed, keys: 80).model
      #expect(first.trace == second.trace, "seed \(seed)")
      #expect(first.frame(.large) == second.frame(.large), "seed \(seed)")
    }
  }

  @Test func `drawing changes nothing that is drawn later`() {
    for seed in 0..<10 as Range<UInt64> {
      var watched = RandomLab(seed: seed, keys: 0)
      var unwatched = RandomLab(seed: seed, keys: 0)
      for _ in 0..<40 {
        _ = watched.model.frame(.large)
        watched.play()
        unwatched.play()
      }
      #expect(watched.model.trace == unwatched.model.trace, "seed \(seed)")
      #expect(watched.model.frame(.large) == unwatched.model.frame(.large), "seed \(seed)")
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `nothing wakes the machine while time stands still`(seed: UInt64) {
    var lab = RandomLab(seed: seed)
    for _ in 0..<60 {
      let wait = lab.model.millisecondsToNextChange
      let runs = lab.model.isRunning || lab.model.duel?.isRunning == true
      #expect((wait == nil) == !runs, "seed \(seed)")
      #expect((1...1000).contains(wait ?? 1), "seed \(seed)")
      #expect(lab.model.speed.factor == 1 || wait ?? 100 >= 100, "seed \(seed)")
      lab.play()
    }
  }

  private func expectConsistent(_ model: LabModel, _ comment: Comment) {
    let rows = model.chronicle.rows.indices
    #expect(model.selectedRow.map(rows.contains) ?? true, comment)
    #expect(model.world.clients.indices.contains(model.device.index), comment)
    #expect(Speed.steps.contains(model.speed), comment)
    #expect((-6...4).contains(model.timelineZoom), comment)
    #expect(model.history.branches.count <= History.mostBranches, comment)
    #expect(
      model.duel.map { $0.left.branch.world.now == $0.right.branch.world.now } ?? true, comment)
    switch model.overlay {
    case nil, .rehearsal: break
    case .inspector(let inspector):
      #expect(inspector.member >= 0 && inspector.choice >= 0, comment)
      #expect(inspector.typed.map { $0.unicodeScalars.count <= 400 } ?? true, comment)
    case .goTo(let prompt): #expect(prompt.text.unicodeScalars.count <= 16, comment)
    case .naming(let prompt):
      #expect(
        model.history.branch(prompt.branch) != nil && prompt.text.unicodeScalars.count <= 24,
        comment)
    case .branches(let menu): #expect(model.history.branch(menu.selected) != nil, comment)
    case .help(let help): #expect(help.scroll.distance >= 0, comment)
    case .strategies(let menu):
      #expect(Strategy.catalogue.indices.contains(menu.selected), comment)
    case .races(let menu): #expect(Race.allCases.indices.contains(menu.selected), comment)
    case .editor(let draft): #expect(draft.axes.contains(draft.selected), comment)
    case .palette(let palette):
      #expect(palette.query.unicodeScalars.count <= Palette.longestQuery, comment)
      #expect(palette.selected == 0 || palette.matches.indices.contains(palette.selected), comment)
    }
  }
}

extension LabModel {
  /// Whether going back has left nothing but time behind: no step and no order.
  fileprivate var hasNoFuture: Bool {
    history.branch.moment.steps == history.branch.end.steps
  }
}
