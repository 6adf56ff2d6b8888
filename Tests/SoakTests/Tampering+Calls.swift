import TestRuns
import TokenCore

@testable import Simulation

/// Calls that an API refused, turned into calls that it served.
extension Tampering {
  /// The thief's copy of the access token comes to the API after what the order does.
  private static func copied(
    _ access: AccessTokenPolicy, _ command: Command
  ) -> Story {
    Story(
      access: access,
      orders: [
        (.minutes(1), .attacker(.stealAccessToken(.laptop))), (.minutes(2), command),
        (.minutes(3), .attacker(.callAPI)),
      ])
  }

  private static func access(
    _ check: AccessTokenCheck = .signatureOnly, endsWithFamily: Bool = false,
    endsAtRefresh: Bool = false, shortExpiry: ShortExpiry = .none
  ) -> AccessTokenPolicy {
    AccessTokenPolicy(
      lifetime: .minutes(15), check: check, endsWithFamily: endsWithFamily,
      endsAtRefresh: endsAtRefresh, keySetCache: .zero, shortExpiry: shortExpiry)
  }

  private static let alice = UserID(index: 0)

  static var unprovenCallServed: Tampering {
    var access = access()
    access.binding = .key
    return .serving(
      Story(
        access: access,
        orders: [
          (.minutes(1), .attacker(.stealAccessToken(.laptop))), (.minutes(2), .attacker(.callAPI)),
        ]))
  }

  static var expiredCallServed: Tampering {
    .serving(Story(orders: [(.minutes(16), .client(.laptop, .callAPI))]))
  }

  /// A refresh has given it another token; the sign-in is as long ago as it was.
  static var oldSignInServed: Tampering {
    var access = access()
    access.maxAge = .minutes(5)
    return .serving(
      Story(
        access: access,
        orders: [
          (.minutes(1), .attacker(.stealStorage(.laptop))), (.minutes(6), .attacker(.refresh)),
          (.minutes(7), .attacker(.callAPI)),
        ]))
  }

  static var foreignCallServed: Tampering {
    .serving(
      Story(
        resourceServers: [.api, ResourceServerSetting(name: "reports", isInAudience: false)],
        orders: [(.minutes(1), .client(.laptop, .callServer(ResourceServerID(index: 1))))]))
  }

  static var shortExpiredCallServed: Tampering {
    .serving(
      Story(
        access: access(shortExpiry: .checked(.minutes(1))),
        orders: [(.minutes(2), .client(.laptop, .callAPI))]))
  }

  static var revokedCallServed: Tampering {
    .serving(copied(access(.denyList(), endsAtRefresh: true), .client(.laptop, .refresh)))
  }

  /// The end of the family has ended the token's own row.
  static var callOfRevokedFamilyServed: Tampering {
    .serving(
      copied(access(.denyList(), endsWithFamily: true), .client(.laptop, .logOut)),
      breaking: [.recordsEndAccess])
  }

  /// The thief's call is the first, so the API fetches the list for it, and finds the token INVALID.
  static var invalidCallServed: Tampering {
    .serving(
      copied(access(.statusList(ttl: .minutes(5)), endsWithFamily: true), .client(.laptop, .logOut))
    )
  }

  /// The event has reached the API a minute before.
  static var signalledCallServed: Tampering {
    .serving(copied(access(.signals, endsWithFamily: true), .client(.laptop, .logOut)))
  }

  static var callWithoutSessionServed: Tampering {
    .serving(
      copied(access(.sessionRecord), .client(.laptop, .logOut)), breaking: [.recordsEndAccess])
  }

  /// The API asks for a header that the page cannot set.
  static var otherSiteServed: Tampering {
    let session = SessionPolicy(idle: .hours(1), absolute: .hours(8), asksForHeader: true)
    return .serving(
      Story(
        access: AccessTokenPolicy(lifetime: .hours(8), form: .reference, check: .sessionRecord),
        renewal: .session(session),
        orders: [(.minutes(1), .attacker(.linkFromOtherSite(.laptop)))]))
  }

  static var oldVersionServed: Tampering {
    .serving(copied(access(.tokenVersion), .administration(.changePassword(alice, revoking: true))))
  }

  /// A closed account has a new version too.
  static var disabledUserServed: Tampering {
    .serving(
      copied(access(.tokenVersion), .administration(.disableAccount(alice))),
      breaking: [.versionsEndAccess])
  }

  static var withdrawnKeyServed: Tampering {
    .serving(copied(access(), .administration(.withdrawSigningKeys)))
  }

  static var nonsenseServed: Tampering {
    .serving(Story(orders: [(.minutes(1), .attacker(.callWith("e30.e30.")))]))
  }

  static var refreshTokenServed: Tampering {
    let request = ExplicitRequest(
      endpoint: .api, parameters: [.init("token", .refreshToken(of: .laptop))])
    return .serving(Story(orders: [(.minutes(1), .visitor(request))]))
  }
}
