import TokenCore

/// A request as a server answered it: what came, what went back, how the answer was reached and what
/// it cost.
public struct Exchange: Hashable, Sendable {
  /// Who asked.
  public let from: Party
  /// When the request was sent.
  public let sentAt: Instant
  /// What was asked.
  public let request: Payload
  /// What went back.
  public let response: Payload
  /// How the answer was reached.
  public let decision: Decision
  /// What it cost the authorization server's store.
  public let cost: StoreCost
  /// What was decided, where the request was granted; nil for a refusal.
  public let grounds: Grounds?

  init(
    from: Party, sentAt: Instant, request: Payload, response: Payload, decision: Decision,
    cost: StoreCost, events: [ServerEvent] = []
  ) {
    self.from = from
    self.sentAt = sentAt
    self.request = request
    self.response = response
    self.decision = decision
    self.cost = cost
    grounds = Grounds(request, response, decision, events)
  }

  /// What whoever asked was told of a refusal; nil on success, and for a cookie, which no RFC has
  /// error codes for.
  public var error: ErrorCode? {
    if case .resourceResponse(let response) = response {
      response.error
    } else {
      decision.denial?.error
    }
  }

  /// The HTTP status of the answer.
  public var status: Int { response.status ?? 0 }
}
