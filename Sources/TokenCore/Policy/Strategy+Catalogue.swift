extension Strategy {
  /// Every shipped strategy, in the order in which they are taught.
  public static let catalogue: [Strategy] = [
    longLivedJWT, weekLongJWT, loginAgain, backgroundCheck, reusableRefresh, oneTimeNoExpiry,
    rotation, slidingWeek, twoSignedJWTs, twoExpiryJWT, trackedJTI, opaqueRefreshList,
    serverSession, refreshWindow, tokenPerRequest,
    rotationRejectOnly, rotationStrict, graceSameSuccessor, graceNewBranch, graceReRotate,
    untilSuccessorUsed, senderConstrained, confidentialNoRotation, recommended,
  ]

  static let article = "an article on expired JWTs"
  static let question = "a question with seven answers"

  /// Fifteen minutes, a signature and nothing else.
  static func shortAccess(_ renewal: Renewal) -> Policy {
    Policy(accessToken: AccessTokenPolicy(lifetime: .minutes(15)), renewal: renewal)
  }

  static func reusable(idle: TimeSpan?, absolute: TimeSpan?) -> Renewal {
    .refreshToken(
      RefreshPolicy(idleLifetime: idle, absoluteLifetime: absolute, rotation: .reusable))
  }
}
