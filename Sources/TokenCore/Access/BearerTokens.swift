/// An access token as it travels: the text is all that a receiver may go by; the label is the lab's
/// own note of which token it is, for the omniscient views. No rule reads the label.
public struct AccessToken: Hashable, Sendable {
  /// What is sent.
  public let text: String
  /// Which row it belongs to; nil for a text that no server of the lab gave.
  public let label: AccessTokenID?

  /// A token of that text. A client that read it from an answer gives nil for the label.
  public init(text: String, label: AccessTokenID?) {
    self.text = text
    self.label = label
  }
}

/// A refresh token as it travels: opaque to everybody but the server that issued it (RFC 6749 §1.5).
/// The label is the lab's own note, as in `AccessToken`.
public struct RefreshToken: Hashable, Codable, Sendable {
  /// What is sent.
  public let text: String
  /// Which row it belongs to; nil for a text that no server of the lab gave.
  public let label: RefreshTokenID?

  /// A token of that text. A client that read it from an answer gives nil for the label.
  public init(text: String, label: RefreshTokenID?) {
    self.text = text
    self.label = label
  }
}
