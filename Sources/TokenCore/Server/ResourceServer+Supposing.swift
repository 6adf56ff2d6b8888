/// The API as it would stand had one thing been otherwise: copies, as of the authorization server.
extension ResourceServer {
  /// Had its policy been this one all along: what it was told is believed for as long as that says.
  package func supposing(
    _ policy: AccessTokenPolicy, givesNextToken: Bool, asksForHeader: Bool, proofNonce: TimeSpan?
  ) -> ResourceServer {
    var server = self
    server.policy = policy
    server.nonces = proofNonce.map {
      ProofNonces(anotherEvery: $0, secret: nonces?.secret ?? Array(audience.utf8))
    }
    server.givesNextToken = givesNextToken
    server.asksForHeader = asksForHeader
    guard case .introspection(let cache) = policy.check else { return server }
    server.introspections = introspections.mapValues {
      CachedIntrospection($0.answer, $0.standing, askedAt: $0.askedAt, cache: cache)
    }
    return server
  }

  /// Had it been asked with another text for the same token: what it remembers of the one, it
  /// remembers of the other.
  package func supposing(_ text: String, insteadOf old: String) -> ResourceServer {
    var server = self
    server.introspections[text] = introspections[old]
    return server
  }

  /// Had each shared secret been the seed of a pair: of it this server would hold the public half.
  package func supposingKeyPairs(_ cryptography: some TokenCryptography) -> ResourceServer {
    var server = self
    server.keySet = keySet.map { $0.signingKey?.asPair(cryptography).verifyingKey ?? $0 }
    return server
  }

  /// When it last fetched the key set, if ever.
  package var keysFetchedAt: Instant? { fetchedAt }

  /// When it last learned anything that it goes by: the keys, the status list, or of a session's end.
  package var lastNews: Instant? {
    [fetchedAt, statusList?.issuedAt, endedSessions.values.max()].compactMap(\.self).max()
  }

  /// Had it just been started: no key fetched, no token verified, no answer believed.
  package var withoutMemory: ResourceServer {
    ResourceServer(
      policy: policy, issuer: issuer, audience: audience, givesNextToken: givesNextToken,
      asksForHeader: asksForHeader, address: address, nonces: nonces)
  }
}
