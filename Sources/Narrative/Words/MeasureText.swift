import Analysis
import TokenCore

/// What a strategy's day cost and gave away, in a few lines for its card.
package enum MeasureText {
  /// What was measured: figures mean nothing without it.
  static let heading = "one day, eight hours of calls, one a minute, all stolen at noon:"

  /// Four lines: what was measured; exposure and detection; sign-ins; requests, rows and bytes.
  package static func lines(of measures: Measures) -> [String] {
    [heading, theft(measures), logins(measures.logins), cost(measures)]
  }

  private static func theft(_ measures: Measures) -> String {
    let detection = measures.detectionLatency.map { "noticed after \($0.briefText)" }
    return "thief served \(exposure(measures.exposure)), by the access token alone "
      + "\(exposure(measures.accessTokenExposure)); \(detection ?? "never noticed")"
  }

  /// An open exposure went on when the day was over, so it is a least value.
  private static func exposure(_ exposure: Measures.Exposure?) -> String {
    guard let exposure else { return "never" }
    return (exposure.isOpen ? "≥" : "") + exposure.span.briefText
  }

  private static func logins(_ logins: Measures.Logins) -> String {
    "sign-ins \(logins.expected), after the theft \(logins.afterTheft), false alarms "
      + "\(logins.falseAlarm)"
  }

  /// The API's reads and writes are told where it has any.
  private static func cost(_ measures: Measures) -> String {
    let api = measures.resourceServer
    return "server \(rows(measures.authorizationServer)), \(measures.rowsKept) kept; "
      + (api == .none ? "" : "API \(rows(api)); ") + "\(measures.bytesPerCall) bytes a call"
  }

  private static func rows(_ cost: StoreCost) -> String {
    "\(cost.reads) reads \(cost.writes) writes"
  }
}
