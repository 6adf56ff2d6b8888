import ArgumentParser
import Canvas
import JOSE
import LabUI
import Narrative
import TokenCore

/// How long a key has to wait: walks of random keys through labs, and the longest that the model was at
/// work without looking up.
struct SlicesBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slices",
    abstract: "Milliseconds for a key, and for a slice of what it set going, in random walks.")

  @Option(help: "How many walks.")
  var walks = 20

  @Option(help: "How many keys in each.")
  var keys = 1500

  @Option(help: "The seed of the first walk.")
  var seed: UInt64 = 1

  func run() throws {
    try reporting {
      guard (1...100_000).contains(walks), (1...100_000).contains(keys) else {
        throw CommandError(.usage, "--walks and --keys want 1 to 100000")
      }
      var all = Walk(seed: seed)
      try StandardOutput.shared.sendLine("what        count   p50 ms   p99 ms   max ms   slowest")
      for index in 0..<UInt64(walks) {
        var walk = Walk(seed: seed + index)
        for _ in 0..<keys { walk.press() }
        all.begins += walk.begins
        all.slices += walk.slices
      }
      try Self.tell("a key", all.begins)
      try Self.tell("a slice", all.slices)
    }
  }

  private static func tell(_ what: String, _ times: [Walk.Time]) throws {
    let sorted = times.sorted { $0.milliseconds < $1.milliseconds }
    guard let slowest = sorted.last else { return }
    let figures = [sorted[sorted.count / 2], sorted[sorted.count * 99 / 100], slowest]
    try StandardOutput.shared.sendLine(
      left(what, 9) + right("\(sorted.count)", 8)
        + figures.map { right(rounded($0.milliseconds), 9) }.joined() + "   \(slowest.what)")
  }

  /// A lab in which keys are pressed at random; what a key sets going is given all its slices, a
  /// hundred at most.
  private struct Walk {
    struct Time {
      let milliseconds: Double
      let what: String
    }

    var begins: [Time] = []
    var slices: [Time] = []
    private var model: LabModel
    private var random: RandomStream
    private let seed: UInt64

    init(seed: UInt64) {
      self.seed = seed
      random = RandomStream(seed: seed, label: "walk")
      let strategy = Strategy.catalogue.randomElement(using: &random) ?? .rotationStrict
      model = LabModel.freeLab(strategy: strategy, seed: seed, LabCryptography())
    }

    mutating func press() {
      let action = action
      let time = milliseconds { _ = model.begin(action) }
      begins.append(Time(milliseconds: time, what: "seed \(seed), \(action)"))
      for _ in 0..<100 where model.isBusy {
        let time = milliseconds { model.work() }
        slices.append(Time(milliseconds: time, what: "seed \(seed), after \(action)"))
      }
    }

    /// Any key of an act, a character, or a tenth of a second.
    private var action: Action {
      mutating get {
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1: .tick(milliseconds: 100)
        case 2: .key(.character(Unicode.Scalar(UInt8.random(in: 0x20...0x7E, using: &random))))
        default:
          .key(Act.allCases.randomElement(using: &random)?.keys.first ?? .escape)
        }
      }
    }
  }
}
