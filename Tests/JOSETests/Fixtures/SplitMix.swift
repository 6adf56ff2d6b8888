/// A small generator whose seed is the bug report.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The bytes with one to three of them flipped, inserted, removed or copied elsewhere.
  mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &self) {
      let place = Int.random(in: 0...max(bytes.count - 1, 0), using: &self)
      switch Int.random(in: 0..<5, using: &self) {
      case 0 where !bytes.isEmpty: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      case 1 where !bytes.isEmpty: bytes.remove(at: place)
      case 2 where !bytes.isEmpty: bytes.insert(bytes[place], at: bytes.count / 2)
      case 3 where !bytes.isEmpty: bytes[place] = bytes.randomElement(using: &self) ?? 0
      default: bytes.insert(.random(in: .min ... .max, using: &self), at: min(place, bytes.count))
      }
    }
    return bytes
  }
}
