import Canvas
import Narrative
import Simulation
import TokenCore

/// What keys mean in the inspector.
extension LabModel {
  mutating func pressInInspector(_ key: Key, _ inspector: Inspector) -> [Effect] {
    if let typed = inspector.typed { return type(key, after: typed, inspector) }
    var next = inspector
    switch key {
    case .tab, .right: next.choose(1, of: specimens.count)
    case .left: next.choose(-1, of: specimens.count)
    case .down, "j": next.member = min(next.member + 1, max(0, members(of: inspector).count - 1))
    case .up, "k": next.member = max(0, next.member - 1)
    case .enter: next.typed = selectedMember(inspector)?.json
    case "x": return change(inspector, to: nil)
    case .backspace: next.changed = nil
    case "C": return present(inspector)
    case .escape, "I":
      overlay = nil
      return []
    case "q": return [.quit]
    default:
      status = "tab next token, enter changes a value, x removes it, C presents it, esc leaves"
    }
    overlay = .inspector(next)
    return []
  }

  private mutating func type(
    _ key: Key, after typed: String, _ inspector: Inspector
  ) -> [Effect] {
    var next = inspector
    switch key {
    case .escape: next.typed = nil
    case .enter: return change(inspector, to: typed)
    case .backspace: next.typed = String(typed.dropLast())
    case .character(let scalar) where typed.unicodeScalars.count < Inspector.longestValue:
      next.typed = typed + Text.drawable(String(Character(scalar)))
    default: break
    }
    overlay = .inspector(next)
    return []
  }

  /// Encodes the token again with another value for the selected member, or without it. The signature
  /// stays what it was: nobody here has the key.
  private mutating func change(_ inspector: Inspector, to json: String?) -> [Effect] {
    guard let text = inspected(inspector), let member = selectedMember(inspector) else {
      status = "this token has no claims that could be changed: it says nothing by itself"
      return []
    }
    let isHeader = inspector.member < (cryptography.anatomy(of: text)?.header.count ?? 0)
    let changed =
      isHeader
      ? cryptography.replacing(headerMember: member.name, with: json, in: text)
      : cryptography.replacing(claim: member.name, with: json, in: text)
    guard let changed else {
      status = "that is no JSON value: a text wants quotes, as in \"admin\""
      return []
    }
    var next = inspector
    next.typed = nil
    next.changed = changed
    next.member = min(next.member, max(0, members(of: next).count - 1))
    overlay = .inspector(next)
    return []
  }

  /// The attacker calls the API with it, and the screen shows why it is answered as it is.
  private mutating func present(_ inspector: Inspector) -> [Effect] {
    guard let text = inspected(inspector) else {
      status = "there is no token to present"
      return []
    }
    overlay = nil
    zoomed = .why
    perform(.attacker(.callWith(text)))
    return []
  }

  func members(of inspector: Inspector) -> [TokenAnatomy.Member] {
    guard let anatomy = inspected(inspector).flatMap({ cryptography.anatomy(of: $0) }) else {
      return []
    }
    return anatomy.header + anatomy.claims
  }

  private func selectedMember(_ inspector: Inspector) -> TokenAnatomy.Member? {
    let all = members(of: inspector)
    return all.indices.contains(inspector.member) ? all[inspector.member] : nil
  }
}

extension Inspector {
  /// Another token, as it came.
  fileprivate mutating func choose(_ distance: Int, of count: Int) {
    guard count > 0 else { return }
    self = Inspector(choice: (min(choice, count - 1) + distance + count) % count)
  }
}
