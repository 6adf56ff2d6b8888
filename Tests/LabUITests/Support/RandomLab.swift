import Canvas
import JOSE
import Simulation
import TokenCore

@testable import LabUI

/// A lab as somebody leaves it who presses keys at random. The seed is all there is to know about it.
struct RandomLab {
  var random: RandomStream
  var model: LabModel

  init(seed: UInt64, keys: Int = 40) {
    random = RandomStream(seed: seed, label: "random lab")
    model = LabModel(
      title: "random", setting: Self.setting(&random), opening: [],
      isRunning: Bool.random(using: &random), LabCryptography())
    for _ in 0..<Int.random(in: 0...keys, using: &random) { play() }
  }

  /// One action of a kind that a person would do, mostly.
  mutating func play() {
    let tick = Int64.random(in: 0...3000, using: &random)
    let act = Act.allCases.randomElement(using: &random) ?? .time(.step)
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: _ = model.update(.tick(milliseconds: tick))
    case 2, 3, 4: press(Self.deeds.randomElement(using: &random) ?? "i")
    default:
      if let key = act.keys.randomElement(using: &random) {
        press(key)
      } else if model.overlay == nil {
        _ = model.attempt(act)
        model.finish()
      }
    }
  }

  @discardableResult
  mutating func press(_ key: Key) -> [Effect] { model.update(.key(key)) }

  /// What moves tokens, to be pressed more often than the rest.
  private static let deeds: [Key] = ["i", "c", "r", "s", "a", "R", "C", "x", ".", "e"]

  private static func setting(_ random: inout RandomStream) -> Setting {
    let devices = (0..<Int.random(in: 1...3, using: &random)).map { index in
      DeviceSetting(
        person: ["alice", "bob", "alice"][index], device: ["laptop", "phone", "tablet"][index],
        activity: activity(&random))
    }
    return Setting(
      strategy: Strategy.catalogue.randomElement(using: &random) ?? .rotationStrict,
      seed: random.next(), devices: devices,
      latency: .milliseconds(Int64.random(in: 0...3000, using: &random)))
  }

  /// Nobody there, or somebody for two hours: a search for what never comes must end soon.
  private static func activity(_ random: inout RandomStream) -> Activity {
    guard Bool.random(using: &random) else { return .none }
    return Activity(
      interval: .minutes(Int64.random(in: 1...20, using: &random)),
      presence: [.start..<(.start + .hours(2))],
      signsInAgainAfter: Bool.random(using: &random) ? .seconds(30) : nil)
  }
}

extension Key {
  /// Any key a terminal could report, and characters that none should.
  static func random(using random: inout RandomStream) -> Key {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: named.randomElement(using: &random) ?? .unknown
    case 1: .character(Unicode.Scalar(UInt8.random(in: 0x20...0x7E, using: &random)))
    case 2: .character(strange.randomElement(using: &random) ?? "é")
    default: .character(Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) ?? "\0")
    }
  }

  /// Every case of `Key` but the characters.
  static let named: [Key] =
    [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .pageUp,
      .pageDown, .home, .end, .unknown,
    ] + [Int.min, -1, 0, 1, 12, 63, Int.max].map(Key.function)

  private static let strange: [Unicode.Scalar] = [
    "\u{0}", "\u{7}", "\u{1B}", "\u{7F}", "\u{9B}", "\u{AD}", "\u{301}", "\u{200D}", "\u{202E}",
    "\u{FE0F}", "\u{FEFF}", "🦊", "👩", "漢", "ｗ", "\u{E0001}", "\u{10FFFF}", "Ⅷ", "٣", "½", "²",
  ]
}
