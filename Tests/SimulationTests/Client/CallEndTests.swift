import JOSE
import Soak
import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Every call that was begun ends in exactly one way.
struct CallEndTests {
  @Test(arguments: 0..<50 as Range<UInt64>)
  func `every call is served or fails`(_ seed: UInt64) {
    let random = RandomRun.played(seed: seed, steps: 150, LabCryptography())
    var setting = random.world.setting
    if setting.habit.renews.interval != nil { setting.habit.renews = .whenRefused }
    for index in setting.devices.indices { setting.devices[index].activity = .none }
    var run = Run(setting)
    run.play(random.script.filter { $0.command.endsCalls }.map { ($0.at - .start, $0.command) })
    let begun = run.trace.events.count {
      if case .commanded(let command) = $0.kind { command.isCall } else { false }
    }
    let ended = run.clientEvents.count {
      switch $0 {
      case .callServed, .pageServed, .callFailed: true
      case .gaveCookie, .answeredPage, .storedTokens, .callWaits, .triesAgain, .gaveUp,
        .restarted, .signedOut, .warned, .stepsUp, .browserClosed, .browserOpened:
        false
      }
    }
    #expect(begun == ended, "seed \(seed)")
  }
}

extension Command {
  fileprivate var isCall: Bool {
    switch self {
    case .client(_, .callAPI), .client(_, .callAdminAPI), .client(_, .callServer): true
    default: false
    }
  }

  /// Not so an order to hold a message: a call may then wait for ever.
  fileprivate var endsCalls: Bool { if case .wire = self { false } else { true } }
}
