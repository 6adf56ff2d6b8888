import ArgumentParser
import Canvas
import JOSE
import LabUI
import Narrative
import TokenCore

/// What a frame costs in a lab that is full and running: a tick of the model, the frame, and the
/// difference to the one before; and a key until it is painted.
struct FrameBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frames", abstract: "Milliseconds for update, render and diff of a frame.")

  @Option(parsing: .unconditional, help: "How many frames for each size.")
  var count = 1000

  func run() throws {
    try reporting {
      guard (10...100_000).contains(count) else {
        throw CommandError(.usage, "--count wants 10 to 100000 frames, found \(count)")
      }
      let model = Self.fullLab
      let server = model.world.authorizationServer
      let tokens = server.refreshTokens.count + server.accessTokens.count
      try StandardOutput.shared.sendLine(
        "\(tokens) tokens, \(model.trace.events.count) events, running at 3600x")
      try StandardOutput.shared.sendLine(
        "size     what          frames   p50 ms   p95 ms   max ms   cells changed a frame")
      for size in [(80, 24), (120, 36), (200, 60)] {
        let size = Size(width: size.0, height: size.1)
        try measure("running", size, model) { _ in .tick(milliseconds: 100) }
        try measure("a key", size, model) { .key(Self.keys[$0 % Self.keys.count]) }
      }
    }
  }

  /// Eight days of a person who uses the application every two minutes, day and night.
  private static var fullLab: LabModel {
    var model = LabModel.freeLab(LabCryptography())
    model.advance(to: .start + .days(8))
    for _ in 0..<10 { _ = model.update(.key("]")) }
    return model
  }

  /// What a person does at a full lab: looks around, goes back and on, acts.
  private static let keys: [Key] = [
    "5", "+", "-", "5", "up", "up", "down", "7", "7", "4", "up", "4", "9", "9", "c", ",", ".", "v",
    "v",
    "r", "s", "8", "8", "B", "escape", "?", "escape",
  ].map { Key(label: $0) ?? .escape }

  private func measure(
    _ what: String, _ size: Size, _ start: LabModel, _ action: (Int) -> Action
  ) throws {
    var model = start
    var screen = NullScreen(size)
    _ = screen.present(model.frame(size))
    var changed = 0
    let times = (0..<count).map { index in
      milliseconds {
        _ = model.update(action(index))
        changed += screen.present(model.frame(size))
      }
    }.sorted()
    let figures = [times[count / 2], times[count * 95 / 100], times[count - 1]]
    try StandardOutput.shared.sendLine(
      left("\(size.width)x\(size.height)", 9) + left(what, 14) + left("\(count)", 6)
        + figures.map { right(rounded($0), 9) }.joined() + "   \(changed / count)")
  }
}
