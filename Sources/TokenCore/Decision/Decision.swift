/// How a server came to its answer: the questions in order, and the refusal if one of them failed.
public struct Decision: Hashable, Sendable {
  /// One question with its answer.
  public struct Line: Hashable, Sendable {
    /// What was asked.
    public let check: Check
    /// Whether the request may go on.
    public let passed: Bool
    /// What was compared.
    public let facts: [Fact]
  }

  /// In the order in which they were asked; nothing is asked after a failure.
  public private(set) var lines: [Line] = []
  /// The refusal; nil where every question passed.
  public private(set) var denial: Denial?

  /// Nothing asked yet.
  public init() {}

  /// Whether no question has failed.
  public var isAccepted: Bool { denial == nil }

  /// The check that failed; nil where none did.
  public var failed: Check? { isAccepted ? nil : lines.last?.check }

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
  /// What goes over the wire.
  public let response: Response
  /// How it was reached.
  public let decision: Decision
  /// What changed or was noticed, in order.
  public let events: [ServerEvent]
  /// What it cost the server's store.
  public let cost: StoreCost

  /// An answer as a server gives it.
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
  /// Rows looked up.
  public var reads: Int
  /// Rows written.
  public var writes: Int

  /// That many of each.
  public init(reads: Int, writes: Int) {
    self.reads = reads
    self.writes = writes
  }

  /// No row touched.
  public static let none = StoreCost(reads: 0, writes: 0)
}
