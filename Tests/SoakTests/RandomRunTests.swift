import JOSE
import Soak
import Testing
import TokenCore

@testable import Simulation

struct RandomRunTests {
  @Test(arguments: 0..<30 as Range<UInt64>)
  func `a seed gives the same run again`(_ seed: UInt64) {
    var (first, second) = (played(seed, 150), played(seed, 150))
    #expect(first.world.setting == second.world.setting)
    #expect(first.trace == second.trace, "seed \(seed)")
    #expect(first.step().violation == nil)
    #expect(second.step().violation == nil)
  }

  @Test func `neighbouring seeds give other policies`() {
    let policies = Set((0..<100).map { played($0, 0).world.setting.policy })
    #expect(policies.count > 90)
  }

  @Test func `the policies have no faults and miss no value on any axis`() {
    var seen: Set<AxisValue> = []
    for seed in 0..<300 as Range<UInt64> {
      let setting = played(seed, 0).world.setting
      #expect(setting.policy.faults.isEmpty, "seed \(seed)")
      seen.formUnion(setting.rules.axisValues)
    }
    #expect(seen == Set(AxisValue.allCases))
  }

  /// A run in which nobody gets anything would keep every invariant.
  @Test func `the runs carry out every command and see every server event`() {
    var commands: Set<String> = []
    var events: Set<String> = []
    for event in PlayedRun.all.flatMap(\.trace.events) {
      switch event.kind {
      case .commanded(let command): commands.insert(name(of: command))
      case .server(let event): events.insert(caseName(of: event))
      default: break
      }
    }
    #expect(commands == Self.allCommands, "\(commands.symmetricDifference(Self.allCommands))")
    #expect(events.count == 30, "\(events.sorted())")
  }

  /// A call is refused for its proof after its token was looked up, which confirms the refresh token.
  @Test func `a look-up that confirms is no cost of a refusal`() {
    var run = RandomRun(seed: 435, LabCryptography())
    for _ in 0..<60 { #expect(run.step().violation == nil) }
  }

  private func played(_ seed: UInt64, _ steps: Int) -> RandomRun {
    .played(seed: seed, steps: steps, LabCryptography())
  }

  private func name(of command: Command) -> String {
    switch command {
    case .client(_, let order): "client \(order.kind)"
    case .network(_, let order): "network \(order.kind)"
    case .wire: "wire"
    case .administration(let order): "administration \(order.kind)"
    case .attacker(let order): "attacker \(order.kind)"
    case .visitor: "visitor"
    }
  }

  /// Every kind of order that there is: a new one fails the test until the runs draw it.
  private static let allCommands = Set(
    ClientOrder.Kind.allCases.map { "client \($0)" }
      + NetworkOrder.Kind.allCases.map { "network \($0)" }
      + AdministrationOrder.Kind.allCases.map { "administration \($0)" }
      + AttackerOrder.Kind.allCases.map { "attacker \($0)" } + ["wire", "visitor"])

  private func caseName(of value: Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? "\(value)"
  }
}
