import Simulation
import TokenCore

extension Policy {
  /// Any policy without faults: the renewal first, so that none is rare, then an access token to it.
  package static func random(using random: inout RandomStream) -> Policy {
    let renewal = Renewal.random(using: &random)
    return random.draw {
      Policy(accessToken: .random(using: &$0), renewal: renewal)
    } until: {
      $0.faults.isEmpty
    }
  }
}

extension AccessTokenPolicy {
  package static func random(using random: inout RandomStream) -> AccessTokenPolicy {
    AccessTokenPolicy(
      lifetime: random.pick([.seconds(1), .seconds(20), .minutes(5), .days(180)]),
      form: random.pick(TokenForm.allCases), check: .random(using: &random),
      leeway: random.pick([.zero, .seconds(5)]), endsWithFamily: .random(using: &random),
      endsAtRefresh: .random(using: &random),
      keySetCache: random.pick([.zero, .seconds(10), .minutes(5)]),
      shortExpiry: .random(using: &random))
  }
}

extension ShortExpiry {
  package static func random(using random: inout RandomStream) -> ShortExpiry {
    random.pick([.none, .none, .none, .checked(.seconds(10)), .ignored(.seconds(10))])
  }
}

extension AccessTokenCheck {
  package static func random(using random: inout RandomStream) -> AccessTokenCheck {
    random.pick([
      .signatureOnly, .denyList, .allowList, .introspection(cache: .zero),
      .introspection(cache: .seconds(30)), .sessionRecord, .tokenVersion,
    ])
  }
}

extension Renewal {
  package static func random(using random: inout RandomStream) -> Renewal {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: .none
    case 1: .everyRequest
    case 2:
      .reissue(
        ReissuePolicy(
          window: random.pick([.seconds(30), .minutes(10), .days(5)]),
          anchor: random.pick(ReissueAnchor.allCases), looksAtUser: .random(using: &random)))
    case 3:
      .session(
        SessionPolicy(
          idle: random.pick([.seconds(15), .minutes(30)]),
          absolute: random.pick([.minutes(1), .hours(8)])))
    default: .refreshToken(.random(using: &random))
    }
  }
}

extension RefreshPolicy {
  /// The form first, so that none is rare, then whatever goes with it.
  package static func random(using random: inout RandomStream) -> RefreshPolicy {
    let form = random.pick([
      RefreshForm.opaque, .opaque, .opaque, .opaque, .signed(isTyped: true),
      .signed(isTyped: false),
    ])
    let access = AccessTokenPolicy(lifetime: .minutes(5))
    return random.draw {
      RefreshPolicy.random(form, using: &$0)
    } until: {
      Policy(accessToken: access, renewal: .refreshToken($0)).faults.isEmpty
    }
  }

  private static func random(
    _ form: RefreshForm, using random: inout RandomStream
  ) -> RefreshPolicy {
    RefreshPolicy(
      form: form, idleLifetime: random.pick([nil, .minutes(2), .hours(1)]),
      absoluteLifetime: random.pick([nil, .minutes(10), .hours(1)]),
      rotation: .random(using: &random), binding: random.pick(SenderConstraint.allCases),
      client: random.pick(ClientKind.allCases), memory: random.pick([nil, nil, .minutes(1)]))
  }
}

extension Rotation {
  package static func random(using random: inout RandomStream) -> Rotation {
    guard Int.random(in: 0..<4, using: &random) > 0 else { return .reusable }
    return .rotating(onReuse: random.pick(ReuseResponse.allCases), grace: .random(using: &random))
  }
}

extension Grace {
  package static func random(using random: inout RandomStream) -> Grace {
    let window = GraceWindow(
      length: random.pick([.seconds(3), .seconds(30)]),
      answer: random.pick(GraceAnswer.allCases), reach: random.pick(GraceReach.allCases),
      anchor: random.pick(GraceAnchor.allCases))
    return random.pick([
      .none, .untilSuccessorUsed, .window(window), .window(window), .window(window),
    ])
  }
}
