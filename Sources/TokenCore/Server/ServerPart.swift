/// A part of the authorization server that can fail, by command.
public enum ServerPart: String, Hashable, CaseIterable, Codable, Sendable {
  /// The introspection endpoint is down, until it is up again.
  case introspection
  /// The store loses the next request's write: of a request at the token or the revocation endpoint
  /// that would change a row nothing is kept, and then the store is sound again.
  case store
}

extension AuthorizationServer {
  /// Whether that part has failed and not been mended.
  public func isBroken(_ part: ServerPart) -> Bool { broken.contains(part) }

  /// The part fails from now on.
  public mutating func breakDown(_ part: ServerPart) -> [ServerEvent] {
    change(.partBroke(part))
    return [.partBroke(part)]
  }

  /// The part works again.
  public mutating func mend(_ part: ServerPart) -> [ServerEvent] {
    change(.partMended(part))
    return [.partMended(part)]
  }

  /// Lets a request be answered whose changes the store may lose. What would have been written is
  /// gone then, an alarm too, and whoever asked is told nothing of the token: 503 without an error
  /// code, since RFC 6749 §5.2 has none for it and `server_error` is for redirects (§4.1.2.1).
  mutating func storing<Response>(
    failing unavailable: Response, _ act: (inout AuthorizationServer) -> Answer<Response>
  ) -> Answer<Response> {
    guard isBroken(.store) else { return act(&self) }
    var attempt = self
    let answer = act(&attempt)
    guard answer.cost.writes > 0 else {
      self = attempt
      return answer
    }
    return Answer(
      response: unavailable, decision: answer.decision.unwritten, events: mend(.store),
      cost: StoreCost(reads: answer.cost.reads, writes: 0))
  }
}

extension Decision {
  /// The same up to where something was to be written.
  fileprivate var unwritten: Decision {
    var decision = Decision()
    for line in lines where line.passed { decision.pass(line.check, line.facts) }
    let unsaid = denial.map { [Fact(.insteadOf, .text($0.reason.words))] } ?? []
    decision.fail(.changeStored, Denial(.writeFailed, unsaid))
    return decision
  }
}
