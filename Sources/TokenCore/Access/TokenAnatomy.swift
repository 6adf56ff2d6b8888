/// A signed token taken apart for somebody who looks at it. Nothing of it is believed: it says no more
/// than that three parts could be read.
package struct TokenAnatomy: Hashable, Sendable {
  /// A member of the header or a claim, in the order of the token.
  package struct Member: Hashable, Sendable {
    /// Any text at all, control characters included.
    package let name: String
    /// The value as JSON without white space. Control characters below U+0020 are escaped in it;
    /// others may be there.
    package let json: String

    package init(name: String, json: String) {
      self.name = name
      self.json = json
    }
  }

  package let header: [Member]
  package let claims: [Member]
  /// The third part as it stands, base64url; empty where there is no signature.
  package let signature: String

  package init(header: [Member], claims: [Member], signature: String) {
    self.header = header
    self.claims = claims
    self.signature = signature
  }
}

/// What is said of a token part by part, each for itself: is it a token, did one of the keys sign it,
/// and do its claims say what is wanted at this moment.
package struct TokenVerdicts: Hashable, Sendable {
  package enum Verdict: Hashable, Sendable {
    case good
    /// All that is wrong, in the order in which a verifier asks; never empty.
    case flawed([AccessTokenFlaw])
    /// It could not be read, so there was nothing to ask.
    case notAsked
  }

  package let parsing: Verdict
  package let signature: Verdict
  package let claims: Verdict

  package init(parsing: Verdict, signature: Verdict, claims: Verdict) {
    self.parsing = parsing
    self.signature = signature
    self.claims = claims
  }
}
