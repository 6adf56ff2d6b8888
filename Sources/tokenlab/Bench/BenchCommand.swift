import ArgumentParser
import Canvas
import JOSE
import LabUI
import Narrative
import Simulation
import TokenCore

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure this build on this machine.",
    subcommands: [
      FrameBench.self, WeekBench.self, TokenBench.self, WhatIfBench.self,
      HistoryBench.self, SlicesBench.self, MemoryBench.self,
    ])
}

/// What a simulated week costs.
struct WeekBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "week",
    abstract: "Milliseconds for one client that calls the API every two minutes for a week.")

  func run() throws {
    try reporting {
      try StandardOutput.shared.sendLine(
        "strategy                events   API calls   best of 5 ms")
      for strategy in Strategy.catalogue { try measure(strategy) }
    }
  }

  private func measure(_ strategy: Strategy) throws {
    var model = LabModel.freeLab(strategy: strategy, LabCryptography())
    let best = (0..<5).map { _ in
      model = LabModel.freeLab(strategy: strategy, LabCryptography())
      return milliseconds { model.advance(to: .start + .days(7)) }
    }.min()
    let calls = model.trace.events.count { event in
      guard case .answered(let exchange) = event.kind else { return false }
      if case .resourceRequest = exchange.request { return true }
      return false
    }
    try StandardOutput.shared.sendLine(
      left(strategy.id, 22) + right("\(model.trace.events.count)", 8) + right("\(calls)", 12)
        + right(rounded(best ?? 0), 15))
  }
}

func milliseconds(_ body: () -> Void) -> Double {
  let clock = ContinuousClock()
  let elapsed = clock.measure(body)
  return Double(elapsed.components.attoseconds) / 1e15 + Double(elapsed.components.seconds) * 1000
}

func rounded(_ milliseconds: Double) -> String {
  let hundredths = Int((milliseconds * 100).rounded())
  let fraction = hundredths % 100
  return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
}
