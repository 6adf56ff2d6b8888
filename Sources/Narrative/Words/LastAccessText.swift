import Analysis
import TokenCore

extension LastAccess {
  /// How long after the act, and until when: `10 min 0.9 s, until 30:01.0`.
  package func words(since act: Instant) -> String {
    switch self {
    case .none: "no access from then on"
    case .until(let end, let renewals):
      "\((end - act).words), until \(end.clockText)"
        + (renewals == 0 ? "" : " with \(renewals) \(renewals == 1 ? "renewal" : "renewals")")
    case .open(.renews, let past): "no end: renews, past \(past.secondsText) and on"
    case .open(.forges, _): "no end: signs its own tokens"
    }
  }
}
