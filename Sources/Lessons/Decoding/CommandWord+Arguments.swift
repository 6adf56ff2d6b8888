import Simulation
import TokenCore

extension CommandWord {
  /// The keys that a line with this command takes beside `do`.
  var arguments: [ScriptKey] {
    switch self {
    case .signIn, .callAPI, .callAdminAPI, .refresh, .refreshInAnotherTab, .logOut,
      .restartBeforeStoring, .holdNextRequest, .holdNextResponse,
      .dropNextResponse, .dropNextRequest, .duplicateNextRequest, .stealAccessToken,
      .stealRefreshToken, .stealStorage, .stealSpentRefreshToken, .clearStorage,
      .attackerRefreshesOnDevice, .attackerStartsFlow:
      [.device]
    case .callServer: [.device, .server]
    case .attackerCallsServer: [.server]
    case .attackerRefreshesWith: [.token]
    case .delayNextRequest, .delayNextResponse: [.device, .by]
    case .holdMessage, .releaseMessage, .dropMessage, .duplicateMessage, .deliverMessage:
      [.message]
    case .swapMessages: [.message, .with]
    case .changePassword: [.person, .revoking]
    case .setRole: [.person, .admin]
    case .attackerCallsWith: [.text]
    case .disableAccount, .attackerForges, .attackerForgesAdmin: [.person]
    case .rotateSigningKey, .withdrawSigningKeys, .stealDatabase, .stealSigningKey,
      .attackerCallsAPI, .attackerRefreshes, .attackerReissues, .attackerPresentsRefreshToken,
      .holdAttackersNextRequest, .holdAttackersNextResponse, .releaseNextMessage:
      []
    case .request: [.endpoint, .server, .parameters, .basic]
    }
  }

  /// The command, with its arguments.
  func command(_ arguments: CommandArguments) throws(ScenarioError) -> Command {
    switch self {
    case .signIn: .signIn(try arguments.device())
    case .callAPI: .callAPI(try arguments.device())
    case .callAdminAPI: .callAdminAPI(try arguments.device())
    case .callServer: .callServer(try arguments.device(), try arguments.server())
    case .refresh: .refresh(try arguments.device())
    case .refreshInAnotherTab: .refreshInAnotherTab(try arguments.device())
    case .logOut: .logOut(try arguments.device())
    case .restartBeforeStoring: .restartBeforeStoring(try arguments.device())
    case .dropNextResponse: .dropNextResponse(try arguments.device())
    case .dropNextRequest: .dropNextRequest(try arguments.device())
    case .duplicateNextRequest: .duplicateNextRequest(try arguments.device())
    case .delayNextRequest: .delayNextRequest(try arguments.device(), by: try arguments.delay())
    case .delayNextResponse: .delayNextResponse(try arguments.device(), by: try arguments.delay())
    case .holdNextRequest: .wire(.holdNextRequest(try arguments.device()))
    case .holdNextResponse: .wire(.holdNextResponse(try arguments.device()))
    case .holdAttackersNextRequest: .wire(.holdAttackersNextRequest)
    case .holdAttackersNextResponse: .wire(.holdAttackersNextResponse)
    case .holdMessage: .wire(.hold(try arguments.message(.message)))
    case .releaseMessage: .wire(.release(try arguments.message(.message)))
    case .releaseNextMessage: .wire(.releaseNext)
    case .dropMessage: .wire(.drop(try arguments.message(.message)))
    case .duplicateMessage: .wire(.duplicate(try arguments.message(.message)))
    case .deliverMessage: .wire(.deliverNow(try arguments.message(.message)))
    case .swapMessages:
      .wire(.swap(try arguments.message(.message), try arguments.message(.with)))
    case .changePassword:
      .changePassword(try arguments.person(), revoking: try arguments.flag(.revoking))
    case .disableAccount: .disableAccount(try arguments.person())
    case .setRole: .setRole(try arguments.person(), isAdmin: try arguments.flag(.admin))
    case .rotateSigningKey: .rotateSigningKey
    case .withdrawSigningKeys: .withdrawSigningKeys
    case .stealAccessToken: .stealAccessToken(try arguments.device())
    case .stealRefreshToken: .stealRefreshToken(try arguments.device())
    case .stealStorage: .stealStorage(try arguments.device())
    case .stealSpentRefreshToken: .stealSpentRefreshToken(try arguments.device())
    case .stealDatabase: .stealDatabase
    case .stealSigningKey: .stealSigningKey
    case .clearStorage: .clearStorage(try arguments.device())
    case .attackerCallsAPI: .attackerCallsAPI
    case .attackerCallsServer: .attackerCallsServer(try arguments.server())
    case .attackerRefreshes: .attackerRefreshes
    case .attackerReissues: .attackerReissues
    case .attackerPresentsRefreshToken: .attackerPresentsRefreshToken
    case .attackerRefreshesOnDevice: .attackerRefreshesOnDevice(try arguments.device())
    case .attackerRefreshesWith: .attackerRefreshesWith(try arguments.heldRefreshToken())
    case .attackerStartsFlow: .attackerStartsFlow(try arguments.device())
    case .attackerForges: .attackerForges(try arguments.person())
    case .attackerForgesAdmin: .attackerForgesAdmin(try arguments.person())
    case .attackerCallsWith: .attackerCallsWith(try arguments.tokenText())
    case .request: .request(try arguments.request())
    }
  }
}
