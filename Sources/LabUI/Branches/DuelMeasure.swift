import Analysis
import Narrative
import TokenCore

/// One figure of both sides.
struct DuelMeasure: Equatable {
  static let nameWidth = 16
  let name: String
  let left: String
  let right: String
}

extension Duel {
  var measures: [DuelMeasure] {
    let (left, right) = (self.left.measures, self.right.measures)
    let figures: [(String, (Measures) -> String)] = [
      ("thief's calls", \.thiefText),
      ("reuse noticed", { $0.detectionLatency.map { "after \($0.roughText)" } ?? "no" }),
      (
        "served after it",
        { $0.residualAccess.map { $0 == .zero ? "no" : "for \($0.roughText)" } ?? "–" }
      ),
      ("sign-ins", \.loginText),
      ("requests", { "\($0.tokenRequests) for tokens, \($0.calls) calls" }),
    ]
    return figures.map { name, text in
      DuelMeasure(name: name, left: text(left), right: text(right))
    }
  }
}

extension Measures {
  fileprivate var thiefText: String {
    guard let exposure else { return "no theft" }
    return exposure.span == .zero ? "none served" : "served for \(exposure.span.roughText)"
  }

  fileprivate var loginText: String {
    var parts: [String] = []
    if logins.afterTheft > 0 { parts.append("\(logins.afterTheft) for the theft") }
    if logins.falseAlarm > 0 { parts.append("\(logins.falseAlarm) false alarm") }
    return parts.isEmpty ? "\(logins.total)" : "\(logins.total), \(parts.joined(separator: ", "))"
  }
}

extension TimeSpan {
  /// To a second; `under 1s` where it is less and not nothing.
  var roughText: String {
    let seconds = milliseconds / 1000
    return seconds == 0 && milliseconds > 0 ? "under 1s" : TimeSpan.seconds(seconds).shortText
  }
}
