import TokenCore

/// Why a second tab, or a fault that waits for its message, would do nothing.
extension World {
  /// The tabs share what they store; whether they share a refresh is the guard's to say.
  func tabObstacle(_ device: DeviceID) -> String? {
    if let obstacle = renewalObstacle(device) { return obstacle }
    let client = clients[device.index]
    guard client.freeTab == nil else { return nil }
    return client.habit.guarding == .acrossTabs
      ? "the tabs of \(client.name) wait for the refresh that is in flight"
      : "\(Client.mostTabs) tabs of \(client.name) are refreshing already"
  }

  /// Whether an identical fault is already pending for the same message.
  func obstacle(to fault: NetworkFault) -> String? {
    guard faults.contains(fault) else { return nil }
    return "that awaits \(fault.device.map { clients[$0.index].name } ?? "the attacker") already"
  }
}
