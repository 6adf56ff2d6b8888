import TokenCore

extension World {
  /// A person uses the application, as their activity says: opens the browser if it is closed,
  /// makes a call, or first a new sign-in, and renews if they are warned of the end.
  mutating func personActs(at device: DeviceID, _ trace: inout Trace) {
    scheduleActivity(of: device, after: now)
    if clients[device.index].isClosed {
      carryOut(clients[device.index].openBrowser(), of: device, because: nil, &trace)
    }
    if clients[device.index].isSignedOut { return considerSigningIn(device) }
    for tab in 0..<clients[device.index].tabs {
      let directives = clients[device.index].callAPI(tab: tab, at: now)
      carryOut(directives, of: device, because: nil, &trace)
    }
    if clients[device.index].isWarning(at: now) {
      carryOut(clients[device.index].refresh(), of: device, because: nil, &trace)
    }
  }

  mutating func scheduleActivity(of device: DeviceID, after instant: Instant) {
    let activity = setting.devices[device.index].activity
    guard let next = activity.next(after: instant) else { return }
    queue.insert(.personActs(device), at: next)
  }

  /// A person who is there, did not log out, and is minded to, will sign in again in a while.
  mutating func considerSigningIn(_ device: DeviceID) {
    let activity = setting.devices[device.index].activity
    guard clients[device.index].wasSignedOut, !willSignIn[device.index],
      let delay = activity.signsInAgainAfter, activity.isPresent(at: now)
    else { return }
    willSignIn[device.index] = true
    queue.insert(.personSignsIn(device), at: now + delay)
  }

  /// The while is over: whoever is still there and still signed out signs in.
  mutating func personSignsIn(at device: DeviceID, _ trace: inout Trace) {
    willSignIn[device.index] = false
    let activity = setting.devices[device.index].activity
    guard clients[device.index].wasSignedOut, activity.isPresent(at: now) else { return }
    signIn(device, because: nil, &trace)
  }

  mutating func signIn(_ device: DeviceID, because cause: Int?, _ trace: inout Trace) {
    let directives = clients[device.index].signIn(using: &random.clients, cryptography)
    carryOut(directives, of: device, because: cause, &trace)
  }
}
