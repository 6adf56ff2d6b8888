import Canvas
import Narrative
import TokenCore

extension LabModel {
  func drawPolicy(_ frame: inout Frame, _ rect: Rect) {
    let inside = frame.box(rect, title: "POLICY  \(setting.strategyID)", trailing: "6")
    let lines = setting.policy.axes.map { axis in
      [Span(Text.pad(axis.name, width: 18), .dim), Span(axis.value)]
    }
    draw(lines + remarkLines(width: inside.width - 2), &frame, inside)
  }

  /// What a reviewer says of the policy, and who says so.
  private func remarkLines(width: Int) -> [[Span]] {
    setting.policy.remarks.flatMap { remark in
      Text.wrap("remark: \(remark)", width: width).map { [Span($0, .expiring)] }
    }
  }

  /// How many remarks there are on the policy, and the key that shows them; nil for none.
  public var remarkNotice: String? {
    let count = setting.policy.remarks.count
    guard count > 0 else { return nil }
    return "\(count) remark\(count == 1 ? "" : "s") on this policy: \(Pane.policy.rawValue) shows "
      + (count == 1 ? "it" : "them")
  }
}
