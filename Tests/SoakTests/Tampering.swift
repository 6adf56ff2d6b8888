import Soak

@testable import Simulation

/// One thing changed in a step that was honest, and what that has to break.
struct Tampering {
  /// The last such step of the story is meant.
  enum Place {
    /// A server refused something.
    case refusal
    /// A refresh token was spent.
    case rotation
    /// A family was revoked.
    case revocation
    /// A client sent a call.
    case call
    /// A client sent a token request.
    case tokenRequest
    /// A client stored what it was given.
    case storing
    /// A code was exchanged.
    case signIn
    /// A key was withdrawn.
    case withdrawal
    /// Somebody sent nonsense to the API, which changes nothing.
    case nonsense
    /// Nothing was left in the trace.
    case silence
  }

  let story: Story
  let place: Place
  /// Invariants that say the same of such a step from another side, and so break with it.
  var others: Set<Invariant> = []
  let change: (inout DoctoredStep) -> Void

  init(
    _ story: Story = Story(), at place: Place, breaking others: Set<Invariant> = [],
    _ change: @escaping (inout DoctoredStep) -> Void
  ) {
    self.story = story
    self.place = place
    self.others = others
    self.change = change
  }

  /// A refusal is turned into an answer.
  static func serving(_ story: Story, breaking others: Set<Invariant> = []) -> Tampering {
    Tampering(story, at: .refusal, breaking: others) { $0.serve() }
  }

  /// The step as it was.
  var honestStep: DoctoredStep? { story.lastStep(where: place.holds) }
}

extension Tampering.Place {
  func holds(_ events: ArraySlice<TraceEvent>) -> Bool {
    self == .silence ? events.isEmpty : events.contains { isMarked(by: $0.kind) }
  }

  private func isMarked(by kind: TraceEvent.Kind) -> Bool {
    switch (self, kind) {
    case (.refusal, .answered(let exchange)): !exchange.decision.isAccepted || isDead(exchange)
    case (.rotation, .server(.refreshTokenSpent)), (.revocation, .server(.familyRevoked)),
      (.storing, .client(.storedTokens)), (.signIn, .server(.familyStarted)),
      (.withdrawal, .server(.signingKeyWithdrawn)),
      (.nonsense, .commanded(.attacker(.callWith))):
      true
    case (.call, .sent(let message)): message.payload.isCall && message.isClients
    case (.tokenRequest, .sent(let message)): message.payload.isTokenRequest && message.isClients
    default: false
    }
  }

  /// An introspection refuses nobody: it calls the token inactive.
  private func isDead(_ exchange: Exchange) -> Bool {
    exchange.response == .introspectionResponse(.inactive)
  }
}

extension Message {
  fileprivate var isClients: Bool { if case .client = from { true } else { false } }
}
