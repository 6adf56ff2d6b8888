extension JSONScanner {
  /// How many bytes the scalar at this place has, or 0 if it is not well-formed UTF-8: cut short,
  /// longer than needed, a surrogate, or beyond U+10FFFF (RFC 3629 §4).
  func wellFormedLength(at index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    switch bytes[index] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return length(2, at: index, second: 0x80...0xBF)
    case 0xE0: return length(3, at: index, second: 0xA0...0xBF)
    case 0xED: return length(3, at: index, second: 0x80...0x9F)
    case 0xE1...0xEF: return length(3, at: index, second: 0x80...0xBF)
    case 0xF0: return length(4, at: index, second: 0x90...0xBF)
    case 0xF1...0xF3: return length(4, at: index, second: 0x80...0xBF)
    case 0xF4: return length(4, at: index, second: 0x80...0x8F)
    default: return 0
    }
  }

  /// The length, if that many bytes are there and all but the first are in range.
  private func length(_ length: Int, at index: Int, second: ClosedRange<UInt8>) -> Int {
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    let rest = bytes[index + 2..<index + length]
    return rest.allSatisfy { 0x80...0xBF ~= $0 } ? length : 0
  }
}
