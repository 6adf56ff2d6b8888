import Analysis
import Narrative
import TokenCore

extension Column {
  /// The measure as a number: milliseconds, or a count; nil where there is none.
  func number(of measures: Measures) -> Int64? {
    switch self {
    case .exposure: measures.exposure?.span.milliseconds
    case .accessExposure: measures.accessTokenExposure?.span.milliseconds
    case .detection: measures.detectionLatency?.milliseconds
    case .revocation: measures.revocationLatency?.milliseconds
    case .residual: measures.residualAccess?.milliseconds
    case .logins: Int64(measures.logins.expected)
    case .afterTheft: Int64(measures.logins.afterTheft)
    case .falseAlarms: Int64(measures.logins.falseAlarm)
    case .tokenRequests: Int64(measures.tokenRequests)
    case .refusedCalls: Int64(measures.refusedCalls)
    case .authorizationReads: Int64(measures.authorizationServer.reads)
    case .authorizationWrites: Int64(measures.authorizationServer.writes)
    case .resourceReads: Int64(measures.resourceServer.reads)
    case .resourceWrites: Int64(measures.resourceServer.writes)
    case .rows: Int64(measures.rowsKept)
    case .bytes: Int64(measures.bytesPerCall)
    }
  }

  /// The mean over the runs that have the measure, for a person to read.
  func text(of runs: [MeasuredRun]) -> String {
    let numbers = runs.compactMap { number(of: $0.measures) }
    guard !numbers.isEmpty else { return "-" }
    let mean = numbers.reduce(0, +) / Int64(numbers.count)
    guard isSpan else { return "\(mean)" }
    return (isOpen(in: runs) ? "≥" : "") + TimeSpan(milliseconds: mean).briefText
  }

  private var isSpan: Bool {
    switch self {
    case .exposure, .accessExposure, .detection, .revocation, .residual: true
    case .logins, .afterTheft, .falseAlarms, .tokenRequests, .refusedCalls, .authorizationReads,
      .authorizationWrites, .resourceReads, .resourceWrites, .rows, .bytes:
      false
    }
  }

  private func isOpen(in runs: [MeasuredRun]) -> Bool {
    switch self {
    case .exposure: runs.contains { $0.measures.exposure?.isOpen ?? false }
    case .accessExposure: runs.contains { $0.measures.accessTokenExposure?.isOpen ?? false }
    case .detection, .revocation, .residual, .logins, .afterTheft, .falseAlarms, .tokenRequests,
      .refusedCalls, .authorizationReads, .authorizationWrites, .resourceReads, .resourceWrites,
      .rows, .bytes:
      false
    }
  }
}
