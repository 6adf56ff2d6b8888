import TokenCore

extension Inspection {
  /// The whole in a line.
  package var headline: String {
    if isAccepted {
      let unchecked = [
        circumstances.issuer == nil ? "issuer" : nil,
        circumstances.audience == nil ? "audience" : nil,
        boundKey == nil ? nil : "the proof of its key",
      ].compactMap(\.self)
      guard !unchecked.isEmpty else { return "ACCEPTED" }
      return "ACCEPTED, with \(listed(unchecked)) not checked"
    }
    if !findings.isEmpty {
      return "REFUSED: \(unique(findings.map(\.code)).joined(separator: ", "))"
    }
    switch shape {
    case .opaque, .noToken, .withScheme:
      return "NOT ACCEPTED: opaque: only the server that issued it can say what it is worth"
    case .encrypted: return "NOT ACCEPTED: encrypted: only who has the key can read it"
    case .signed:
      return "NOT ACCEPTED: the signature was not checked, so nothing in it can be believed"
    }
  }

  /// The third verdict as one: good where no question was answered with a flaw.
  package var policyOutcome: Outcome {
    guard !policy.isEmpty else { return .notChecked("nothing could be asked") }
    return policyFindings.isEmpty ? .good("good \(moment)") : .refused(policyFindings)
  }

  /// When the third verdict holds: `at 2026-01-01T00:00:00Z, give or take 30s`.
  package var moment: String {
    let leeway = circumstances.leeway
    let allowance = leeway > .zero ? ", give or take \(leeway.shortText)" : ""
    return "at \(circumstances.now.timestamp)\(allowance)"
  }
}

extension Outcome {
  /// As files and scripts read it.
  package var name: String {
    switch self {
    case .good: "good"
    case .refused: "refused"
    case .notChecked: "not_checked"
    }
  }

  /// A refusal in a line is its codes.
  package var words: String {
    switch self {
    case .good(let words), .notChecked(let words): words
    case .refused(let findings): unique(findings.map(\.code)).joined(separator: ", ")
    }
  }

  package var sign: String {
    switch self {
    case .good: "✓"
    case .refused: "✗"
    case .notChecked: "–"
    }
  }
}

extension Inspection {
  /// `cnf.jkt`: the thumbprint of the key whose proof an API must ask for as well.
  private var boundKey: String? { claims.members?["cnf"]?.asObject?["jkt"]?.asText }
}

/// `a`, `a and b`, `a, b and c`.
private func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}

/// Each text once, in the order in which they come.
private func unique(_ texts: [String]) -> [String] {
  texts.enumerated().filter { !texts[..<$0.offset].contains($0.element) }.map(\.element)
}
