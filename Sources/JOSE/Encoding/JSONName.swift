import TokenCore

/// The name of a member, with a number made of its bytes so that most comparisons cost one look.
package struct JSONName: Equatable, Sendable {
  package let text: String
  private let fingerprint: UInt64

  package init(_ text: String) {
    self.text = text
    var fingerprint = Self.seed
    for byte in text.utf8 { fingerprint = (fingerprint ^ UInt64(byte)) &* Self.prime }
    self.fingerprint = fingerprint
  }

  package static func == (left: JSONName, right: JSONName) -> Bool {
    left.fingerprint == right.fingerprint && sameBytes(left.text, right.text)
  }

  /// FNV-1a. Nothing rests on it but speed: equal numbers are followed by a comparison of the bytes.
  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3
}

extension JSONName: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    self.init(text)
  }
}
