extension ResourceServer {
  /// The keys that it believes now: the cached set, or a fresh one once that is too old.
  mutating func keys(of server: AuthorizationServer, at now: Instant) -> [SigningKey] {
    if let fetchedAt, now < fetchedAt + policy.keySetCache { return keySet }
    fetch(from: server, at: now)
    return keySet
  }

  /// A token names a key that is not in the set: fetches once more, but no more often than once a
  /// minute, or a stranger could make it fetch for ever. Says whether it fetched.
  mutating func refetchKeys(of server: AuthorizationServer, at now: Instant) -> Bool {
    if let fetchedAt, now < fetchedAt + .seconds(60) { return false }
    fetch(from: server, at: now)
    return true
  }

  private mutating func fetch(from server: AuthorizationServer, at now: Instant) {
    keySet = server.publishedKeys
    fetchedAt = now
  }
}
