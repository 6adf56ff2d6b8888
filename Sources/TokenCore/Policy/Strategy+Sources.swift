/// The ways to keep a user signed in that two much-read texts propose: an article, and a question
/// with its answers. Where the standards disagree with a claim, the correction says so.
extension Strategy {
  package static let longLivedJWT = Strategy(
    id: "long-lived-jwt",
    summary: "One JWT for half a year, and nothing to renew.",
    origin: "\(article), option 1",
    correction: "a bearer token's life has to be limited; an hour is recommended (RFC 6750 §5.3)",
    policy: Policy(accessToken: AccessTokenPolicy(lifetime: .days(180)), renewal: .none),
    habit: ClientHabit(renews: .asksThePerson))

  package static let weekLongJWT = Strategy(
    id: "week-long-jwt",
    summary: "One JWT for as long as the session is wanted: a week.",
    origin: "\(question): the question itself, and Igliv",
    correction: "nothing can end it before the week is over; an hour is recommended "
      + "(RFC 6750 §5.3)",
    policy: Policy(accessToken: AccessTokenPolicy(lifetime: .days(7)), renewal: .none),
    habit: ClientHabit(renews: .asksThePerson))

  package static let loginAgain = Strategy(
    id: "login-again",
    summary: "When the access token ends, the person signs in again.",
    origin: "\(article), option 2",
    policy: shortAccess(.none), habit: ClientHabit(renews: .asksThePerson))

  package static let backgroundCheck = Strategy(
    id: "background-check",
    summary:
      "A timer in the client asks every five minutes whether it still may, and refreshes if not.",
    origin: "\(article), option 3A; TheRealChx101",
    correction: "no standard asks for polling; a timer that never rests defeats every idle limit "
      + "(SP 800-63B §5.2)",
    policy: shortAccess(reusable(idle: .hours(1), absolute: .days(7))),
    habit: ClientHabit(renews: .onCheck(every: .minutes(5))))

  package static let reusableRefresh = Strategy(
    id: "reusable-refresh",
    summary: "One refresh token, good for a day and for any number of refreshes.",
    origin: "\(article), option 3; Igliv, keithRozario",
    correction: "for a public client it has to be rotated or bound to a key (RFC 9700 §2.2.2)",
    policy: shortAccess(reusable(idle: nil, absolute: .hours(24))),
    habit: ClientHabit(renews: .whenRefused))

  package static let oneTimeNoExpiry = Strategy(
    id: "one-time-no-expiry",
    summary:
      "Refresh tokens for one use each, without an end; a reuse ends all the user's sessions.",
    origin: "\(article), option 4",
    correction: "a leaked spent token is not harmless: it signs the user out at will "
      + "(RFC 9700 §4.14.2); without an end a quiet thief stays (ASVS 5.0 10.4.8)",
    policy: shortAccess(
      .refreshToken(
        RefreshPolicy(
          idleLifetime: nil, absoluteLifetime: nil,
          rotation: .rotating(onReuse: .revokeUser, grace: .none)))),
    habit: ClientHabit(renews: .whenRefused))

  package static let rotation = Strategy(
    id: "rotation",
    summary:
      "A new refresh token at every use; a reuse ends the family; a week without use ends it.",
    origin: "\(question): Smithline after RFC 6819, Poddar",
    correction: "an idle limit alone never ends a thief who keeps refreshing (ASVS 5.0 10.4.8)",
    policy: shortAccess(
      .refreshToken(
        RefreshPolicy(
          idleLifetime: .days(7), absoluteLifetime: nil,
          rotation: .rotating(onReuse: .revokeFamily, grace: .none)))),
    habit: ClientHabit(renews: .whenRefused))

  package static let slidingWeek = Strategy(
    id: "sliding-week",
    summary: "A reusable refresh token that seven days without use end.",
    origin: "\(question): Sjoerd, Roel",
    correction: "whoever keeps using it keeps it for ever, a thief too (ASVS 5.0 10.4.8)",
    policy: shortAccess(reusable(idle: .days(7), absolute: nil)),
    habit: ClientHabit(renews: .whenRefused))

  package static let twoSignedJWTs = Strategy(
    id: "two-signed-jwts",
    summary: "Both tokens are signed JWTs with the same validation, and the server keeps nothing.",
    origin: "\(question): keithRozario, Sjoerd's comment",
    correction: "the same validation lets either token pass for the other, at the API and at the "
      + "server (RFC 8725 §2.8, §3.12)",
    policy: shortAccess(
      .refreshToken(
        RefreshPolicy(
          form: .signed(isTyped: false), idleLifetime: nil, absoluteLifetime: .days(7),
          rotation: .reusable))),
    habit: ClientHabit(renews: .whenRefused))

  package static let twoExpiryJWT = Strategy(
    id: "two-expiry-jwt",
    summary: "One JWT with a short and a long expiry: inside the long one it is exchanged anew.",
    origin: "\(question): Baldry, Rietveld",
    correction: "an API that does not know the private short expiry serves the token for the whole "
      + "long one (RFC 7519 §4); every API sees the credential that renews (RFC 6749 §1.5), and "
      + "nothing can refuse the renewal",
    policy: Policy(
      accessToken: AccessTokenPolicy(
        lifetime: .days(5), shortExpiry: .checked(.minutes(10))),
      renewal: .reissue(
        ReissuePolicy(window: .days(5), anchor: .lastIssue, looksAtUser: false))),
    habit: ClientHabit(renews: .whenRefused))

  package static let trackedJTI = Strategy(
    id: "tracked-jti",
    summary:
      "A JWT for ninety days, on a list that every request looks at; a person extends it by hand.",
    origin: "\(question): TheRealChx101",
    correction: "a look at each request makes revocation possible; it detects nothing "
      + "(RFC 7009 §3), and whoever holds a copy can extend it, too",
    policy: Policy(
      accessToken: AccessTokenPolicy(
        lifetime: .days(90), check: .allowList, endsWithFamily: true, endsAtRefresh: true,
        rights: .atRequest),
      renewal: .reissue(
        ReissuePolicy(
          window: .days(90), anchor: .lastIssue, looksAtUser: true, looksAtRecord: true))),
    habit: ClientHabit(renews: .whenWarned(from: .minutes(60), until: .minutes(10))))

  package static let opaqueRefreshList = Strategy(
    id: "opaque-refresh-list",
    summary: "Short JWTs, and an opaque refresh token that is looked up at each refresh only.",
    origin: "\(question): Poddar's comment",
    policy: shortAccess(reusable(idle: nil, absolute: .days(7))),
    habit: ClientHabit(renews: .whenRefused))

  package static let serverSession = Strategy(
    id: "server-session",
    summary: "A cookie with a handle; the session lives at the server, for as long as it is used.",
    origin: "\(question): Szpisjak",
    policy: Policy(
      accessToken: AccessTokenPolicy(
        lifetime: .hours(8), form: .reference, check: .sessionRecord, endsWithFamily: true,
        rights: .atRequest),
      renewal: .session(SessionPolicy(idle: .minutes(30), absolute: .hours(8)))),
    habit: ClientHabit(renews: .asksThePerson))

  package static let refreshWindow = Strategy(
    id: "refresh-window",
    summary: "The access token itself may be exchanged, for half an hour from the sign-in.",
    origin: "\(question): Krist Jin",
    correction: "that is an absolute limit of half an hour by another name (ASVS 5.0 10.4.8)",
    policy: shortAccess(
      .reissue(ReissuePolicy(window: .minutes(30), anchor: .signIn, looksAtUser: true))),
    habit: ClientHabit(renews: .whenRefused))

  package static let tokenPerRequest = Strategy(
    id: "token-per-request",
    summary: "Every answer brings a new token, and the one before is struck off the list.",
    origin: "\(question): Justin",
    correction: "three requests that cross, or one lost answer, sign the user out",
    policy: Policy(
      accessToken: AccessTokenPolicy(
        lifetime: .minutes(15), check: .allowList, endsWithFamily: true),
      renewal: .everyRequest),
    habit: ClientHabit(renews: .asksThePerson))
}
