/// A Security Event Token that the authorization server pushes to an API: a POST of a signed JWT, `typ`
/// `secevent+jwt` (RFC 8417 §2.2, RFC 8935 §2.1), which says that a session was revoked (CAEP 1.0 §3.1).
public struct SecurityEvent: Hashable, Sendable {
  /// The one event in `events`.
  public static let type =
    "https://schemas.openid.net/secevent/caep/event-type/session-revoked"

  /// Which server it is sent to, where there are several (RFC 9110 §7.2).
  public let host: String?
  /// `jti`
  public let tokenID: String
  /// `iss`: who says so.
  public let issuer: String
  /// `aud`: whom it is for.
  public let audience: String
  /// `iat`
  public let issuedAt: NumericDate
  /// `sub_id`, an opaque one: the session, by the `sid` of its tokens.
  public let sessionID: String
  /// `reason_admin`: why it was revoked.
  public let reason: RevocationReason
  /// The lab's note of the session's family.
  public let family: FamilyID
}

/// What a receiver says to an event (RFC 8935 §2.2): 202 once it has it.
public struct SecurityEventReceipt: Hashable, Sendable {
  /// The HTTP status.
  public let status: Int
  /// The lab's note of the server that it comes from.
  public let host: String?
}

extension AuthorizationServer {
  /// What is pushed to the API of that identifier when a family has been revoked; nil where nobody
  /// is told, and for a family that stands.
  package func securityEvent(
    on id: FamilyID, to audience: String, at host: String?, at now: Instant
  ) -> SecurityEvent? {
    guard policy.accessToken.check == .signals,
      case .revoked(_, let reason) = families[id.index].state
    else { return nil }
    return SecurityEvent(
      host: host, tokenID: "\(id)-\(base64URL(Array(audience.utf8)).suffix(6))", issuer: issuer,
      audience: audience, issuedAt: NumericDate(seconds: NumericDate(now).seconds),
      sessionID: id.description, reason: reason, family: id)
  }
}
