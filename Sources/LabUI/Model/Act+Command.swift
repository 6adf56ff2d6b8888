import Simulation
import TokenCore

extension Act {
  /// The order that the act gives to the world, if it is one: about the focused device and its person.
  func command(in model: LabModel) -> Command? {
    let device = model.device
    switch group {
    case .client: return clientCommand(device)
    case .attacker: return attackerCommand(device, model)
    case .server:
      return model.setting.user(named: model.client.person).flatMap { user in
        serverCommand(user, isAdmin: model.world.authorizationServer.user(user).isAdmin)
      }
    case .wire: return wireCommand(model)
    case .time, .branches, .looking, .program: return nil
    }
  }

  private func clientCommand(_ device: DeviceID) -> Command? {
    switch self {
    case .signIn: .signIn(device)
    case .callAPI: .callAPI(device)
    case .callAdminAPI: .callAdminAPI(device)
    case .callOtherServer: .callServer(device, Self.otherServer)
    case .refresh: .refresh(device)
    case .refreshInAnotherTab: .refreshInAnotherTab(device)
    case .logOut: .logOut(device)
    case .restartBeforeStoring: .restartBeforeStoring(device)
    case .dropNextResponse: .dropNextResponse(device)
    case .loseNextRequest: .dropNextRequest(device)
    case .duplicateNextRequest: .duplicateNextRequest(device)
    case .delayNextRequest: .delayNextRequest(device, by: Self.delay)
    case .delayNextResponse: .delayNextResponse(device, by: Self.delay)
    default: nil
    }
  }

  /// Longer than a client waits for an answer, so that it tries again meanwhile.
  private static let delay = TimeSpan.seconds(10)

  private static let otherServer = ResourceServerID(index: 1)

  private func serverCommand(_ user: UserID, isAdmin: Bool) -> Command? {
    switch self {
    case .changePassword: .changePassword(user, revoking: false)
    case .changePasswordAndRevoke: .changePassword(user, revoking: true)
    case .disableAccount: .disableAccount(user)
    case .changeRole: .setRole(user, isAdmin: !isAdmin)
    case .rotateSigningKey: .rotateSigningKey
    case .withdrawSigningKeys: .withdrawSigningKeys
    default: nil
    }
  }

  private func attackerCommand(_ device: DeviceID, _ model: LabModel) -> Command? {
    switch self {
    case .stealRefreshToken: .stealRefreshToken(device)
    case .stealAccessToken: .stealAccessToken(device)
    case .stealStorage: .stealStorage(device)
    case .stealSpentToken: .stealSpentRefreshToken(device)
    case .stealDatabase: .stealDatabase
    case .stealSigningKey: .stealSigningKey
    case .clearStorage: .clearStorage(device)
    case .attackerRefreshes: .attackerRefreshes
    case .attackerCallsAPI: .attackerCallsAPI
    case .attackerReissues: .attackerReissues
    case .attackerPresentsRefreshToken: .attackerPresentsRefreshToken
    case .attackerRefreshesOnDevice: .attackerRefreshesOnDevice(device)
    case .attackerCallsOtherServer: .attackerCallsServer(Self.otherServer)
    case .attackerUsesOldest: .attackerRefreshesWith(.oldest)
    case .attackerUsesSpent: .attackerRefreshesWith(.spent)
    case .attackerStartsFlow: .attackerStartsFlow(device)
    case .attackerForges:
      model.setting.user(named: model.client.person).map(Command.attackerForges)
    case .attackerForgesAdmin:
      model.setting.user(named: model.client.person).map(Command.attackerForgesAdmin)
    default: nil
    }
  }
}
