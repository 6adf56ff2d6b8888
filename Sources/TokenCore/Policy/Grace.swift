/// The reuse interval: how a spent refresh token that is presented again is handled, so that an honest
/// retry need not end a session. No RFC defines it; servers in the field do it in all of these shapes.
public enum Grace: Hashable, Codable, Sendable {
  case none
  case window(GraceWindow)
  /// No clock: the predecessor stays good until one of its successors is used.
  case untilSuccessorUsed
}

/// A reuse interval: for so long after a token was spent, presenting it again is taken for a retry.
public struct GraceWindow: Hashable, Codable, Sendable {
  /// Inside the window means: presented before `anchor + length`, not at it.
  public var length: TimeSpan
  public var answer: GraceAnswer
  public var reach: GraceReach
  public var anchor: GraceAnchor

  public init(
    length: TimeSpan, answer: GraceAnswer, reach: GraceReach = .immediatePredecessor,
    anchor: GraceAnchor = .firstUse
  ) {
    self.length = length
    self.answer = answer
    self.reach = reach
    self.anchor = anchor
  }
}

/// What a retry inside the window is given.
public enum GraceAnswer: String, Hashable, CaseIterable, Codable, Sendable {
  /// The successor that the first use gave: a retry changes nothing.
  case sameSuccessor = "same-successor"
  /// Another successor beside the first: the family branches.
  case newBranch = "new-branch"
  /// Another successor, and the first one dies unused.
  case reRotate = "re-rotate"
}

/// Which spent tokens the window is for.
public enum GraceReach: String, Hashable, CaseIterable, Codable, Sendable {
  /// Only the one whose successor has not been used yet.
  case immediatePredecessor = "immediate-predecessor"
  /// Any spent token inside its own window, grandparents included.
  case anyInItsWindow = "any-in-its-window"
}

/// What starts the window.
public enum GraceAnchor: String, Hashable, CaseIterable, Codable, Sendable {
  case firstUse = "first-use"
  /// A bug seen in the field: each retry restarts the window, so that it never closes.
  case lastUse = "last-use"
}
