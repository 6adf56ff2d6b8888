/// Which row has a random value, such as a digest: of each value only 32 bits and of its row the number.
/// The row itself has the rest, and whoever looks compares it.
struct RowIndex: Equatable, Sendable {
  /// The value's bits above the row's number.
  private var entries = SortedTiers<UInt64>()

  /// Notes the row under any bits of its value that are as good as random.
  mutating func insert(_ bits: UInt32, row: Int) {
    entries.insert(UInt64(bits) << 32 | UInt64(UInt32(row)))
  }

  /// Forgets the row under these bits, at the cost of looking at each entry.
  mutating func remove(_ bits: UInt32, row: Int) {
    let entry = UInt64(bits) << 32 | UInt64(UInt32(row))
    entries.removeAll { $0 == entry }
  }

  /// The last row with these bits that the condition holds for.
  func row(of bits: UInt32, where isIt: (Int) -> Bool) -> Int? {
    let first = UInt64(bits) << 32
    let found = entries.last(in: first...(first | UInt64(UInt32.max))) { isIt(Self.row($0)) }
    return found.map(Self.row)
  }

  private static func row(_ entry: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: entry)) }
}

extension TokenDigest {
  /// Bits to find its row by.
  var indexBits: UInt32 { UInt32(truncatingIfNeeded: words.0) }
}

extension String {
  /// Bits to find a random text's row by (FNV-1a, folded).
  var indexBits: UInt32 {
    let hash = utf8.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
