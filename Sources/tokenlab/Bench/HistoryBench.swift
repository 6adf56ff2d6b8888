import ArgumentParser
import Canvas
import Foundation
import JOSE
import LabUI
import Narrative
import TokenCore

/// What travel costs in a long run, measured at the keyboard: the key, and all that it does.
struct HistoryBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Milliseconds to go to a time and to step back.")

  @Option(parsing: .unconditional, help: "How many events the run has.")
  var events = 5000

  func run() throws {
    try reporting {
      guard (100...200_000).contains(events) else {
        throw CommandError(.usage, "--events wants 100 to 200000, found \(events)")
      }
      let before = peakMegabytes()
      var model = LabModel.freeLab(LabCryptography())
      while model.trace.events.count < events { model.advance(to: model.world.now + .minutes(10)) }
      _ = model.update(.key(" "))
      try StandardOutput.shared.sendLine(
        "events \(model.trace.events.count)   clock \(model.world.now.secondsText)")
      let end = model.world.now - .start
      var random = RandomStream(seed: 1, label: "bench")
      let seeks = (0..<300).map { _ in
        go(to: .seconds(.random(in: 0...end.wholeSeconds, using: &random)), &model)
      }
      try tell("go to a time", seeks)
      _ = go(to: end, &model)
      try tell("step back", (0..<300).map { _ in milliseconds { _ = model.update(.key(",")) } })
      try tell("step", (0..<300).map { _ in milliseconds { _ = model.update(.key(".")) } })
      try StandardOutput.shared.sendLine(
        "memory \(peakMegabytes()) MB at its peak, \(before) MB before the run")
    }
  }

  /// Types the time as a person would; the last key is measured.
  private func go(to span: TimeSpan, _ model: inout LabModel) -> Double {
    _ = model.update(.key("g"))
    for scalar in span.shortText.unicodeScalars { _ = model.update(.key(.character(scalar))) }
    return milliseconds { _ = model.update(.key(.enter)) }
  }

  private func tell(_ name: String, _ times: [Double]) throws {
    let sorted = times.sorted()
    let figures = [sorted[sorted.count / 2], sorted[sorted.count * 95 / 100], sorted.last ?? 0]
    try StandardOutput.shared.sendLine(
      left(name, 14)
        + zip(["p50", "p95", "max"], figures).map { "\($0) \(rounded($1)) ms   " }.joined())
  }
}

/// The most memory that the process has held so far, in megabytes.
func peakMegabytes() -> Int { peakBytes() / 1_048_576 }

/// The most memory that the process has held so far.
func peakBytes() -> Int {
  var usage = rusage()
  #if os(Linux)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  #else
    getrusage(RUSAGE_SELF, &usage)
    return usage.ru_maxrss
  #endif
}
