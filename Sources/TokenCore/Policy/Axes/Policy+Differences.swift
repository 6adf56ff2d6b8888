/// One axis on which two policies differ.
package struct AxisDifference: Hashable, Sendable {
  package let axis: PolicyAxis
  /// What the one says, in a few words; nil where it has no such axis.
  package let before: String?
  /// What the other says.
  package let after: String?
}

extension Policy {
  /// Where this policy differs from another, axis by axis.
  package func differences(from other: Policy) -> [AxisDifference] {
    let (old, new) = (Rules(policy: other), Rules(policy: self))
    return PolicyAxis.allCases.compactMap { axis in
      let (before, after) = (axis.words(in: old), axis.words(in: new))
      return before == after ? nil : AxisDifference(axis: axis, before: before, after: after)
    }
  }

  /// The same on one line: `rotation reusable → rotating; on reuse revoke the family`.
  package func differenceWords(from other: Policy) -> String {
    differences(from: other).map { difference in
      switch (difference.before, difference.after) {
      case (let before?, let after?): "\(difference.axis.name) \(before) → \(after)"
      case (nil, let after?): "\(difference.axis.name) \(after)"
      case (_, nil): "no \(difference.axis.name)"
      }
    }
    .joined(separator: "; ")
  }

  /// The shipped strategy that has this policy; the first where several do.
  package var strategy: Strategy? { Strategy.catalogue.first { $0.policy == self } }

  /// What the policy is called: a shipped strategy's name, or what it is.
  package var name: String { strategy?.id ?? "a policy of its own" }
}

extension PolicyAxis {
  fileprivate func words(in rules: Rules) -> String? {
    described.applies(to: rules) ? described.scale.words(in: rules) : nil
  }
}
