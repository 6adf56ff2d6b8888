import TokenCore

/// Everything that is state counts, down to the random streams and the turns in the queue: from two
/// equal worlds the same commands lead to the same trace. The cryptography does not; it has no state.
extension World: Equatable {
  /// Everything but the cryptography.
  public static func == (left: World, right: World) -> Bool {
    left.setting == right.setting
      && left.now == right.now
      && left.authorizationServer == right.authorizationServer
      && left.resourceServers == right.resourceServers
      && left.clients == right.clients
      && left.attacker == right.attacker
      && left.faults == right.faults
      && left.heldMessages == right.heldMessages
      && left.random == right.random
      && left.queue == right.queue
      && left.nextMessage == right.nextMessage
      && left.inFlight == right.inFlight
      && left.captures == right.captures
      && left.visitor == right.visitor
      && left.visits == right.visits
      && left.willSignIn == right.willSignIn
  }
}
