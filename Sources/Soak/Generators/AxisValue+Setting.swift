import Simulation
import TokenCore

extension Setting {
  /// Where the setting stands on every axis that it has.
  public var axisValues: Set<AxisValue> {
    Set(policy.accessToken.axisValues + policy.renewal.axisValues + habit.axisValues)
  }
}

extension AccessTokenPolicy {
  fileprivate var axisValues: [AxisValue] {
    [
      form == .selfContained ? .selfContained : .reference, check.axisValue,
      shortExpiry.axisValue, leeway > .zero ? .leeway : .noLeeway,
      endsWithFamily ? .endsWithFamily : .outlivesFamily,
      endsAtRefresh ? .endsAtRefresh : .outlivesRefresh,
      keySetCache > .zero ? .keySetCache : .noKeySetCache,
    ]
  }
}

extension ShortExpiry {
  fileprivate var axisValue: AxisValue {
    switch self {
    case .none: .noShortExpiry
    case .checked: .shortExpiryChecked
    case .ignored: .shortExpiryIgnored
    }
  }
}

extension AccessTokenCheck {
  fileprivate var axisValue: AxisValue {
    switch self {
    case .signatureOnly: .signatureOnly
    case .denyList: .denyList
    case .allowList: .allowList
    case .introspection(let cache): cache > .zero ? .cachedIntrospection : .introspection
    case .sessionRecord: .sessionRecord
    case .tokenVersion: .tokenVersion
    }
  }
}

extension Renewal {
  fileprivate var axisValues: [AxisValue] {
    switch self {
    case .none: [.noRenewal]
    case .everyRequest: [.everyRequest]
    case .session: [.session]
    case .reissue(let reissue):
      [
        reissue.anchor == .signIn ? .reissueFromSignIn : .reissueFromLastIssue,
        reissue.looksAtUser ? .reissueLooksAtUser : .reissueLooksAtNobody,
      ]
    case .refreshToken(let refresh): refresh.axisValues
    }
  }
}

extension RefreshPolicy {
  fileprivate var axisValues: [AxisValue] {
    [
      form.axisValue, idleLifetime == nil ? .noIdleLimit : .idleLimit,
      absoluteLifetime == nil ? .noAbsoluteLimit : .absoluteLimit,
      binding == .key ? .keyBound : .bearer,
      client == .confidential ? .confidentialClient : .publicClient,
      memory == nil ? .noMemoryLimit : .memory,
    ] + rotation.axisValues
  }
}

extension RefreshForm {
  fileprivate var axisValue: AxisValue {
    switch self {
    case .opaque: .opaqueRefresh
    case .signed(let isTyped): isTyped ? .typedRefresh : .untypedRefresh
    }
  }
}

extension Rotation {
  fileprivate var axisValues: [AxisValue] {
    guard case .rotating(let response, let grace) = self else { return [.reusable] }
    let answer: AxisValue =
      switch response {
      case .refuseOnly: .refuseOnly
      case .revokeFamily: .revokeFamily
      case .revokeUserOnClient: .revokeUserOnClient
      case .revokeUser: .revokeUser
      }
    return [answer] + grace.axisValues
  }
}

extension Grace {
  fileprivate var axisValues: [AxisValue] {
    guard case .window(let window) = self else {
      return [self == .none ? .noGrace : .untilSuccessorUsed]
    }
    let answer: AxisValue =
      switch window.answer {
      case .sameSuccessor: .sameSuccessor
      case .newBranch: .newBranch
      case .reRotate: .reRotate
      }
    return [
      answer, window.reach == .anyInItsWindow ? .anyInItsWindow : .immediatePredecessor,
      window.anchor == .firstUse ? .firstUse : .lastUse,
    ]
  }
}

extension ClientHabit {
  fileprivate var axisValues: [AxisValue] {
    let renewal: AxisValue =
      switch renews {
      case .whenRefused: .whenRefused
      case .beforeExpiry: .beforeExpiry
      case .onTimer: .onTimer
      case .asksThePerson: .asksThePerson
      }
    let guarded: AxisValue =
      switch guarding {
      case .none: .unguarded
      case .perTab: .guardedPerTab
      case .acrossTabs: .guardedAcrossTabs
      }
    let clock: AxisValue =
      clockOffset == .zero ? .clockRight : clockOffset > .zero ? .clockAhead : .clockBehind
    return [renewal, guarded, clock, retries > 0 ? .retries : .noRetries]
  }
}
