/// How a server came to its answer: the questions in order, and the refusal if one of them failed.
public struct Decision: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    public let check: Check
    public let passed: Bool
    public let facts: [Fact]
  }

  public private(set) var lines: [Line] = []
  public private(set) var denial: Denial?

  public init() {}

  public var isAccepted: Bool { denial == nil }

  /// Notes a passed check; `facts` say what was compared.
  public mutating func pass(_ check: Check, _ facts: [Fact] = []) {
    lines.append(Line(check: check, passed: true, facts: facts))
  }

  /// Notes the check that failed; it is the last line.
  public mutating func fail(_ check: Check, _ denial: Denial) {
    lines.append(Line(check: check, passed: false, facts: denial.facts))
    self.denial = denial
  }
}

/// What a server gives back for one request: the answer for the wire, how it was reached, what
/// changed on the server, and what it cost.
public struct Answer<Response: Hashable & Sendable>: Equatable, Sendable {
  public let response: Response
  public let decision: Decision
  public let events: [ServerEvent]
  public let cost: StoreCost

  public init(
    response: Response, decision: Decision, events: [ServerEvent] = [], cost: StoreCost = .none
  ) {
    self.response = response
    self.decision = decision
    self.events = events
    self.cost = cost
  }
}

/// Row reads and writes that one request cost the server's store.
public struct StoreCost: Hashable, Sendable {
  public var reads: Int
  public var writes: Int

  public init(reads: Int, writes: Int) {
    self.reads = reads
    self.writes = writes
  }

  public static let none = StoreCost(reads: 0, writes: 0)
}
