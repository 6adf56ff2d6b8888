import Testing
import TokenCore

/// What is legal and odd is said with its source; what contradicts itself, with the two values.
struct RemarkTests {
  private static func policy(
    _ renewal: Renewal = .none, _ change: (inout AccessTokenPolicy) -> Void = { _ in }
  ) -> Policy {
    var access = AccessTokenPolicy(lifetime: .minutes(15))
    change(&access)
    return Policy(accessToken: access, renewal: renewal)
  }

  private static func refresh(
    _ rotation: Rotation = .rotating(onReuse: .revokeFamily, grace: .none),
    _ change: (inout RefreshPolicy) -> Void
  ) -> Policy {
    var refresh = RefreshPolicy(
      idleLifetime: .days(7), absoluteLifetime: .days(30), rotation: rotation)
    change(&refresh)
    return policy(.refreshToken(refresh))
  }

  /// Only the access token is bound.
  private static var boundAccess: Policy {
    var policy = refresh { _ in }
    policy.accessToken.binding = .key
    return policy
  }

  /// With a nonce that is another one every five minutes.
  private static func nonces(_ policy: Policy) -> Policy {
    var policy = policy
    policy.proofNonce = .minutes(5)
    return policy
  }

  static let remarks: [(Policy, String)] = [
    (
      policy { $0.endsWithFamily = true },
      "AT ends with family yes has no effect: the API looks at no record (RFC 7009 §3)"
    ),
    (
      policy { $0.check = .introspection(cache: .zero) },
      "AT ends with family no has no effect: a token of an ended family is inactive "
        + "(RFC 7662 §2.2)"
    ),
    (
      policy { $0.check = .sessionRecord },
      "AT ends with family no has no effect: the session that the API looks at is the family "
        + "(no RFC)"
    ),
    (
      policy { $0.check = .tokenVersion },
      "AT ends with family no has no effect: a new version ends all of the user's tokens (no RFC)"
    ),
    (
      policy {
        $0.check = .allowList
        $0.endsWithFamily = true
        $0.endsAtRefresh = true
      }, "AT ends at refresh yes has no effect: nothing is refreshed (RFC 7009 §3)"
    ),
    (
      policy { $0.check = .denyList() },
      "deny-list of jti: nothing ends with its family or at a refresh, so only a token that is "
        + "revoked by itself is refused (RFC 7009 §2.1)"
    ),
    (
      policy {
        $0.check = .denyList(delay: .seconds(30))
        $0.endsWithFamily = true
      }, "a revoked access token is served for up to 30s more (RFC 7009 §2.1)"
    ),
    (
      policy {
        $0.check = .denyList(delay: .minutes(15))
        $0.endsWithFamily = true
      },
      "deny-list has no effect: it arrives after 15m, when the access token has ended "
        + "(RFC 7009 §2.1)"
    ),
    (
      policy {
        $0.check = .signals
        $0.endsWithFamily = true
      },
      "an event that is lost is not sent again: tokens of its session are served up to exp "
        + "(RFC 8935 §4)"
    ),
    (
      policy {
        $0.check = .statusList(ttl: .minutes(5))
        $0.endsWithFamily = true
      },
      "a revoked access token is served for up to 5m more (draft-ietf-oauth-status-list §5.1)"
    ),
    (
      policy {
        $0.check = .statusList(ttl: .minutes(15))
        $0.endsWithFamily = true
      },
      "a copy of the status list is kept for 15m, no less than an access token lives: whether a "
        + "revocation is seen at all is luck (draft-ietf-oauth-status-list §5.1)"
    ),
    (
      policy {
        $0.check = .introspection(cache: .zero)
        $0.endsWithFamily = true
        $0.onOutage = .failOpen
      },
      "while introspection is down, revoked tokens are served up to exp (ASVS 5.0 16.5.3)"
    ),
    (
      policy { $0.onOutage = .failOpen },
      "introspection down fail-open has no effect: nobody asks (no RFC)"
    ),
    (
      refresh { $0.spendingGap = .milliseconds(50) },
      "of requests with one refresh token within 50ms all win, and none is reuse "
        + "(RFC 6819 §5.2.2.3)"
    ),
    (
      policy(.everyRequest),
      "a token per request ends none before it: the API looks at no record (RFC 7009 §3)"
    ),
    (
      policy(.reissue(ReissuePolicy(window: .minutes(15), anchor: .signIn, looksAtUser: true))),
      "the re-issue window of 15m closes as the access token ends: whoever waits for a refusal "
        + "is never given another (no RFC)"
    ),
    (
      refresh { _ in }.asking(maxAge: .minutes(5)),
      "max age 5m is over before the access token ends, after 15m: at an API that asks for it, "
        + "whoever waits for that has to sign in, and no renewal helps (RFC 9068 §2.2.1)"
    ),
    (
      policy().asking(maxAge: .hours(11)),
      "max age 11h has no effect: no access token is of a sign-in longer ago than 10h16m1s (no RFC)"
    ),
    (
      policy { $0.binding = .key },
      "proofs need no nonce: whoever has used the key for a moment has proofs for later "
        + "(RFC 9449 §11.2)"
    ),
    (
      nonces(policy()),
      "proof nonce 5m has no effect: nobody proves anything (RFC 9449 §8)"
    ),
    (
      refresh(.reusable) {
        $0.binding = .key
        $0.client = .confidential
      },
      "RT bound to key has no effect: a confidential client's refresh token is bound by its "
        + "authentication (RFC 9449 §5)"
    ),
    (
      refresh { $0.binding = .key },
      "only the refresh token is bound: an access token opens the API for whoever has it "
        + "(RFC 9449 §5)"
    ),
    (
      nonces(boundAccess),
      "access tokens are bound, and whoever has a refresh token gets one for a key of their own "
        + "(RFC 9449 §5)"
    ),
    (
      refresh { $0.idleLifetime = .days(30) },
      "the absolute limit 30d is no longer than the idle limit 30d, which never acts (no RFC)"
    ),
    (
      refresh { $0.memory = .days(30) },
      "memory 30d has no effect: no family lives longer than 30d (no RFC)"
    ),
  ]

  @Test(arguments: remarks)
  func `what has no effect is remarked on`(_ policy: Policy, _ remark: String) {
    #expect(policy.faults.isEmpty)
    #expect(policy.remarks.map(\.description) == [remark])
  }

  @Test func `a signed refresh token is remarked on with all that it cannot`() {
    let policy = Self.refresh(.reusable) {
      $0.form = .signed(isTyped: true)
      $0.client = .confidential
    }
    #expect(
      policy.remarks.map(\.description) == [
        "the refresh token cannot be revoked: nothing ends it before its time (RFC 7009 §2)",
        "refresh idle 7d counts from the sign-in: nobody notes a use of a signed token (no RFC)",
        "refresh absolute 30d has no effect: the token ends after 7d (no RFC)",
      ])
  }

  @Test(arguments: [SameSite.strict, .lax, .none], [false, true])
  func `a cookie that any page can use is remarked on`(_ sameSite: SameSite, asksForHeader: Bool) {
    var policy = Strategy.serverSession.policy
    policy.renewal = .session(
      SessionPolicy(
        idle: .minutes(30), absolute: .hours(8), sameSite: sameSite, asksForHeader: asksForHeader))
    #expect(
      policy.remarks.map(\.description)
        == (sameSite == .none && !asksForHeader
          ? ["any site's page can have the browser act with the cookie (RFC 6750 §5.3)"] : []))
  }

  @Test func `a session's handle is remarked on where its own settings mean nothing`() {
    let policy = Self.policy(.session(SessionPolicy(idle: .hours(1), absolute: .hours(1)))) {
      $0.form = .reference
      $0.check = .sessionRecord
      $0.endsWithFamily = true
      $0.leeway = .seconds(5)
      $0.keySetCache = .zero
    }
    #expect(policy.faults.isEmpty)
    #expect(
      policy.remarks.map(\.description) == [
        "leeway 5s has no effect: the server that gave a handle judges it by its own clock "
          + "(no RFC)",
        "key set cache 0s has no effect: nobody signs a handle (no RFC)",
        "access lifetime 15m has no effect: a session's handle ends with the session, after 1h "
          + "(no RFC)",
        "the absolute limit 1h is no longer than the idle limit 1h, which never acts (no RFC)",
      ])
  }

  @Test func `what goes by an answer that a handle cannot give is refused with both values`() {
    let policy = Self.policy {
      $0.form = .reference
      $0.check = .introspection(cache: .zero)
      $0.onOutage = .failOpen
    }
    #expect(
      policy.faults.map(\.description) == [
        "introspection down fail-open contradicts access form reference: a handle says nothing to "
          + "go by"
      ])
  }

  @Test(arguments: [
    (TimeSpan.milliseconds(1500), "max age must be whole seconds, found 1s500ms"),
    (.zero, "max age must be above zero, found 0s"),
  ])
  func `an age that cannot be asked for is refused`(_ age: TimeSpan, _ fault: String) {
    let policy = Self.refresh { _ in }.asking(maxAge: age)
    #expect(policy.faults.map(\.description) == [fault])
  }

  @Test func `a cookie's API asks for no age`() {
    var policy = Strategy.serverSession.policy
    policy.accessToken.maxAge = .minutes(5)
    #expect(
      policy.faults.map(\.description) == [
        "renewal session contradicts max age 5m: a cookie's refusal has no challenge that could ask "
          + "for a sign-in"
      ])
  }

  @Test func `a gap before spending where nothing is spent is refused with both values`() {
    let policy = Self.refresh(.reusable) { $0.spendingGap = .seconds(1) }
    #expect(
      policy.faults.map(\.description) == [
        "rotation reusable contradicts spending gap 1s: no token is ever spent"
      ])
  }

  @Test func `memory where nothing is spent is refused with both values`() {
    let policy = Self.refresh(.reusable) { $0.memory = .hours(1) }
    #expect(
      policy.faults.map(\.description) == [
        "rotation reusable contradicts memory 1h: no token is ever spent"
      ])
  }
}

extension Policy {
  fileprivate func asking(maxAge: TimeSpan) -> Policy {
    var policy = self
    policy.accessToken.maxAge = maxAge
    return policy
  }
}
