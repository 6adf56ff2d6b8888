extension Strategy {
  /// Every shipped strategy, in the order in which they are taught.
  public static let catalogue: [Strategy] = [
    longLivedJWT, weekLongJWT, loginAgain, backgroundCheck, reusableRefresh, oneTimeNoExpiry,
    rotation, slidingWeek, twoSignedJWTs, twoExpiryJWT, trackedJTI, opaqueRefreshList,
    serverSession, refreshWindow, tokenPerRequest,
    rotationRejectOnly, rotationStrict, graceSameSuccessor, graceNewBranch, graceReRotate,
    untilSuccessorUsed, statusList, sharedSignals, senderConstrained, boundEverything,
    deviceBoundSession, bff, stepUp,
    confidentialNoRotation, recommended,
  ]

  /// Title, author and year, so that a reader finds it: an article whose author signs as captcha.
  static let article =
    "How to Manage Expired JWT Tokens and Keep Users Logged In (captcha, Hashnode, 2023)"
  /// Question 119371 of Information Security Stack Exchange, with seven answers.
  static let question =
    "Is refreshing an expired JWT token a good strategy? (G. Vincent, Security Stack Exchange, 2016)"

  /// Fifteen minutes, a signature and nothing else.
  static func shortAccess(_ renewal: Renewal) -> Policy {
    Policy(accessToken: AccessTokenPolicy(lifetime: .minutes(15)), renewal: renewal)
  }

  static func reusable(idle: TimeSpan?, absolute: TimeSpan?) -> Renewal {
    .refreshToken(
      RefreshPolicy(idleLifetime: idle, absoluteLifetime: absolute, rotation: .reusable))
  }
}
