/// For how long, and by what look at the records, an expired access token is exchanged for a new one.
public struct ReissuePolicy: Hashable, Codable, Sendable {
  /// Above zero, from the anchor.
  public var window: TimeSpan
  /// From when the window counts.
  public var anchor: ReissueAnchor
  /// Whether the user's row is read: without that nothing can refuse a re-issue, not even a changed
  /// password.
  public var looksAtUser: Bool
  /// Whether the record of the token itself is read, where there is one: what was struck off is
  /// exchanged for nothing.
  public var looksAtRecord: Bool

  /// Nothing has a usual value: each is the whole difference between two proposals.
  public init(
    window: TimeSpan, anchor: ReissueAnchor, looksAtUser: Bool, looksAtRecord: Bool = false
  ) {
    self.looksAtRecord = looksAtRecord
    self.window = window
    self.anchor = anchor
    self.looksAtUser = looksAtUser
  }
}
