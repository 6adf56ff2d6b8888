/// A named way to keep a user signed in: the server's policy, the client's habit, and where the idea
/// comes from. A strategy is data; the axes it stands on decide everything.
public struct Strategy: Hashable, Sendable {
  /// The name on the command line and in files, such as `rotation-strict`.
  public let id: String
  /// One sentence.
  public let summary: String
  /// Who proposes it.
  public let origin: String
  /// What the standards say against a claim that its source makes; nil where they agree.
  public let correction: String?
  /// The server's rules.
  public let policy: Policy
  /// When and how the client renews.
  public let habit: ClientHabit

  /// A strategy of your own; `policy.faults` says whether its policy can be.
  public init(
    id: String, summary: String, origin: String, correction: String? = nil, policy: Policy,
    habit: ClientHabit
  ) {
    self.id = id
    self.summary = summary
    self.origin = origin
    self.correction = correction
    self.policy = policy
    self.habit = habit
  }

  /// The shipped strategy of that name, if there is one.
  public static func named(_ id: String) -> Strategy? {
    catalogue.first { $0.id == id }
  }
}
