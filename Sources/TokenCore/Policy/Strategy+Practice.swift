/// The ways that servers in the field rotate, and what the standards advise.
extension Strategy {
  package static let rotationRejectOnly = rotating(
    "rotation-reject-only",
    "Every refresh gives a new refresh token; a spent one is refused and that is all.",
    "practice: several servers' default", onReuse: .refuseOnly, grace: .none,
    correction: "whoever refreshes first stays in, and nobody is told (RFC 9700 §4.14.2)")

  /// A refresh token for each use; one that comes back spent ends its family (RFC 9700 §4.14.2).
  public static let rotationStrict = rotating(
    "rotation-strict",
    "Every refresh gives a new refresh token; a spent one ends its whole family.",
    "RFC 9700 §4.14.2", onReuse: .revokeFamily, grace: .none)

  package static let graceSameSuccessor = rotating(
    "grace-same-successor",
    "As rotation-strict, but for ten seconds a retry gets the same successor again.",
    "practice: idempotent retry", onReuse: .revokeFamily,
    grace: .window(GraceWindow(length: .seconds(10), answer: .sameSuccessor)))

  package static let graceNewBranch = rotating(
    "grace-new-branch",
    "As rotation-strict, but for ten seconds a retry gets a successor of its own.",
    "practice: branching retry", onReuse: .revokeFamily,
    grace: .window(
      GraceWindow(length: .seconds(10), answer: .newBranch, reach: .anyInItsWindow)))

  package static let graceReRotate = rotating(
    "grace-re-rotate",
    "As rotation-strict, but for ten seconds a retry gets a new successor and the first one dies.",
    "practice: re-rotation", onReuse: .revokeFamily,
    grace: .window(GraceWindow(length: .seconds(10), answer: .reRotate)))

  package static let untilSuccessorUsed = rotating(
    "until-successor-used",
    "A spent refresh token stays good until its successor is used; no clock is involved.",
    "practice: confirmed rotation", onReuse: .revokeFamily, grace: .untilSuccessorUsed)

  /// What was revoked is published for all APIs at once, and no question names a token.
  package static let statusList = Strategy(
    id: "status-list",
    summary: "One hour, and a list of what was revoked that each API fetches every five minutes.",
    origin: "Token Status List (T. Looker, P. Bastian, C. Bormann, IETF draft, 2023 to 2026)",
    correction: "a revocation reaches an API only with its next copy of the list "
      + "(draft-ietf-oauth-status-list §5.1)",
    policy: Policy(
      accessToken: AccessTokenPolicy(
        lifetime: .hours(1), check: .statusList(ttl: .minutes(5)), endsWithFamily: true),
      renewal: .refreshToken(
        RefreshPolicy(
          idleLifetime: .days(7), absoluteLifetime: .days(30),
          rotation: .rotating(onReuse: .revokeFamily, grace: .none)))),
    habit: ClientHabit(renews: .whenRefused))

  /// Nobody asks for anything: what has ended is pushed, as a message that can be lost.
  package static let sharedSignals = Strategy(
    id: "shared-signals",
    summary: "One hour, and an event that tells each API at once which session was revoked.",
    origin: "CAEP 1.0 (T. Cappalli, A. Tulshibagwale, OpenID Foundation, 2025)",
    correction: "an event that is lost leaves the tokens of its session good up to exp "
      + "(RFC 8935 §4)",
    policy: Policy(
      accessToken: AccessTokenPolicy(
        lifetime: .hours(1), check: .signals, endsWithFamily: true),
      renewal: .refreshToken(
        RefreshPolicy(
          idleLifetime: .days(7), absoluteLifetime: .days(30),
          rotation: .rotating(onReuse: .revokeFamily, grace: .none)))),
    habit: ClientHabit(renews: .whenRefused))

  package static let senderConstrained = Strategy(
    id: "sender-constrained",
    summary:
      "As rotation-strict; the refresh token, and it alone, works only with the device's key.",
    origin: "RFC 9449 §5",
    correction: "the access token stays a bearer token: whoever has it calls the API "
      + "(RFC 9449 §5 allows it, §7 binds it, too)",
    policy: shortAccess(
      .refreshToken(
        RefreshPolicy(
          idleLifetime: .days(7), absoluteLifetime: .days(30),
          rotation: .rotating(onReuse: .revokeFamily, grace: .none), binding: .key))),
    habit: ClientHabit(renews: .whenRefused))

  package static let boundEverything = Strategy(
    id: "bound-everything",
    summary:
      "Both tokens work only with the device's key, and each proof contains a server's nonce.",
    origin: "RFC 9449 §5, §7, §8, §9",
    correction: "whoever is inside the device uses the key there, as long as they are "
      + "(RFC 9449 §11.2)",
    policy: Policy(
      accessToken: AccessTokenPolicy(lifetime: .minutes(15), binding: .key),
      renewal: .refreshToken(
        RefreshPolicy(
          idleLifetime: .days(7), absoluteLifetime: .days(30),
          rotation: .rotating(onReuse: .revokeFamily, grace: .none), binding: .key)),
      proofNonce: .minutes(5)),
    habit: ClientHabit(renews: .whenRefused))

  /// The cookie is a handle that names a row; what renews it lies in the browser beside the key, and is
  /// worth nothing without that.
  package static let deviceBoundSession = Strategy(
    id: "device-bound-session",
    summary: "A ten-minute cookie, which the browser renews by a signature with the device's key.",
    origin: "Device Bound Session Credentials (W3C Web Application Security, draft, 2025)",
    correction: "the short cookie itself is a bearer's: a copy is served until it ends "
      + "(RFC 6750 §1.2)",
    policy: Policy(
      accessToken: AccessTokenPolicy(
        lifetime: .minutes(10), form: .reference, check: .sessionRecord, endsWithFamily: true),
      renewal: .refreshToken(
        RefreshPolicy(
          idleLifetime: .days(7), absoluteLifetime: .days(30), rotation: .reusable, binding: .key)),
      proofNonce: .minutes(5)),
    habit: ClientHabit(renews: .whenRefused))

  /// What lies in the browser is a cookie of the application's, not a token: a page script can use it
  /// there, and take nothing away.
  package static let bff = Strategy(
    id: "bff",
    summary:
      "The tokens stay on the application's own server; the browser has a cookie for that, only.",
    origin: "RFC 10017, OAuth 2.0 for Browser-Based Applications (Parecki, De Ryck, Waite, 2026)",
    correction:
      "whoever is inside the page calls through the server all the same, and so does a copy of "
      + "the cookie, as long as the session goes on (RFC 10017)",
    policy: shortAccess(
      .refreshToken(
        RefreshPolicy(
          idleLifetime: .days(1), absoluteLifetime: .days(30),
          rotation: .reusable, client: .confidential))),
    habit: ClientHabit(renews: .whenRefused, guarding: .acrossTabs, storage: .backend))
  /// The API looks at when the person signed in, and sends whoever signed in too long ago back there.
  package static let stepUp = Strategy(
    id: "step-up",
    summary:
      "As rotation-strict, but the API serves nobody whose sign-in is more than an hour ago.",
    origin: "OAuth 2.0 Step Up Authentication Challenge Protocol (V. Bertocci and B. Campbell, "
      + "RFC 9470, 2023)",
    correction:
      "the tokens of before a new sign-in live on beside the new ones, and nobody uses them "
      + "whom a thief could meet (RFC 9700 §4.14.2)",
    policy: Policy(
      accessToken: AccessTokenPolicy(lifetime: .minutes(15), maxAge: .hours(1)),
      renewal: .refreshToken(
        RefreshPolicy(
          idleLifetime: .days(7), absoluteLifetime: .days(30),
          rotation: .rotating(onReuse: .revokeFamily, grace: .none)))),
    habit: ClientHabit(renews: .whenRefused))

  package static let confidentialNoRotation = Strategy(
    id: "confidential-no-rotation",
    summary:
      "A client with a secret authenticates at each refresh; its refresh token stays the same.",
    origin: "RFC 6749 §6 and §10.4",
    correction: "FAPI 2.0 asks for more: private_key_jwt or mTLS, and bound access tokens",
    policy: shortAccess(
      .refreshToken(
        RefreshPolicy(
          idleLifetime: .days(7), absoluteLifetime: .days(30), rotation: .reusable,
          client: .confidential))),
    habit: ClientHabit(renews: .whenRefused))

  /// What the standards advise: five minutes of access, rotation, both tokens bound to a key, ten
  /// seconds for an honest retry, and an idle and an absolute limit (RFC 9700 §2.2, §4.14.2).
  public static let recommended = Strategy(
    id: "recommended",
    summary:
      "Five minutes, rotation with ten seconds for the same retry, both tokens bound, both limits.",
    origin: "RFC 9700 §2.2 and §4.14.2, ASVS 5.0 10.4.5 and 10.4.8",
    policy: Policy(
      accessToken: AccessTokenPolicy(lifetime: .minutes(5), binding: .key),
      renewal: .refreshToken(
        RefreshPolicy(
          idleLifetime: .days(1), absoluteLifetime: .days(30),
          rotation: .rotating(
            onReuse: .revokeFamily,
            grace: .window(GraceWindow(length: .seconds(10), answer: .sameSuccessor))),
          binding: .key))),
    habit: ClientHabit(renews: .whenRefused, guarding: .acrossTabs))

  private static func rotating(
    _ id: String, _ summary: String, _ origin: String, onReuse: ReuseResponse, grace: Grace,
    correction: String? = nil
  ) -> Strategy {
    Strategy(
      id: id, summary: summary, origin: origin, correction: correction,
      policy: shortAccess(
        .refreshToken(
          RefreshPolicy(
            idleLifetime: .days(7), absoluteLifetime: .days(30),
            rotation: .rotating(onReuse: onReuse, grace: grace)))),
      habit: ClientHabit(renews: .whenRefused))
  }
}
