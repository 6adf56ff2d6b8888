/// Access tokens whose signature a resource server has found good, with what they say, so that a
/// signature is computed once and not at every call.
///
/// A row stands for a token's very bytes and for the key set that it was checked with; what changes
/// with the moment or with the policy is asked again at each request. So a row makes nothing good that
/// would not be good without it.
package struct VerifiedTokens: Equatable, Sendable {
  /// As many rows as are kept: with one more, the one that ends first goes.
  package static let limit = 256

  /// By the token's bytes: two texts that Swift finds equal may differ in them.
  private var rows: [[UInt8]: AccessTokenClaims] = [:]

  init() {}

  /// Always: what is remembered decides nothing, so that servers which differ in it are the same.
  package static func == (one: VerifiedTokens, other: VerifiedTokens) -> Bool { true }

  /// What a token says; nil for one that has to be verified first.
  subscript(text: String) -> AccessTokenClaims? { rows[Array(text.utf8)] }

  /// How many are good at a moment, as far as their time goes.
  package func count(at now: Instant, leeway: TimeSpan) -> Int {
    rows.values.count { now < $0.expiresAt.instant + leeway }
  }

  /// Remembers a token that was just verified. Where there is no room, those that have ended go first.
  mutating func remember(
    _ text: String, saying claims: AccessTokenClaims, at now: Instant, leeway: TimeSpan
  ) {
    if rows.count >= Self.limit {
      rows = rows.filter { now < $0.value.expiresAt.instant + leeway }
    }
    if rows.count >= Self.limit, let first = rows.min(by: Self.endsEarlier) {
      rows[first.key] = nil
    }
    rows[Array(text.utf8)] = claims
  }

  /// Of tokens that end together the bytes decide, so that every run forgets the same ones.
  private static func endsEarlier(
    _ one: (key: [UInt8], value: AccessTokenClaims),
    _ other: (key: [UInt8], value: AccessTokenClaims)
  ) -> Bool {
    one.value.expiresAt == other.value.expiresAt
      ? one.key.lexicographicallyPrecedes(other.key)
      : one.value.expiresAt < other.value.expiresAt
  }
}
