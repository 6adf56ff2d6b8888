import TokenCore

extension PolicyAxis {
  /// The axes that the editor offers. How long an answer is waited for, and how often a request is sent
  /// again, are left to files.
  package static let edited = allCases.filter { $0 != .responseTimeout && $0 != .retries }

  /// What it is called below the axis that it belongs to; at most 22 columns.
  package var label: String {
    String(repeating: "  ", count: described.depth) + described.label
  }

  /// Whether the editor offers it and it means anything under this policy.
  func applies(to draft: PolicyDraft) -> Bool {
    Self.edited.contains(self) && described.applies(to: draft.rules)
  }

  /// What is chosen, in a few words; empty where the axis means nothing.
  package func value(in draft: PolicyDraft) -> String {
    applies(to: draft) ? described.scale.words(in: draft.rules) : ""
  }
}
