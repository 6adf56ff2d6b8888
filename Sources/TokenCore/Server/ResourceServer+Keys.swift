extension ResourceServer {
  /// Whether the set that it fetched is still to be believed.
  func believesKeySet(at now: Instant) -> Bool {
    fetchedAt.map { now < $0 + policy.keySetCache } ?? false
  }

  /// A token names a key that is not in the set: the set may be fetched once more, but no more often
  /// than once a minute, or a stranger could make the server fetch for ever.
  func mayFetchKeysAgain(at now: Instant) -> Bool {
    fetchedAt.map { now >= $0 + .seconds(60) } ?? true
  }
}
