/// The cookie by which a browser is known at the authorization server: opaque, and sent by the browser
/// with each request to that server, whoever causes it. The label is the lab's own note, as in
/// `AccessToken`.
public struct SessionCookie: Hashable, Sendable {
  /// What is sent.
  public let text: String
  /// Which row it belongs to; nil for a text that the server never gave.
  public let label: SSOSessionID?

  /// A cookie of that text. A browser that read it from an answer gives nil for the label.
  public init(text: String, label: SSOSessionID?) {
    self.text = text
    self.label = label
  }
}
