/// A reuse interval: for so long after a token was spent, presenting it again is taken for a retry.
public struct GraceWindow: Hashable, Codable, Sendable {
  /// Above zero. Inside the window means: presented before `anchor + length`, not at it.
  public var length: TimeSpan
  /// What a retry is given.
  public var answer: GraceAnswer
  /// Which spent tokens it is for.
  public var reach: GraceReach
  /// What starts it.
  public var anchor: GraceAnchor
  /// How many retries each spent token has, one or more; nil for any number.
  public var times: Int?

  /// A window for the token just before the current one, counted from its first use, unless said
  /// otherwise.
  public init(
    length: TimeSpan, answer: GraceAnswer, reach: GraceReach = .immediatePredecessor,
    anchor: GraceAnchor = .firstUse, times: Int? = nil
  ) {
    self.length = length
    self.answer = answer
    self.reach = reach
    self.anchor = anchor
    self.times = times
  }
}
