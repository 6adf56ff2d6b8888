import Canvas
import Narrative

/// How a standing is drawn: a glyph and a role, so that colour is never alone.
extension Standing {
  var glyph: Unicode.Scalar {
    switch state {
    case .active: "●"
    case .expiring: "◐"
    case .expired, .displaced, .obsolete: "○"
    case .spent: "↻"
    case .revoked: "■"
    }
  }

  var role: Role {
    switch state {
    case .active: .valid
    case .expiring: .expiring
    case .expired, .displaced, .spent, .obsolete: .ended
    case .revoked: .danger
    }
  }
}

/// A bar of `width` cells with the share that is left filled.
func bar(_ share: Double, width: Int) -> String {
  let filled = min(width, Int((share * Double(width)).rounded(.up)))
  return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
}
