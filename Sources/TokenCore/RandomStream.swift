/// A seeded stream of randomness (xoshiro256**, seeded through SplitMix64; Blackman and Vigna 2018).
///
/// The lab's only source of chance: the same seed and label give the same numbers on every machine.
/// A real server must use its system's generator; a lab must be able to tell the same story twice.
public struct RandomStream: RandomNumberGenerator, Hashable, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// Streams with different labels are independent, so that a new question put to one party does not
  /// change what the others draw.
  public init(seed: UInt64, label: String) {
    var mixer = SplitMix(state: seed)
    for byte in label.utf8 {
      let drawn = mixer.next()
      mixer.state ^= UInt64(byte) &* 0x100_0000_01B3 &+ drawn
    }
    state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    let result = rotated(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotated(state.3, by: 45)
    return result
  }

  /// Whether both will give the same numbers from here on.
  public static func == (left: RandomStream, right: RandomStream) -> Bool {
    left.state == right.state
  }

  /// By two of the four words, which is enough to tell streams apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(state.0)
    hasher.combine(state.3)
  }
}

extension RandomNumberGenerator {
  /// `count` random bytes.
  package mutating func bytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      withUnsafeBytes(of: next().littleEndian) { word in
        bytes.append(contentsOf: word.prefix(count - bytes.count))
      }
    }
    return bytes
  }
}

private func rotated(_ word: UInt64, by count: UInt64) -> UInt64 {
  (word << count) | (word >> (64 - count))
}

private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
