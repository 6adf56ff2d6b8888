import TokenCore

/// An order that somebody outside the world gives: a key in the lab, a line in a scenario file.
public enum Command: Hashable, Sendable {
  // The person and their client.
  case signIn(DeviceID)
  case callAPI(DeviceID)
  /// A call that takes the scope `admin`.
  case callAdminAPI(DeviceID)
  /// A call to one of several resource servers.
  case callServer(DeviceID, ResourceServerID)
  case refresh(DeviceID)
  /// Another tab of the application refreshes too, with the storage that all tabs share.
  case refreshInAnotherTab(DeviceID)
  case logOut(DeviceID)
  /// The app is closed after the next token response arrives and before it is stored.
  case restartBeforeStoring(DeviceID)
  // The network, for the next token request of a device.
  /// The next token response to this device never arrives.
  case dropNextResponse(DeviceID)
  case dropNextRequest(DeviceID)
  case duplicateNextRequest(DeviceID)
  case delayNextRequest(DeviceID, by: TimeSpan)
  case delayNextResponse(DeviceID, by: TimeSpan)
  // The network, message by message.
  case wire(WireOrder)
  // Acts at the server.
  case changePassword(UserID, revoking: Bool)
  case disableAccount(UserID)
  case setRole(UserID, isAdmin: Bool)
  case rotateSigningKey
  case withdrawSigningKeys
  // The attacker.
  case stealAccessToken(DeviceID)
  case stealRefreshToken(DeviceID)
  case stealStorage(DeviceID)
  /// A refresh token that the client has used already, as out of a log.
  case stealSpentRefreshToken(DeviceID)
  case stealDatabase
  case stealSigningKey
  case clearStorage(DeviceID)
  case attackerCallsAPI
  /// Replays the newest access token at one of several resource servers.
  case attackerCallsServer(ResourceServerID)
  case attackerRefreshes
  /// Presents the newest access token for re-issue.
  case attackerReissues
  /// Presents the newest refresh token to the API as if it were an access token.
  case attackerPresentsRefreshToken
  /// Refreshes from inside the device, where its key signs for whoever is there.
  case attackerRefreshesOnDevice(DeviceID)
  /// Presents another refresh token than the newest.
  case attackerRefreshesWith(HeldRefreshToken)
  /// Signs itself in from inside the device, with the session that the person has at the server.
  case attackerStartsFlow(DeviceID)
  /// Calls the API with a token signed by the stolen key, in the name of a user.
  case attackerForges(UserID)
  /// The same for a call that takes the scope `admin`.
  case attackerForgesAdmin(UserID)
  /// Calls the API with this text as the token, whatever it is: at most 16 KiB are sent.
  case attackerCallsWith(String)
  // Anybody.
  case request(ExplicitRequest)
}
