import Analysis
import Lessons
import Narrative
import TokenCore

/// The measures of several strategies, side by side, in three formats.
struct ComparisonTable {
  let scenario: Scenario
  let strategies: [Strategy]
  /// How many seeds each strategy was to be run with.
  let seeds: UInt64
  /// For each strategy, a run for each seed that it was finished with.
  let runs: [[MeasuredRun]]

  var finished: Int { runs.reduce(0) { $0 + $1.count } }
  var wanted: Int { strategies.count * Int(seeds) }

  var text: String {
    let rows = zip(strategies, runs).map { strategy, runs in
      [strategy.id] + Column.allCases.map { $0.text(of: runs) }
    }
    let head = [["strategy"] + Column.allCases.map(\.title)]
    let widths = (0...Column.allCases.count).map { column in
      (head + rows).map { $0[column].count }.max() ?? 0
    }
    let lines = (head + rows).map { row in
      row.enumerated().map { index, cell in
        index == 0 ? left(cell, widths[index]) : right(cell, widths[index])
      }.joined(separator: "  ")
    }
    return ([title + missing, ""] + lines + [""] + legend + remarks).joined(separator: "\n")
  }

  /// What a reviewer says of each strategy; nothing where nobody says anything.
  private var remarks: [String] {
    let lines = strategies.flatMap { strategy in
      strategy.policy.remarks.map { "\(strategy.id): \($0)" }
    }
    return lines.isEmpty ? [] : ["", "Remarks:"] + lines
  }

  private var title: String {
    "\(scenario.name), \(scenario.lasts.shortText), "
      + (seeds == 1 ? "seed \(scenario.setting.seed)" : "mean of \(seeds) seeds")
  }

  /// Which runs a figure has to do without; empty where all were finished.
  var missing: String {
    let gaps = zip(strategies, runs).filter { $1.count < Int(seeds) }.map { strategy, runs in
      seeds == 1 ? strategy.id : "\(strategy.id) (\(Int(seeds) - runs.count) of \(seeds))"
    }
    return gaps.isEmpty ? "" : "; not finished: " + gaps.joined(separator: ", ")
  }

  private var legend: [String] {
    Column.allCases.map { "\(left($0.title, 12)) \($0.explanation)" }
  }

  var csv: String {
    let head = (["strategy", "seed"] + Column.allCases.map(\.name)).joined(separator: ",")
    let rows = runs.joined().map { run in
      ([run.strategyID, "\(run.seed)"]
        + Column.allCases.map { column in column.number(of: run.measures).map { "\($0)" } ?? "" })
        .joined(separator: ",")
    }
    return ([head] + rows).joined(separator: "\n")
  }

  var json: String {
    let rows = runs.joined().map { run -> JSONText in
      var members: [String: JSONText?] = [
        "strategy": .string(run.strategyID), "seed": .string("\(run.seed)"),
      ]
      for column in Column.allCases {
        members[column.name] = column.number(of: run.measures).map(JSONText.integer)
      }
      members["exposure_open"] = .boolean(run.measures.exposure?.isOpen ?? false)
      return .sorted(members)
    }
    let head = JSONText.sorted([
      "scenario": .string(scenario.name), "until_ms": .integer(scenario.lasts.milliseconds),
    ])
    let lines = rows.map(\.line).joined(separator: ",\n")
    let remarks = JSONText.sorted(
      Dictionary(
        strategies.map { ($0.id, JSONText.array($0.policy.remarks.map(JSONText.remark))) },
        uniquingKeysWith: { first, _ in first }))
    return "{\"comparison\":\(head.line),\n\"remarks\":\(remarks.line),\n"
      + "\"runs\":[\n\(lines)\n]}"
  }
}

/// A measure: its name, what it means, and how it is written.
enum Column: String, CaseIterable {
  case exposure, accessExposure, detection, revocation, residual, logins, afterTheft, falseAlarms
  case tokenRequests, refusedCalls, authorizationReads, authorizationWrites, resourceReads
  case resourceWrites, rows, bytes

  var name: String {
    switch self {
    case .exposure: "exposure_ms"
    case .accessExposure: "access_token_exposure_ms"
    case .detection: "detection_latency_ms"
    case .revocation: "revocation_latency_ms"
    case .residual: "residual_access_ms"
    case .logins: "logins_expected"
    case .afterTheft: "logins_after_theft"
    case .falseAlarms: "logins_false_alarm"
    case .tokenRequests: "token_requests"
    case .refusedCalls: "calls_refused"
    case .authorizationReads: "as_reads"
    case .authorizationWrites: "as_writes"
    case .resourceReads: "rs_reads"
    case .resourceWrites: "rs_writes"
    case .rows: "rows_kept"
    case .bytes: "bytes_per_call"
    }
  }

  var title: String {
    switch self {
    case .exposure: "exposed"
    case .accessExposure: "AT only"
    case .detection: "detected"
    case .revocation: "revoked"
    case .residual: "residual"
    case .logins: "logins"
    case .afterTheft: "theft"
    case .falseAlarms: "false"
    case .tokenRequests: "tokens"
    case .refusedCalls: "401"
    case .authorizationReads: "AS read"
    case .authorizationWrites: "write"
    case .resourceReads: "RS read"
    case .resourceWrites: "write"
    case .rows: "rows"
    case .bytes: "bytes"
    }
  }

  var explanation: String {
    switch self {
    case .exposure: "from the theft to the attacker's last served call; ≥ still served at the end"
    case .accessExposure: "the same where only the access token was taken"
    case .detection: "from the theft until a reuse was detected; - never"
    case .revocation: "from the first revocation to the last call served with the family's tokens"
    case .residual: "from the detection to the attacker's last served call"
    case .logins: "sign-ins that nobody's theft or mistake caused, the first included"
    case .afterTheft: "sign-ins after a family ended that the attacker held a token of"
    case .falseAlarms: "sign-ins after a family ended that no attacker had touched"
    case .tokenRequests: "token requests by clients"
    case .refusedCalls: "calls by clients that were refused with a 401"
    case .authorizationReads, .authorizationWrites: "rows at the authorization server"
    case .resourceReads, .resourceWrites: "rows at the API"
    case .rows: "the most rows kept, counted every hour"
    case .bytes: "of credentials on a call"
    }
  }
}
