/// What a revocation reaches.
extension Policy {
  /// Whether ending a family changes any answer: its row is asked at a refresh, or its end is seen by
  /// whoever judges its access tokens, or is told to them. A server that does neither keeps no family to
  /// end.
  package var canEndFamilies: Bool {
    refresh?.form == .opaque || accessToken.isReachedByRevocation
      || accessToken.check == .signals
  }
}

extension AccessTokenPolicy {
  /// Whether access tokens end with their family: the API looks at the session behind them, or at
  /// records that end with it.
  package var isReachedByRevocation: Bool {
    check.looksAtSession || check.looksAtToken && endsWithFamily
  }
}
