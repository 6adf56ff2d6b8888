import TokenCore

/// The authorization server as a transmitter of shared signals: it tells each API what has ended.
extension World {
  /// Pushes what an API should know of a change. It is sent once: an event that is lost is not sent again
  /// (RFC 8935 §4 leaves that to the transmitter).
  mutating func signal(_ event: ServerEvent, because cause: Int, _ trace: inout Trace) {
    if case .familyRevoked(let id, _) = event { signal(id, because: cause, &trace) }
    guard case .policyChanged(let old, let new) = event, old.accessToken.check != .signals,
      new.accessToken.check == .signals
    else { return }
    for family in authorizationServer.families where isWorthTelling(family) {
      signal(family.id, because: cause, &trace)
    }
  }

  /// Whether tokens of a revoked family could still be served, because nobody was told of its end.
  private func isWorthTelling(_ family: TokenFamily) -> Bool {
    family.isRevoked
      && family.accessTokens.contains { now < authorizationServer.record(of: $0).expiresAt }
  }

  private mutating func signal(_ id: FamilyID, because cause: Int, _ trace: inout Trace) {
    for (index, server) in setting.resourceServers.enumerated() where server.isInAudience {
      let host = setting.host(of: ResourceServerID(index: index))
      let event = authorizationServer.securityEvent(
        on: id, to: server.audience, at: host, at: now)
      guard let event else { continue }
      send(
        .securityEvent(event), from: .authorizationServer, to: .resourceServer,
        request: id.index, because: cause, &trace)
    }
  }

  /// Lets the APIs have the events that are on their way and due by then: nobody has to do anything for
  /// that. Those that somebody holds stay where they are.
  mutating func deliverSignals(upTo instant: Instant) {
    for message in messagesInFlight where message.arrivesAt <= instant {
      guard case .securityEvent(let event) = message.payload else { continue }
      let index = setting.server(at: event.host).index
      _ = resourceServers[index].receive(event, at: message.arrivesAt)
    }
  }
}
