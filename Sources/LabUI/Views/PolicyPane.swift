import Canvas
import Narrative
import TokenCore

/// The policy axis by axis, and what a reviewer says of it, with who says so.
struct PolicyPane {
  let strategyID: String
  let policy: Policy

  func draw(_ frame: inout Frame, _ rect: Rect) {
    let inside = frame.box(rect, title: "POLICY  \(strategyID)", trailing: "6")
    let lines = policy.axes.map { axis in
      [Span(Text.pad(axis.name, width: 18), .dim), Span(axis.value)]
    }
    frame.put(lines + policy.remarkLines(width: inside.width - 2), in: inside)
  }
}

extension Policy {
  /// What a reviewer says of the policy, and who says so.
  func remarkLines(width: Int) -> [[Span]] {
    remarks.flatMap { remark in
      Text.wrap("remark: \(remark)", width: width).map { [Span($0, .expiring)] }
    }
  }

  /// How many remarks there are on the policy, and the key that shows them; nil for none.
  public var remarkNotice: String? {
    let count = remarks.count
    guard count > 0 else { return nil }
    return "\(count) remark\(count == 1 ? "" : "s") on this policy: \(Pane.policy.rawValue) shows "
      + (count == 1 ? "it" : "them")
  }
}
