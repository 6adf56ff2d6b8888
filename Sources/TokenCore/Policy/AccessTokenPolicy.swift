/// What an access token is and what a resource server checks at each request.
public struct AccessTokenPolicy: Hashable, Codable, Sendable {
  /// From issue to `exp`: whole seconds, above zero; at most an hour is recommended for a bearer token
  /// (RFC 6750 §5.3).
  public var lifetime: TimeSpan
  /// A second expiry before `exp`, in a private claim.
  public var shortExpiry: ShortExpiry
  /// Whether it says what it is worth, or names a row that does (RFC 6749 §1.4).
  public var form: TokenForm
  /// What a self-contained one is signed with, and so whether an API could make one too.
  public var signature: TokenSignature
  /// Where a resource server looks beyond the token.
  public var check: AccessTokenCheck
  /// Allowance for clock skew at the resource server, zero or more (RFC 7519 §4.1.4).
  public var leeway: TimeSpan
  /// Whether access tokens end with their family. It bites only where the resource server asks the
  /// server's record; a signature alone cannot tell (RFC 7009 §3).
  public var endsWithFamily: Bool
  /// Whether a refresh ends the access token before it in its own branch, again only by the record.
  public var endsAtRefresh: Bool
  /// When it is decided what the token allows. At each request it can be only where a record is read.
  public var rights: RightsSource
  /// How long ago the person may have authenticated, in whole seconds above zero, for a call to be
  /// served (RFC 9470); nil where the API does not ask. No refresh makes that any less long ago
  /// (RFC 9068 §2.2.1).
  public var maxAge: TimeSpan?
  /// How long a resource server believes the key set that it fetched, zero or more.
  public var keySetCache: TimeSpan
  /// What a resource server does while nobody answers its introspection.
  public var onOutage: OutageResponse
  /// Whether holding it is enough (RFC 9449 §6).
  public var binding: SenderConstraint

  /// A JWT that is checked by its signature alone, unless said otherwise. What cannot be is told by
  /// `Policy.faults`.
  public init(
    lifetime: TimeSpan, form: TokenForm = .selfContained,
    signature: TokenSignature = .ed25519, check: AccessTokenCheck = .signatureOnly,
    leeway: TimeSpan = .zero, endsWithFamily: Bool = false, endsAtRefresh: Bool = false,
    keySetCache: TimeSpan = .minutes(5), shortExpiry: ShortExpiry = .none,
    rights: RightsSource = .atIssue, onOutage: OutageResponse = .failClosed,
    binding: SenderConstraint = .bearer, maxAge: TimeSpan? = nil
  ) {
    self.maxAge = maxAge
    self.rights = rights
    self.lifetime = lifetime
    self.shortExpiry = shortExpiry
    self.form = form
    self.signature = signature
    self.check = check
    self.leeway = leeway
    self.endsWithFamily = endsWithFamily
    self.endsAtRefresh = endsAtRefresh
    self.keySetCache = keySetCache
    self.onOutage = onOutage
    self.binding = binding
  }
}
