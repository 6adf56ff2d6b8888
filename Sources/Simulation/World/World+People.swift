import TokenCore

extension World {
  /// A person uses the application, as their activity says.
  mutating func personActs(at device: DeviceID, _ trace: inout Trace) {
    scheduleActivity(of: device, after: now)
    guard !clients[device.index].isSignedOut else { return }
    let directives = clients[device.index].callAPI(at: now)
    carryOut(directives, of: device, because: nil, &trace)
  }

  mutating func scheduleActivity(of device: DeviceID, after instant: Instant) {
    let activity = setting.devices[device.index].activity
    guard let next = activity.next(after: instant) else { return }
    queue.insert(.personActs(device), at: next)
  }

  /// A person who is there and minded to will sign in again.
  mutating func signedOut(_ device: DeviceID, _ cause: SignOutCause) {
    let activity = setting.devices[device.index].activity
    guard cause != .loggedOut, let delay = activity.signsInAgainAfter,
      activity.isPresent(at: now)
    else { return }
    queue.insert(.personSignsIn(device), at: now + delay)
  }

  mutating func signIn(_ device: DeviceID, because cause: Int?, _ trace: inout Trace) {
    let directives = clients[device.index].signIn(using: &random.clients, cryptography)
    carryOut(directives, of: device, because: cause, &trace)
  }
}
