import Canvas
import TokenCore

extension LabModel {
  func drawPolicy(_ frame: inout Frame, _ rect: Rect) {
    let inside = frame.box(rect, title: "POLICY  \(setting.strategyID)", trailing: "6")
    let lines = setting.policy.axes.map { axis in
      [Span(Text.pad(axis.name, width: 18), .dim), Span(axis.value)]
    }
    draw(lines, &frame, inside)
  }
}
