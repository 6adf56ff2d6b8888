/// The rules of a refresh token.
public struct RefreshPolicy: Hashable, Codable, Sendable {
  /// What the token is.
  public var form: RefreshForm
  /// Dead after this much time without use, above zero (RFC 9700 §4.14.2); nil for no limit.
  public var idleLifetime: TimeSpan?
  /// Dead this long after sign-in whatever happens, above zero (ASVS 5.0 10.4.8); nil for no limit.
  public var absoluteLifetime: TimeSpan?
  /// Whether using it gives a new one, and what a spent one does (RFC 9700 §4.14.2).
  public var rotation: Rotation
  /// Whether holding it is enough (RFC 9700 §2.2.2). A confidential client's is bound to that client by
  /// its authentication, and to no key (RFC 9449 §5).
  public var binding: SenderConstraint
  /// Whether the client that it is issued to can keep a secret (RFC 6749 §2.1).
  public var client: ClientKind
  /// How long a spent token is recognised, above zero; nil for the family's whole life.
  public var memory: TimeSpan?
  /// How long after it has read a refresh token the server writes that the token is spent; zero is one
  /// atomic step. In between, another request reads it as unspent (RFC 6819 §5.2.2.3).
  public var spendingGap: TimeSpan

  /// An opaque token that any holder may use, for a public client, unless said otherwise. What cannot be
  /// is told by `Policy.faults`.
  public init(
    form: RefreshForm = .opaque, idleLifetime: TimeSpan?, absoluteLifetime: TimeSpan?,
    rotation: Rotation, binding: SenderConstraint = .bearer, client: ClientKind = .public,
    memory: TimeSpan? = nil, spendingGap: TimeSpan = .zero
  ) {
    self.form = form
    self.idleLifetime = idleLifetime
    self.absoluteLifetime = absoluteLifetime
    self.rotation = rotation
    self.binding = binding
    self.client = client
    self.memory = memory
    self.spendingGap = spendingGap
  }

  /// Whether a refresh takes a proof by the key of the sign-in: only a public client's token is bound
  /// to one (RFC 9449 §5).
  public var isBoundToKey: Bool { binding.needsProof && !client.hasSecret }
}
