/// A key as a person means it, whatever bytes the terminal sent for it.
public enum Key: Hashable, Sendable {
  case character(Unicode.Scalar)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right
  case pageUp, pageDown, home, end
  /// F1 is `function(1)`.
  case function(Int)
  /// A key the terminal has a name for and this program does not.
  case unknown

  /// The key's name in the key bar and in the help: lower case, one word, ASCII where the key is.
  public var label: String {
    switch self {
    case .character(" "): "space"
    case .character(let scalar): String(Character(Glyph.drawable(scalar)))
    case .function(let number): "F\(number)"
    default: Key.named.first { $0.key == self }?.name ?? "unknown"
    }
  }

  /// The key with the given label; nil where there is none. For scripts of keys.
  public init?(label: String) {
    if label == "space" {
      self = .character(" ")
    } else if let scalar = label.unicodeScalars.first, label.unicodeScalars.count == 1 {
      guard Glyph.isDrawable(scalar) else { return nil }
      self = .character(scalar)
    } else if let named = Key.named.first(where: { $0.name == label }) {
      self = named.key
    } else if label.first == "F", let number = Int(label.dropFirst()), number > 0 {
      self = .function(number)
    } else {
      return nil
    }
  }

  private static let named: [(name: String, key: Key)] = [
    ("enter", .enter), ("esc", .escape), ("tab", .tab), ("shift-tab", .backTab),
    ("backspace", .backspace), ("del", .delete), ("up", .up), ("down", .down), ("left", .left),
    ("right", .right), ("pgup", .pageUp), ("pgdn", .pageDown), ("home", .home), ("end", .end),
    ("unknown", .unknown),
  ]
}
