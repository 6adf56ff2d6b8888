import Simulation
import TokenCore

/// One thing that can be chosen about a policy or about the client's habit.
public enum PolicyAxis: CaseIterable, Hashable, Sendable {
  case accessLifetime, accessForm, accessCheck, introspectionCache, leeway, keySetCache
  case endsWithFamily, endsAtRefresh
  case renewal
  case reissueWindow, reissueAnchor, reissueLook, shortExpiry, shortExpiryCheck
  case sessionIdle, sessionAbsolute
  case refreshForm, refreshIdle, refreshAbsolute, rotation, reuseResponse
  case grace, graceLength, graceAnswer, graceReach, graceAnchor
  case binding, client, memory
  case habit, habitSpan, guarding, clockOffset

  /// A few words, at most 21 columns.
  public var name: String {
    switch self {
    case .accessLifetime: "access lifetime"
    case .accessForm: "access form"
    case .accessCheck: "API checks"
    case .introspectionCache: "  answer believed for"
    case .leeway: "leeway"
    case .keySetCache: "key set believed for"
    case .endsWithFamily: "AT ends with family"
    case .endsAtRefresh: "AT ends at refresh"
    case .renewal: "renewal"
    case .reissueWindow: "  window"
    case .reissueAnchor: "  window counts from"
    case .reissueLook: "  looks at the user"
    case .shortExpiry: "  short expiry"
    case .shortExpiryCheck: "  known to the API"
    case .sessionIdle: "  idle"
    case .sessionAbsolute: "  absolute"
    case .refreshForm: "refresh form"
    case .refreshIdle: "refresh idle"
    case .refreshAbsolute: "refresh absolute"
    case .rotation: "rotation"
    case .reuseResponse: "  on reuse"
    case .grace: "  grace"
    case .graceLength: "    length"
    case .graceAnswer: "    gives"
    case .graceReach: "    for"
    case .graceAnchor: "    counts from"
    case .binding: "bound to"
    case .client: "client"
    case .memory: "spent remembered for"
    case .habit: "client renews"
    case .habitSpan: "  by"
    case .guarding: "one refresh at a time"
    case .clockOffset: "client's clock"
    }
  }

  /// Whether it means anything under this policy.
  func applies(to draft: PolicyDraft) -> Bool {
    switch self {
    case .accessLifetime, .accessForm, .accessCheck, .leeway, .endsWithFamily, .renewal, .habit,
      .guarding, .clockOffset, .keySetCache:
      true
    case .endsAtRefresh, .refreshForm, .refreshIdle, .refreshAbsolute, .rotation, .binding,
      .client, .memory:
      draft.refresh != nil
    case .introspectionCache:
      if case .introspection = draft.policy.accessToken.check { true } else { false }
    case .reissueWindow, .reissueAnchor, .reissueLook: draft.reissue != nil
    case .shortExpiry: draft.reissue != nil || draft.policy.accessToken.shortExpiry != .none
    case .shortExpiryCheck: draft.policy.accessToken.shortExpiry != .none
    case .sessionIdle, .sessionAbsolute: draft.session != nil
    case .reuseResponse, .grace: draft.grace != nil
    case .graceLength, .graceAnswer, .graceReach, .graceAnchor: draft.window != nil
    case .habitSpan:
      switch draft.habit.renews {
      case .beforeExpiry, .onTimer: true
      case .whenRefused, .asksThePerson: false
      }
    }
  }
}
