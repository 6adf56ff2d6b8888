/// Why a text is not the JSON that a token may carry, and at which byte that was noticed.
package struct JSONFlaw: Error, Equatable, Sendable {
  package enum Kind: Sendable {
    /// Not the grammar of RFC 8259, not UTF-8, or half of a surrogate pair (§8.1, §8.2).
    case invalid
    /// Two members of one object have the same name after unescaping (RFC 7515 §4).
    case duplicateMember
    /// Nested deeper or with more members than this reader takes (RFC 8259 §9 allows limits).
    case limitExceeded
  }

  package let kind: Kind
  package let offset: Int
}

/// How much of a hostile text is read before it is refused.
package struct JSONLimits: Sendable {
  /// Objects and arrays inside each other.
  package var depth: Int
  /// Members of one object.
  package var members: Int

  package init(depth: Int = 16, members: Int = 64) {
    self.depth = depth
    self.members = members
  }
}
