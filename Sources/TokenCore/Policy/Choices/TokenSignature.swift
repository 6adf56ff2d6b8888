/// What the authorization server signs access tokens with, and so who else could make one
/// (RFC 9068 §2.1, RFC 7517 §9.2).
public enum TokenSignature: AxisChoice {
  /// A pair of keys (RFC 8037): an API has the public one, which verifies and signs nothing.
  case ed25519
  /// One secret that both sides hold (RFC 7518 §3.2): whoever verifies a token can make one.
  case hs256

  package var described: ValueDescription {
    switch self {
    case .ed25519:
      ValueDescription(
        "ed25519", label: "Ed25519: APIs verify only",
        meaning:
          "A private key signs at the server; APIs hold the public key, which signs nothing.",
        source: "RFC 8037 §3.1", odds: 3)
    case .hs256:
      ValueDescription(
        "hs256", label: "HS256: any API can mint",
        meaning: "Server and APIs share one secret, so that every API can make tokens for all.",
        source: "RFC 7518 §3.2")
    }
  }
}
