extension Strategy {
  /// Every shipped strategy, in the order in which they are taught.
  public static let catalogue: [Strategy] = [
    loginAgain, reusableRefresh, rotationRejectOnly, rotationStrict, graceSameSuccessor,
    graceNewBranch, graceReRotate, untilSuccessorUsed,
  ]

  public static let loginAgain = Strategy(
    id: "login-again",
    summary: "When the access token ends, the person signs in again.",
    origin: "an article on expired JWTs, option 2",
    policy: Policy(accessToken: AccessTokenPolicy(lifetime: .minutes(15)), renewal: .none),
    habit: ClientHabit(renews: .asksThePerson))

  public static let reusableRefresh = Strategy(
    id: "reusable-refresh",
    summary: "One refresh token, good for a day and for any number of refreshes.",
    origin: "an article on expired JWTs, option 3; RFC 6749 §1.5",
    policy: shortAccess(
      RefreshPolicy(idleLifetime: nil, absoluteLifetime: .hours(24), rotation: .reusable)),
    habit: ClientHabit(renews: .whenRefused))

  public static let rotationRejectOnly = rotating(
    "rotation-reject-only",
    "Every refresh gives a new refresh token; a spent one is refused and that is all.",
    "practice: several servers' default", onReuse: .refuseOnly, grace: .none)

  public static let rotationStrict = rotating(
    "rotation-strict",
    "Every refresh gives a new refresh token; a spent one ends its whole family.",
    "RFC 9700 §4.14.2", onReuse: .revokeFamily, grace: .none)

  public static let graceSameSuccessor = rotating(
    "grace-same-successor",
    "As rotation-strict, but for ten seconds a retry gets the same successor again.",
    "practice: idempotent retry", onReuse: .revokeFamily,
    grace: .window(GraceWindow(length: .seconds(10), answer: .sameSuccessor)))

  public static let graceNewBranch = rotating(
    "grace-new-branch",
    "As rotation-strict, but for ten seconds a retry gets a successor of its own.",
    "practice: branching retry", onReuse: .revokeFamily,
    grace: .window(
      GraceWindow(length: .seconds(10), answer: .newBranch, reach: .anyInItsWindow)))

  public static let graceReRotate = rotating(
    "grace-re-rotate",
    "As rotation-strict, but for ten seconds a retry gets a new successor and the first one dies.",
    "practice: re-rotation", onReuse: .revokeFamily,
    grace: .window(GraceWindow(length: .seconds(10), answer: .reRotate)))

  public static let untilSuccessorUsed = rotating(
    "until-successor-used",
    "A spent refresh token stays good until its successor is used; no clock is involved.",
    "practice: confirmed rotation", onReuse: .revokeFamily, grace: .untilSuccessorUsed)

  private static func rotating(
    _ id: String, _ summary: String, _ origin: String, onReuse: ReuseResponse, grace: Grace
  ) -> Strategy {
    Strategy(
      id: id, summary: summary, origin: origin,
      policy: shortAccess(
        RefreshPolicy(
          idleLifetime: .days(7), absoluteLifetime: .days(30),
          rotation: .rotating(onReuse: onReuse, grace: grace))),
      habit: ClientHabit(renews: .whenRefused))
  }

  private static func shortAccess(_ refresh: RefreshPolicy) -> Policy {
    Policy(
      accessToken: AccessTokenPolicy(lifetime: .minutes(15)), renewal: .refreshToken(refresh))
  }
}
