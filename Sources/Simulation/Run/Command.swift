import TokenCore

/// An order that somebody outside the world gives: a key in the lab, a line in a scenario file.
public enum Command: Hashable, Sendable {
  case signIn(DeviceID)
  case callAPI(DeviceID)
  case refresh(DeviceID)
  case logOut(DeviceID)
  case stealAccessToken(DeviceID)
  case stealRefreshToken(DeviceID)
  case stealStorage(DeviceID)
  case attackerCallsAPI
  case attackerRefreshes
  /// The next token response to this device never arrives.
  case dropNextResponse(DeviceID)
}
