/// How long a browser's session at the authorization server answers for the person who signed in there,
/// and what its end reaches.
public struct SSOSessionPolicy: Hashable, Codable, Sendable {
  /// Ended after this much time without use; above zero. A refresh is no use: it says nothing of a
  /// person (SP 800-63B-4 §5.1.2).
  public var idle: TimeSpan
  /// Ended this long after the person authenticated, whatever happens; above zero.
  public var absolute: TimeSpan
  /// Whether the families that came of it end when it is ended (RFC 10017 §6.3.2.3). When its time is
  /// over they never do.
  public var endsFamilies: Bool
  /// Whether a newer sign-in of the person, in whatever browser, ends the older session.
  public var onePerPerson: Bool

  /// What Keycloak has where nobody says otherwise (SSO session idle and max), unless given.
  public init(
    idle: TimeSpan = .minutes(30), absolute: TimeSpan = .hours(10), endsFamilies: Bool = true,
    onePerPerson: Bool = false
  ) {
    self.idle = idle
    self.absolute = absolute
    self.endsFamilies = endsFamilies
    self.onePerPerson = onePerPerson
  }
}
