import TokenCore

extension Decision {
  /// Whether a spent token was let pass: taken for an honest retry, and answered again.
  var isRetry: Bool {
    lines.contains { line in
      line.check == .notSpent && line.passed && line.facts.contains { $0.name == .spentAt }
    }
  }

  /// Whether a spent token was let pass because nobody had written that yet.
  var isCrossing: Bool {
    lines.contains { line in line.facts.contains { $0.name == .writtenAt } }
  }
}

extension Decision.Line {
  /// The check in a word, for a row of them. A spent token that was let pass is not called unspent.
  package var word: String {
    guard check == .notSpent, passed else { return check.word }
    if facts.contains(where: { $0.name == .writtenAt }) { return "unwritten" }
    return facts.contains { $0.name == .spentAt } ? "grace" : check.word
  }
}
