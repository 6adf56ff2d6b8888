/// One thing that can be chosen about a server's policy or a client's habit, in the order in which a
/// person would go through them. An axis is described here and nowhere else: readers, writers, the
/// editor, cards, what-ifs and random rules ask `described`.
package enum PolicyAxis: CaseIterable, Hashable, Sendable {
  case accessLifetime, accessForm, accessSignature, accessCheck, introspectionCache
  case outageResponse, denyListDelay, statusListTTL, leeway, keySetCache
  case endsWithFamily, endsAtRefresh, rights, maxAge, accessBinding, proofNonce
  case renewal
  case reissueWindow, reissueAnchor, reissueLook, reissueRecord, shortExpiry, shortExpiryCheck
  case sessionIdle, sessionAbsolute, cookieKind, cookieSameSite, cookieHeader
  case refreshForm, refreshIdle, refreshAbsolute, rotation, spendingGap, reuseResponse
  case grace, graceLength, graceAnswer, graceReach, graceAnchor, graceTimes
  case binding, client, memory
  case ssoIdle, ssoAbsolute, ssoEndsFamilies, ssoOnePerPerson
  case habit, habitMargin, expirySource, clockOffset, habitInterval, checkInterval, warningStart,
    warningEnd, guarding, responseTimeout, retries, tokenStorage

  /// What is known of the axis.
  package var described: AxisDescription {
    switch self {
    case .accessLifetime: .accessLifetime
    case .accessForm: .accessForm
    case .accessSignature: .accessSignature
    case .accessCheck: .accessCheck
    case .introspectionCache: .introspectionCache
    case .outageResponse: .outageResponse
    case .denyListDelay: .denyListDelay
    case .statusListTTL: .statusListTTL
    case .leeway: .leeway
    case .keySetCache: .keySetCache
    case .endsWithFamily: .endsWithFamily
    case .endsAtRefresh: .endsAtRefresh
    case .rights: .rights
    case .maxAge: .maxAge
    case .accessBinding: .accessBinding
    case .proofNonce: .proofNonce
    case .renewal: .renewal
    case .reissueWindow: .reissueWindow
    case .reissueAnchor: .reissueAnchor
    case .reissueLook: .reissueLook
    case .reissueRecord: .reissueRecord
    case .shortExpiry: .shortExpiry
    case .shortExpiryCheck: .shortExpiryCheck
    case .sessionIdle: .sessionIdle
    case .sessionAbsolute: .sessionAbsolute
    case .cookieKind: .cookieKind
    case .cookieSameSite: .cookieSameSite
    case .cookieHeader: .cookieHeader
    case .refreshForm: .refreshForm
    case .refreshIdle: .refreshIdle
    case .refreshAbsolute: .refreshAbsolute
    case .rotation: .rotation
    case .spendingGap: .spendingGap
    case .reuseResponse: .reuseResponse
    case .grace: .grace
    case .graceLength: .graceLength
    case .graceAnswer: .graceAnswer
    case .graceReach: .graceReach
    case .graceAnchor: .graceAnchor
    case .graceTimes: .graceTimes
    case .binding: .binding
    case .client: .client
    case .memory: .memory
    case .ssoIdle: .ssoIdle
    case .ssoAbsolute: .ssoAbsolute
    case .ssoEndsFamilies: .ssoEndsFamilies
    case .ssoOnePerPerson: .ssoOnePerPerson
    case .habit: .habit
    case .habitMargin: .habitMargin
    case .expirySource: .expirySource
    case .habitInterval: .habitInterval
    case .checkInterval: .checkInterval
    case .warningStart: .warningStart
    case .warningEnd: .warningEnd
    case .guarding: .guarding
    case .clockOffset: .clockOffset
    case .responseTimeout: .responseTimeout
    case .retries: .retries
    case .tokenStorage: .tokenStorage
    }
  }

  /// A name that needs nothing around it.
  package var name: String { described.name }

  /// The key in a scenario file.
  package var word: String { described.word }

  /// What the rules say of the axis where it is a length of time; absent where it is not.
  package func span(in rules: Rules) -> SpanReading {
    switch described.scale {
    case .span(let scale): scale.reading(of: rules)
    case .choice, .count: .absent
    }
  }

  /// Sets a length of time; changes nothing where the axis is none or means nothing.
  package func set(_ span: TimeSpan, in rules: inout Rules) {
    switch described.scale {
    case .span(let scale): scale.set(span, in: &rules)
    case .choice, .count: break
    }
  }
}
