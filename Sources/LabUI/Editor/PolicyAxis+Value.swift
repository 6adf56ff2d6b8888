import Narrative
import Simulation
import TokenCore

extension PolicyAxis {
  /// What is chosen, in a few words; empty where the axis means nothing.
  public func value(in draft: PolicyDraft) -> String {
    guard applies(to: draft) else { return "" }
    return accessValue(draft.policy.accessToken) ?? renewalValue(draft) ?? refreshValue(draft)
      ?? habitValue(draft.habit) ?? ""
  }

  private func accessValue(_ access: AccessTokenPolicy) -> String? {
    switch self {
    case .accessLifetime: access.lifetime.shortText
    case .accessForm: access.form == .selfContained ? "self-contained JWT" : "opaque handle"
    case .accessCheck: access.check.kindWords
    case .introspectionCache:
      if case .introspection(let cache) = access.check { cache.shortText } else { nil }
    case .leeway: access.leeway.shortText
    case .keySetCache: access.keySetCache.shortText
    case .endsWithFamily: yesOrNo(access.endsWithFamily)
    case .endsAtRefresh: yesOrNo(access.endsAtRefresh)
    case .shortExpiry: access.shortExpiry.span?.shortText ?? "none"
    case .shortExpiryCheck: yesOrNo(access.shortExpiry.checkedSpan != nil)
    default: nil
    }
  }

  private func renewalValue(_ draft: PolicyDraft) -> String? {
    switch self {
    case .renewal: draft.policy.renewal.kindWords
    case .reissueWindow: draft.reissue?.window.shortText
    case .reissueAnchor: draft.reissue.map { $0.anchor == .signIn ? "sign-in" : "last issue" }
    case .reissueLook: draft.reissue.map { yesOrNo($0.looksAtUser) }
    case .sessionIdle: draft.session?.idle.shortText
    case .sessionAbsolute: draft.session?.absolute.shortText
    default: nil
    }
  }

  private func refreshValue(_ draft: PolicyDraft) -> String? {
    guard let refresh = draft.refresh else { return nil }
    switch self {
    case .refreshForm: return refresh.form.words
    case .refreshIdle: return refresh.idleLifetime?.shortText ?? "no limit"
    case .refreshAbsolute: return refresh.absoluteLifetime?.shortText ?? "no limit"
    case .rotation: return refresh.rotation == .reusable ? "reusable" : "rotating"
    case .binding: return refresh.binding == .key ? "the device's key" : "nothing: bearer"
    case .client: return refresh.client.rawValue
    case .memory: return refresh.memory?.shortText ?? "the family's life"
    default: return graceValue(draft)
    }
  }

  private func graceValue(_ draft: PolicyDraft) -> String? {
    switch self {
    case .reuseResponse: draft.reuseResponse?.words
    case .grace: draft.grace?.kindWords
    case .graceLength: draft.window?.length.shortText
    case .graceAnswer: draft.window?.answer.words
    case .graceReach:
      draft.window.map { $0.reach == .anyInItsWindow ? "any in its window" : "predecessor only" }
    case .graceAnchor: draft.window.map { $0.anchor == .firstUse ? "first use" : "last use" }
    default: nil
    }
  }

  private func habitValue(_ habit: ClientHabit) -> String? {
    switch self {
    case .habit: habit.renews.kindWords
    case .habitSpan:
      switch habit.renews {
      case .beforeExpiry(let span), .onTimer(let span): span.shortText
      case .whenRefused, .asksThePerson: nil
      }
    case .guarding: habit.guarding.words
    case .clockOffset: habit.clockOffset.offsetWords
    default: nil
    }
  }

  private func yesOrNo(_ value: Bool) -> String { value ? "yes" : "no" }
}
