import TokenCore

/// What changed for the attacker.
public enum AttackerEvent: Hashable, Sendable {
  /// Copies were taken from a device; the device still has its own.
  case stole(AccessTokenID?, RefreshTokenID?, from: DeviceID)
  /// The cookie of the browser's session was copied; the browser still has it.
  case stoleCookie(SSOSessionID?, from: DeviceID)
  /// The cookie of the session at the application's own server was copied; the browser still has it.
  case stoleBackendCookie(from: DeviceID)
  /// A sign-in of its own is under way inside the device.
  case startedFlow(on: DeviceID)
  /// A page of another site had the device's browser call the API; the answer is the browser's.
  case rode(on: DeviceID, ResourcePath)
  /// A sign-in of its own is under way with a stolen cookie.
  case startedFlowElsewhere(SSOSessionID?)
  /// A server gave tokens, for a stolen one or for a code.
  case obtained(AccessTokenID?, RefreshTokenID?)
  /// The server's rows were copied: so many digests, and the tokens that lay there in clear.
  case stoleDatabase(digests: Int, clear: Int)
  /// So many proofs were made inside a device with its key, for moments to come, and taken away.
  case preparedProofs(Int, on: DeviceID)
  /// The server's signing key was copied: tokens can be forged from now on.
  case stoleSigningKey(keyID: String)
  /// An API's key set was copied: shared secrets sign, so that tokens can be forged from now on; public
  /// keys do not.
  case copiedKeySet(of: ResourceServerID, keyIDs: [String], signs: Bool)
  /// The device's storage was emptied, so that its owner cannot collide with the thief.
  case clearedStorage(of: DeviceID)
}

/// What the attacker asks the world to do for it.
enum AttackerDirective: Hashable, Sendable {
  /// Send a request under the attacker's own number. One that is sent from inside a device carries a
  /// proof by the device's key, where it has one; otherwise by the attacker's own.
  case send(Payload, to: Party, request: Int, from: DeviceID? = nil)
  /// Have a device's browser send a call.
  case ride(ResourceRequest, on: DeviceID)
  /// Let the plan go on after so long.
  case setTimer(after: TimeSpan)
  /// Empty the device's storage.
  case clearStorage(of: DeviceID)
  /// Write something down in the trace.
  case note(AttackerEvent)
}
