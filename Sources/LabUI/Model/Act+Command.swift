import Simulation
import TokenCore

extension Act {
  /// The order that the act gives to the world, if it is one: about the focused device and its person.
  func command(in model: LabModel) -> Command? {
    let device = model.device
    switch group {
    case .client: return clientCommand(device)
    case .attacker: return attackerOrder(device, model).map(Command.attacker)
    case .server:
      return model.setting.user(named: model.client.person).flatMap { user in
        serverOrder(user, isAdmin: model.world.authorizationServer.user(user).isAdmin)
      }.map(Command.administration)
    case .wire: return wireCommand(model)
    case .time, .branches, .looking, .program: return nil
    }
  }

  private func clientCommand(_ device: DeviceID) -> Command? {
    switch self {
    case .signIn: .client(device, .signIn)
    case .callAPI: .client(device, .callAPI)
    case .callAdminAPI: .client(device, .callAdminAPI)
    case .callOtherServer: .client(device, .callServer(Self.otherServer))
    case .refresh: .client(device, .refresh)
    case .refreshInAnotherTab: .client(device, .refreshInAnotherTab)
    case .logOut: .client(device, .logOut)
    case .restartBeforeStoring: .client(device, .restartBeforeStoring)
    case .dropNextResponse: .network(device, .dropNextResponse)
    case .loseNextRequest: .network(device, .dropNextRequest)
    case .duplicateNextRequest: .network(device, .duplicateNextRequest)
    case .delayNextRequest: .network(device, .delayNextRequest(by: Self.delay))
    case .delayNextResponse: .network(device, .delayNextResponse(by: Self.delay))
    default: nil
    }
  }

  /// Longer than a client waits for an answer, so that it tries again meanwhile.
  private static let delay = TimeSpan.seconds(10)

  private static let otherServer = ResourceServerID(index: 1)

  private func serverOrder(_ user: UserID, isAdmin: Bool) -> AdministrationOrder? {
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

  private func attackerOrder(_ device: DeviceID, _ model: LabModel) -> AttackerOrder? {
    switch self {
    case .stealRefreshToken: .stealRefreshToken(device)
    case .stealAccessToken: .stealAccessToken(device)
    case .stealStorage: .stealStorage(device)
    case .stealSpentToken: .stealSpentRefreshToken(device)
    case .stealDatabase: .stealDatabase
    case .stealSigningKey: .stealSigningKey
    case .clearStorage: .clearStorage(device)
    case .attackerRefreshes: .refresh
    case .attackerCallsAPI: .callAPI
    case .attackerReissues: .reissue
    case .attackerPresentsRefreshToken: .presentRefreshToken
    case .attackerRefreshesOnDevice: .refreshOnDevice(device)
    case .attackerCallsOtherServer: .callServer(Self.otherServer)
    case .attackerUsesOldest: .refreshWith(.oldest)
    case .attackerUsesSpent: .refreshWith(.spent)
    case .attackerStartsFlow: .startFlow(device)
    case .attackerForges:
      model.setting.user(named: model.client.person).map(AttackerOrder.forge)
    case .attackerForgesAdmin:
      model.setting.user(named: model.client.person).map(AttackerOrder.forgeAdmin)
    default: nil
    }
  }
}
