/// The name of a member, with a number made of its bytes so that most comparisons cost one look.
package struct JSONName: Equatable, Sendable {
  package let text: String
  private let fingerprint: UInt64

  package init(_ text: String) {
    self.text = text
    fingerprint = text.utf8.reduce(Self.seed, Self.mix)
  }

  package static func == (left: JSONName, right: JSONName) -> Bool {
    left.fingerprint == right.fingerprint && left.text.hasSameBytes(as: right.text)
  }

  /// FNV-1a. Nothing rests on it but speed: equal numbers are followed by a comparison of the bytes.
  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static func mix(_ sum: UInt64, _ byte: UInt8) -> UInt64 {
    (sum ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}

extension JSONName: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    self.init(text)
  }
}

extension String {
  /// Code point by code point, without normalisation (RFC 7519 §7.3).
  func hasSameBytes(as other: String) -> Bool {
    utf8.elementsEqual(other.utf8)
  }
}
