/// What the authorization server pushes to it, as a receiver of shared signals.
extension ResourceServer {
  /// Takes an event, and refuses tokens of its session from now on. It may come twice.
  public mutating func receive(
    _ event: SecurityEvent, at now: Instant
  ) -> Answer<SecurityEventReceipt> {
    var decision = Decision()
    decision.pass(.audienceIsUs, [Fact(.family, .family(event.family))])
    if endedSessions[event.sessionID] == nil { endedSessions[event.sessionID] = now }
    return Answer(
      response: SecurityEventReceipt(status: 202, host: event.host), decision: decision)
  }

  /// Whether it has heard that the token's session was revoked. It asks nobody.
  func checkSignals(_ visit: consuming ResourceVisit) -> ResourceStep {
    guard let session = visit.claims?.sessionID else {
      visit.decision.fail(.sessionUnrevoked, Denial(.sessionUnnamed))
      return visit.answered
    }
    let named = Fact(.sessionID, .text(session))
    if let heard = endedSessions[session] {
      let facts = [named, Fact(.heardAt, .instant(heard)), Fact(.now, .instant(visit.now))]
      visit.decision.fail(.sessionUnrevoked, Denial(.sessionSignalled, facts))
      return visit.answered
    }
    visit.decision.pass(.sessionUnrevoked, [named])
    return checkScope(visit)
  }
}
