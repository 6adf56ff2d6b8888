import Simulation

/// What a step may not do to time and to the trace.
extension WorldStep {
  var fallenTime: String? {
    guard now >= before.now else { return "\(before.now) to \(now)" }
    return events.first { $0.at != now }.map { "event \($0.id) at \($0.at)" }
  }

  var lateCause: String? {
    events.first { event in
      guard let cause = event.cause else { return false }
      return cause >= event.id || trace.event(cause).at > event.at
    }
    .map { "event \($0.id)" }
  }

  /// What is due may change without a word, and with it where a plan stands.
  var silentChange: String? {
    guard events.isEmpty else { return nil }
    if serverChanged { return "the authorization server" }
    if before.resourceServers != after.resourceServers { return "the API" }
    if !after.attacker.isSame(besidesPlanStateAs: before.attacker) { return "the attacker" }
    if before.faults != after.faults || before.heldMessages != after.heldMessages {
      return "the network"
    }
    if before.random != after.random { return "the random streams" }
    return zip(before.clients, after.clients).first { $0 != $1 }.map(\.0.name)
  }
}
