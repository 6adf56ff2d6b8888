import TokenCore

/// What the attacker does.
public enum AttackerOrder: Hashable, Sendable {
  /// Copies the access token on a device; the device keeps its own.
  case stealAccessToken(DeviceID)
  /// Copies the refresh token on a device.
  case stealRefreshToken(DeviceID)
  /// Copies both.
  case stealStorage(DeviceID)
  /// A refresh token that the client has used already, as out of a log.
  case stealSpentRefreshToken(DeviceID)
  /// Copies the server's rows: digests, and what lies there in clear.
  case stealDatabase
  /// Copies the server's signing key.
  case stealSigningKey
  /// Copies the keys that an API verifies with, as somebody inside it can.
  case copyKeySet(ResourceServerID)
  /// Empties the storage of a device, so that its owner cannot collide with the thief.
  case clearStorage(DeviceID)
  /// Replays the newest access token.
  case callAPI
  /// Replays it at one of several resource servers.
  case callServer(ResourceServerID)
  /// Presents the newest refresh token.
  case refresh
  /// Presents the newest access token for re-issue.
  case reissue
  /// Presents the newest access token at the token endpoint as if it were a refresh token.
  case refreshWithAccessToken
  /// Presents the newest refresh token to the API as if it were an access token.
  case presentRefreshToken
  /// Refreshes from inside the device, where its key signs for whoever is there.
  case refreshOnDevice(DeviceID)
  /// Calls the API from inside the device, where its key signs for whoever is there.
  case callOnDevice(DeviceID)
  /// Makes proofs with the device's key for each minute of that length of time from now on, and takes
  /// them away: the next requests from outside use them up.
  case prepareProofs(DeviceID, for: TimeSpan)
  /// Presents another refresh token than the newest.
  case refreshWith(HeldRefreshToken)
  /// Signs itself in from inside the device, with the session that the person has at the server.
  case startFlow(DeviceID)
  /// Copies the cookie of the session that the browser on the device has at the server.
  case stealCookie(DeviceID)
  /// Signs itself in from elsewhere, with the newest cookie that it holds.
  case startFlowElsewhere
  /// Calls the API with a token signed by the stolen key, in the name of a user.
  case forge(UserID)
  /// The same for a call that takes the scope `admin`.
  case forgeAdmin(UserID)
  /// Calls the API with this text as the token, whatever it is: at most 16 KiB are sent.
  case callWith(String)
  /// Has a page of another site, open in the device's browser, post a form to the API.
  case postFromOtherSite(DeviceID)
  /// The same with a link that the person follows.
  case linkFromOtherSite(DeviceID)
}

extension AttackerOrder {
  /// The device that it is about; nil for what needs none.
  var device: DeviceID? {
    switch self {
    case .stealAccessToken(let device), .stealRefreshToken(let device), .stealStorage(let device),
      .stealSpentRefreshToken(let device), .stealCookie(let device), .clearStorage(let device),
      .refreshOnDevice(let device), .callOnDevice(let device), .prepareProofs(let device, _),
      .startFlow(let device), .postFromOtherSite(let device), .linkFromOtherSite(let device):
      device
    case .stealDatabase, .stealSigningKey, .copyKeySet, .callAPI, .callServer, .refresh, .reissue,
      .presentRefreshToken, .refreshWithAccessToken, .refreshWith, .startFlowElsewhere, .forge,
      .forgeAdmin, .callWith:
      nil
    }
  }

  /// The user in whose name a token is forged.
  var user: UserID? {
    switch self {
    case .forge(let user), .forgeAdmin(let user): user
    case .stealAccessToken, .stealRefreshToken, .stealStorage, .stealSpentRefreshToken,
      .stealDatabase, .stealSigningKey, .copyKeySet, .clearStorage, .callAPI, .callServer, .refresh,
      .reissue, .presentRefreshToken, .refreshWithAccessToken, .refreshOnDevice, .callOnDevice,
      .prepareProofs, .refreshWith, .startFlow, .stealCookie, .startFlowElsewhere, .callWith,
      .postFromOtherSite, .linkFromOtherSite:
      nil
    }
  }
}
