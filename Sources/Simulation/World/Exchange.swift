import TokenCore

/// A request as a server answered it: what came, what went back, how the answer was reached and what
/// it cost.
public struct Exchange: Hashable, Sendable {
  public let from: Party
  public let sentAt: Instant
  public let request: Payload
  public let response: Payload
  public let decision: Decision
  public let cost: StoreCost

  public var status: Int { response.status ?? 0 }
}
