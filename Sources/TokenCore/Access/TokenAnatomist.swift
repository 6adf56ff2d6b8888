/// Takes signed tokens apart for somebody who looks at them, and puts them together otherwise. No
/// server needs it; only an inspector asks.
package protocol TokenAnatomist: Sendable {
  /// The parts of a signed token, whoever signed it; nil for a reference token and for whatever else
  /// is no compact JWS of two JSON objects, or is longer than 8 KiB.
  func anatomy(of text: String) -> TokenAnatomy?

  /// The same checks as `TokenCryptography.verify`, but each part is judged for itself and all flaws are told.
  func verdicts(
    on token: String, against expectation: AccessTokenExpectation, at now: NumericDate
  ) -> TokenVerdicts

  /// The token with a claim changed in its place, added at the end or, where there is no JSON, taken
  /// out; header and signature as they were, so that the signature fits only what changed nothing.
  ///
  /// Nil where the token has no anatomy, the text is not JSON, there is no such claim to take out, or
  /// the result would have no anatomy (more than 8 KiB, 64 claims or 16 levels).
  func replacing(claim name: String, with json: String?, in text: String) -> String?

  /// The same for a member of the header, such as `alg`.
  func replacing(headerMember name: String, with json: String?, in text: String) -> String?
}
