/// What a cell means. A theme decides how that looks; whatever a role says is also said by a
/// character or a word, so that a screen without colour loses nothing.
public enum Role: UInt8, CaseIterable, Sendable {
  case text
  case strong
  case dim
  /// Box edges, axes, rules.
  case frame
  /// A pane's heading.
  case title
  /// A token that can be used now.
  case valid
  /// A token near its end.
  case expiring
  /// A token that is expired or spent.
  case ended
  /// Reuse and revocation.
  case danger
  /// The selected item.
  case focus
  /// A key in the key bar.
  case key
  /// The verdict banner once something is wrong.
  case alarm
  /// A calm line of guidance.
  case notice
}
