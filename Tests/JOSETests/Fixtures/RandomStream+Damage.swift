import TokenCore

extension RandomStream {
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
