import CustomDump
import Testing
import TokenCore

@testable import Lessons

extension KeyTests {
  static let accessTokens: [(String, AccessTokenPolicy)] = [
    ("lifetime: 1s", AccessTokenPolicy(lifetime: .seconds(1))),
    ("lifetime: 1m, check: signature-only", AccessTokenPolicy(lifetime: .minutes(1))),
    (
      "lifetime: 1m, check: deny-list",
      AccessTokenPolicy(lifetime: .minutes(1), check: .denyList())
    ),
    (
      "lifetime: 1m, check: {deny-list: 30s}",
      AccessTokenPolicy(lifetime: .minutes(1), check: .denyList(delay: .seconds(30)))
    ),
    (
      "lifetime: 1m, check: signals",
      AccessTokenPolicy(lifetime: .minutes(1), check: .signals)
    ),
    (
      "lifetime: 1m, check: status-list",
      AccessTokenPolicy(lifetime: .minutes(1), check: .statusList(ttl: .minutes(5)))
    ),
    (
      "lifetime: 1m, check: {status-list: 30s}",
      AccessTokenPolicy(lifetime: .minutes(1), check: .statusList(ttl: .seconds(30)))
    ),
    (
      "lifetime: 1m, check: introspection, on-outage: fail-open",
      AccessTokenPolicy(
        lifetime: .minutes(1), check: .introspection(cache: .zero), onOutage: .failOpen)
    ),
    (
      "lifetime: 1m, check: allow-list",
      AccessTokenPolicy(lifetime: .minutes(1), check: .allowList)
    ),
    (
      "lifetime: 1m, check: session-record",
      AccessTokenPolicy(lifetime: .minutes(1), check: .sessionRecord)
    ),
    (
      "lifetime: 1m, check: token-version",
      AccessTokenPolicy(lifetime: .minutes(1), check: .tokenVersion)
    ),
    (
      "lifetime: 1m, check: introspection",
      AccessTokenPolicy(lifetime: .minutes(1), check: .introspection(cache: .zero))
    ),
    (
      "lifetime: 1m, form: reference, check: {introspection: 30s}",
      AccessTokenPolicy(
        lifetime: .minutes(1), form: .reference, check: .introspection(cache: .seconds(30)))
    ),
    ("lifetime: 1m, signed-with: ed25519", AccessTokenPolicy(lifetime: .minutes(1))),
    (
      "lifetime: 1m, signed-with: hs256",
      AccessTokenPolicy(lifetime: .minutes(1), signature: .hs256)
    ),
    (
      "lifetime: 1m, form: self-contained, key-set-cache: 1h",
      AccessTokenPolicy(lifetime: .minutes(1), keySetCache: .hours(1))
    ),
    (
      "lifetime: 1m, key-set-cache: 0s",
      AccessTokenPolicy(lifetime: .minutes(1), keySetCache: .zero)
    ),
    (
      "lifetime: 5d, short-expiry: 10m",
      AccessTokenPolicy(lifetime: .days(5), shortExpiry: .checked(.minutes(10)))
    ),
    (
      "lifetime: 5d, short-expiry: {after: 10m}",
      AccessTokenPolicy(lifetime: .days(5), shortExpiry: .checked(.minutes(10)))
    ),
    (
      "lifetime: 5d, short-expiry: {after: 10m, checked: no}",
      AccessTokenPolicy(lifetime: .days(5), shortExpiry: .ignored(.minutes(10)))
    ),
    ("lifetime: 5d, short-expiry: none", AccessTokenPolicy(lifetime: .days(5))),
    ("lifetime: 1m, bound-to: key", AccessTokenPolicy(lifetime: .minutes(1), binding: .key)),
    ("lifetime: 1m, max-age: 5m", AccessTokenPolicy(lifetime: .minutes(1), maxAge: .minutes(5))),
    ("lifetime: 1m, max-age: none", AccessTokenPolicy(lifetime: .minutes(1))),
    ("lifetime: 1m, bound-to: nothing", AccessTokenPolicy(lifetime: .minutes(1))),
    ("lifetime: 1m, leeway: 30s", AccessTokenPolicy(lifetime: .minutes(1), leeway: .seconds(30))),
    (
      "lifetime: 1m, ends-with-family: yes",
      AccessTokenPolicy(lifetime: .minutes(1), endsWithFamily: true)
    ),
    (
      "lifetime: 1m, ends-at-refresh: true, ends-with-family: no",
      AccessTokenPolicy(lifetime: .minutes(1), endsAtRefresh: true)
    ),
  ]

  @Test(arguments: accessTokens)
  func `an access token's keys`(keys: String, expected: AccessTokenPolicy) throws {
    let sample = Sample.ownPolicy.with(line: 5, "  access-token: {\(keys)}")
    expectNoDifference(try sample.read().setting.policy.accessToken, expected)
  }

  static let refreshTokens: [(String, RefreshPolicy)] = [
    (
      "idle: 1h, absolute: none, rotation: rotating, on-reuse: refuse-only, spends-after: 50ms",
      RefreshPolicy(
        idleLifetime: .hours(1), absoluteLifetime: nil,
        rotation: .rotating(onReuse: .refuseOnly, grace: .none), spendingGap: .milliseconds(50))
    ),
    (
      "idle: none, absolute: 24h, rotation: reusable",
      RefreshPolicy(idleLifetime: nil, absoluteLifetime: .hours(24), rotation: .reusable)
    ),
    (
      "idle: 1h30m, absolute: none, rotation: rotating, on-reuse: refuse-only, memory: 3d",
      RefreshPolicy(
        idleLifetime: .minutes(90), absoluteLifetime: nil,
        rotation: .rotating(onReuse: .refuseOnly, grace: .none), memory: .days(3))
    ),
    (
      "form: signed, idle: none, absolute: 7d, rotation: reusable",
      RefreshPolicy(
        form: .signed(isTyped: true), idleLifetime: nil, absoluteLifetime: .days(7),
        rotation: .reusable)
    ),
    (
      "form: signed-untyped, idle: none, absolute: 7d, rotation: reusable, bound-to: nothing",
      RefreshPolicy(
        form: .signed(isTyped: false), idleLifetime: nil, absoluteLifetime: .days(7),
        rotation: .reusable)
    ),
    (
      "form: opaque, idle: 1d, absolute: 7d, rotation: reusable, bound-to: key, client: public",
      RefreshPolicy(
        idleLifetime: .days(1), absoluteLifetime: .days(7), rotation: .reusable, binding: .key)
    ),
    (
      "idle: 1d, absolute: 7d, rotation: reusable, client: confidential",
      RefreshPolicy(
        idleLifetime: .days(1), absoluteLifetime: .days(7), rotation: .reusable,
        client: .confidential)
    ),
    (rotating("revoke-user-on-client", "none"), rotating(.revokeUserOnClient, .none)),
    (rotating("revoke-user", "until-successor-used"), rotating(.revokeUser, .untilSuccessorUsed)),
    (
      rotating("revoke-family", "{window: 10s, answer: re-rotate}"),
      rotating(.revokeFamily, .window(GraceWindow(length: .seconds(10), answer: .reRotate)))
    ),
    (
      rotating(
        "revoke-family",
        "{window: 1ms, answer: new-branch, for: any-in-its-window, from: last-use}"),
      rotating(
        .revokeFamily,
        .window(
          GraceWindow(
            length: .milliseconds(1), answer: .newBranch, reach: .anyInItsWindow,
            anchor: .lastUse)))
    ),
  ]

  private static func rotating(_ onReuse: String, _ grace: String) -> String {
    "idle: 7d, absolute: 30d, rotation: rotating, on-reuse: \(onReuse), grace: \(grace)"
  }

  private static func rotating(_ onReuse: ReuseResponse, _ grace: Grace) -> RefreshPolicy {
    RefreshPolicy(
      idleLifetime: .days(7), absoluteLifetime: .days(30),
      rotation: .rotating(onReuse: onReuse, grace: grace))
  }

  @Test(arguments: refreshTokens)
  func `a refresh token's keys`(keys: String, expected: RefreshPolicy) throws {
    let sample = Sample.ownPolicy.with(line: 6, "  refresh-token: {\(keys)}")
    expectNoDifference(try sample.read().setting.policy.refresh, expected)
  }
}
