@testable import TokenCore

extension Policy {
  /// Fifteen-minute access tokens and rotating refresh tokens.
  static func rotating(
    onReuse: ReuseResponse = .revokeFamily, grace: Grace = .none,
    idle: TimeSpan? = .days(7), absolute: TimeSpan? = .days(30), memory: TimeSpan? = nil,
    access: AccessTokenPolicy = .quarterHour
  ) -> Policy {
    Policy(
      accessToken: access,
      renewal: .refreshToken(
        RefreshPolicy(
          idleLifetime: idle, absoluteLifetime: absolute,
          rotation: .rotating(onReuse: onReuse, grace: grace), memory: memory)))
  }

  /// Fifteen-minute access tokens and a refresh token that serves again and again.
  static func reusable(idle: TimeSpan?, absolute: TimeSpan?) -> Policy {
    Policy(
      accessToken: .quarterHour,
      renewal: .refreshToken(
        RefreshPolicy(idleLifetime: idle, absoluteLifetime: absolute, rotation: .reusable)))
  }

  static let withoutRefresh = Policy(accessToken: .quarterHour, renewal: .none)
}

extension AccessTokenPolicy {
  static let quarterHour = AccessTokenPolicy(lifetime: .minutes(15))
}

extension Grace {
  /// A window of ten seconds.
  static func tenSeconds(
    _ answer: GraceAnswer, reach: GraceReach = .immediatePredecessor,
    anchor: GraceAnchor = .firstUse
  ) -> Grace {
    .window(GraceWindow(length: .seconds(10), answer: answer, reach: reach, anchor: anchor))
  }
}

extension Instant {
  static func at(_ span: TimeSpan) -> Instant { .start + span }
}

extension TimeSpan {
  static let aMoment = TimeSpan.milliseconds(1)
}

extension Grace {
  /// None, no clock, and every window of ten seconds there is.
  static let everyKind: [Grace] = [.none, .untilSuccessorUsed, .untilTokenUsed] + everyWindow

  static let everyWindow: [Grace] = GraceAnswer.giving.flatMap { answer in
    GraceReach.allCases.flatMap { reach in
      GraceAnchor.allCases.map { anchor in .tenSeconds(answer, reach: reach, anchor: anchor) }
    }
  }
}

extension GraceAnswer {
  /// Those with which a retry is answered with tokens.
  static let giving = allCases.filter(\.givesTokens)
}
