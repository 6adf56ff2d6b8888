import ArgumentParser
import Canvas
import JOSE
import LabUI
import Simulation
import TokenCore

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure this build on this machine.",
    subcommands: [FrameBench.self, WeekBench.self, TokenBench.self, WhatIfBench.self])
}

/// What a frame costs: a tick of the model, the frame, and the difference to the one before.
struct FrameBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frames", abstract: "Milliseconds for update, render and diff of a frame.")

  @Option(help: "How many frames for each size.")
  var count = 2000

  func run() throws {
    try reporting {
      guard (10...100_000).contains(count) else {
        throw UsageError("--count wants 10 to 100000 frames, found \(count)")
      }
      print("size     frames   p50 ms   p95 ms   max ms   cells changed a frame")
      for size in [(80, 24), (120, 36), (200, 60)] {
        measure(Size(width: size.0, height: size.1))
      }
    }
  }

  private func measure(_ size: Size) {
    var model = LabModel.freeLab(LabCryptography())
    var screen = NullScreen(size)
    for key in ["s", "r", "R"] as [Key] { _ = model.update(.key(key)) }
    var changed = 0
    let times = (0..<count).map { _ in
      milliseconds {
        _ = model.update(.tick(milliseconds: 100))
        changed += screen.present(model.frame(size))
      }
    }.sorted()
    let figures = [times[count / 2], times[count * 95 / 100], times[count - 1]]
    let columns = figures.map { right(rounded($0), 9) }.joined()
    print(
      left("\(size.width)x\(size.height)", 9) + left("\(count)", 6) + columns
        + "   \(changed / count)")
  }
}

/// What a simulated week costs.
struct WeekBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "week",
    abstract: "Milliseconds for one client that calls the API every two minutes for a week.")

  func run() {
    print("strategy                events   API calls   best of 5 ms")
    for strategy in Strategy.catalogue {
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
      print(
        left(strategy.id, 22) + right("\(model.trace.events.count)", 8) + right("\(calls)", 12)
          + right(rounded(best ?? 0), 15))
    }
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
