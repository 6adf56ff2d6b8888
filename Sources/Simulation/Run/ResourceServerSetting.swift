import TokenCore

/// An API that takes the authorization server's access tokens, or should refuse them.
public struct ResourceServerSetting: Hashable, Sendable {
  /// Its host, and what stories call it.
  public var name: String
  /// Its identifier: what a token's `aud` has to contain (RFC 7519 §4.1.3).
  public var audience: String
  /// Whether access tokens are for it: whether their `aud` names it.
  public var isInAudience: Bool
  /// Whether it knows the authorization server's private claims. A standard verifier does not, and
  /// ignores them (RFC 7519 §4).
  public var knowsPrivateClaims: Bool
  /// Whether it goes by the policy's max age (RFC 9470): one that opens little need not.
  public var asksForMaxAge: Bool

  /// A server with that host; its identifier is `https://NAME.example` unless it is given.
  public init(
    name: String, audience: String? = nil, isInAudience: Bool = true,
    knowsPrivateClaims: Bool = true, asksForMaxAge: Bool = true
  ) {
    self.asksForMaxAge = asksForMaxAge
    self.name = name
    self.audience = audience ?? "https://\(name).example"
    self.isInAudience = isInAudience
    self.knowsPrivateClaims = knowsPrivateClaims
  }

  /// Where it is reached, as proofs name it (RFC 9449 §4.2).
  package var address: String { "https://\(name).example" }

  /// The one that there is unless a setting says otherwise.
  public static let api = ResourceServerSetting(name: "api", audience: "https://api.example")

  /// What it looks at in a token under the policy.
  func rules(under policy: AccessTokenPolicy) -> AccessTokenPolicy {
    var rules = policy
    if !asksForMaxAge { rules.maxAge = nil }
    switch (policy.shortExpiry, knowsPrivateClaims) {
    case (.checked(let span), false): rules.shortExpiry = .ignored(span)
    case (.none, _), (.ignored, _), (.checked, true): break
    }
    return rules
  }
}

extension ResourceServerSetting {
  /// The server as it begins.
  func server(under policy: Policy, using random: inout RandomStream) -> ResourceServer {
    ResourceServer(
      policy: rules(under: policy.accessToken), issuer: Setting.issuer, audience: audience,
      givesNextToken: policy.renewal == .everyRequest,
      asksForHeader: policy.session?.asksForHeader ?? false, address: address,
      nonces: policy.proofNonce.map {
        ProofNonces(anotherEvery: $0, secret: random.bytes(32))
      })
  }
}

extension Setting {
  /// The host that a request names: nil where there is one server only.
  func host(of server: ResourceServerID) -> String? {
    resourceServers.count > 1 ? resourceServers[server.index].name : nil
  }

  /// The server of that host; the first one for a request that names none.
  package func server(at host: String?) -> ResourceServerID {
    let index = host.flatMap { host in
      resourceServers.firstIndex { sameBytes($0.name, host) }
    }
    return ResourceServerID(index: index ?? 0)
  }

  /// Whom access tokens are for.
  var audiences: [String] { resourceServers.filter(\.isInAudience).map(\.audience) }

  /// Why nothing can be sent to that server; nil where it is there.
  func obstacle(to server: ResourceServerID) -> String? {
    guard !resourceServers.indices.contains(server.index) else { return nil }
    return resourceServers.count == 1
      ? "there is one resource server only" : "there is no resource server \(server)"
  }
}

extension World {
  /// Until when any API that the token is for serves it by its time, leeway aside.
  public func servedUntil(_ id: AccessTokenID) -> Instant {
    let ends = zip(setting.resourceServers, resourceServers).filter(\.0.isInAudience).map {
      servedUntil(authorizationServer.record(of: id), by: $1)
    }
    return ends.max() ?? .start
  }

  /// Whether every API that the token is for finds its sign-in too long ago.
  package func isTooOldEverywhere(_ id: AccessTokenID) -> Bool {
    zip(setting.resourceServers, resourceServers).filter(\.0.isInAudience).allSatisfy {
      authorizationServer.firstTooOld(authorizationServer.record(of: id), for: $1.policy)
        .map { now >= $0 } ?? false
    }
  }

  /// The earliest of its end, the short expiry and the age of the sign-in, as far as that API looks.
  private func servedUntil(_ record: AccessTokenRecord, by server: ResourceServer) -> Instant {
    let rules = server.policy
    let short = rules.shortExpiry.checkedSpan == nil ? nil : record.usableUntil
    return [record.expiresAt, short, authorizationServer.firstTooOld(record, for: rules)]
      .compactMap(\.self).min() ?? record.expiresAt
  }
}
