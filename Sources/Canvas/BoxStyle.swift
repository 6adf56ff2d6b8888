/// The strokes of a box. Actors differ by style and place, never by hue.
public enum BoxStyle: CaseIterable, Sendable {
  case single, double, heavy, dashed

  var horizontal: Unicode.Scalar {
    switch self {
    case .single: "─"
    case .double: "═"
    case .heavy: "━"
    case .dashed: "╌"
    }
  }

  var vertical: Unicode.Scalar {
    switch self {
    case .single: "│"
    case .double: "║"
    case .heavy: "┃"
    case .dashed: "╎"
    }
  }

  /// Top left, top right, bottom left, bottom right.
  var corners: [Unicode.Scalar] {
    switch self {
    case .single, .dashed: ["┌", "┐", "└", "┘"]
    case .double: ["╔", "╗", "╚", "╝"]
    case .heavy: ["┏", "┓", "┗", "┛"]
    }
  }
}
