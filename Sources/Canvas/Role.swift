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
  /// What is good, or can be used now.
  case valid
  /// What is near its end, or wants a second look.
  case expiring
  /// What is over.
  case ended
  /// What has gone wrong.
  case danger
  /// The selected item.
  case focus
  /// A key in the key bar.
  case key
  /// The banner that says that something has gone wrong.
  case alarm
  /// A calm line of guidance.
  case notice
}
