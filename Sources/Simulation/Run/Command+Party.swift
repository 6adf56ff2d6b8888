import TokenCore

extension Command {
  /// The device that it is about; nil for what happens elsewhere.
  public var device: DeviceID? {
    switch self {
    case .signIn(let device), .callAPI(let device), .callAdminAPI(let device),
      .refresh(let device), .refreshInAnotherTab(let device), .logOut(let device),
      .restartBeforeStoring(let device),
      .dropNextResponse(let device), .dropNextRequest(let device),
      .duplicateNextRequest(let device), .delayNextRequest(let device, _),
      .delayNextResponse(let device, _), .stealAccessToken(let device),
      .stealRefreshToken(let device), .stealStorage(let device),
      .stealSpentRefreshToken(let device), .clearStorage(let device),
      .attackerRefreshesOnDevice(let device), .attackerStartsFlow(let device),
      .callServer(let device, _):
      device
    case .wire(let order): order.device
    case .changePassword, .disableAccount, .setRole, .rotateSigningKey, .withdrawSigningKeys,
      .stealDatabase, .stealSigningKey, .attackerCallsAPI, .attackerRefreshes,
      .attackerReissues, .attackerPresentsRefreshToken, .attackerForges, .attackerForgesAdmin,
      .attackerCallsWith,
      .attackerRefreshesWith, .attackerCallsServer, .request:
      nil
    }
  }

  /// The user that it is about; nil for what concerns no account.
  public var user: UserID? {
    switch self {
    case .changePassword(let user, _), .disableAccount(let user), .setRole(let user, _),
      .attackerForges(let user), .attackerForgesAdmin(let user):
      user
    default: nil
    }
  }

  /// Whose act it is. What is done to accounts and keys is done at the authorization server.
  public var party: Party {
    switch self {
    case .signIn(let device), .callAPI(let device), .callAdminAPI(let device),
      .refresh(let device), .refreshInAnotherTab(let device), .logOut(let device),
      .restartBeforeStoring(let device),
      .dropNextResponse(let device), .dropNextRequest(let device),
      .duplicateNextRequest(let device), .delayNextRequest(let device, _),
      .delayNextResponse(let device, _), .callServer(let device, _):
      .client(device)
    case .changePassword, .disableAccount, .setRole, .rotateSigningKey, .withdrawSigningKeys:
      .authorizationServer
    case .stealAccessToken, .stealRefreshToken, .stealStorage, .stealSpentRefreshToken,
      .stealDatabase, .stealSigningKey, .clearStorage, .attackerCallsAPI, .attackerRefreshes,
      .attackerReissues, .attackerPresentsRefreshToken, .attackerRefreshesOnDevice,
      .attackerForges, .attackerForgesAdmin, .attackerCallsWith, .attackerRefreshesWith,
      .attackerStartsFlow,
      .attackerCallsServer:
      .attacker
    case .wire(let order): order.party
    case .request: .visitor
    }
  }
}
