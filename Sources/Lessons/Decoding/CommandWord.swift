import Simulation

/// The name of each command in a scenario file. A new command is a new case here; the compiler then
/// asks for its arguments and its inverse.
public enum CommandWord: String, CaseIterable, Sendable {
  case signIn = "sign-in"
  case callAPI = "call-api"
  case callAdminAPI = "call-admin-api"
  case callServer = "call-server"
  case refresh
  case refreshInAnotherTab = "refresh-in-another-tab"
  case logOut = "log-out"
  case restartBeforeStoring = "restart-before-storing"
  case dropNextResponse = "drop-next-response"
  case dropNextRequest = "drop-next-request"
  case duplicateNextRequest = "duplicate-next-request"
  case delayNextRequest = "delay-next-request"
  case delayNextResponse = "delay-next-response"
  case holdNextRequest = "hold-next-request"
  case holdNextResponse = "hold-next-response"
  case holdAttackersNextRequest = "hold-attackers-next-request"
  case holdAttackersNextResponse = "hold-attackers-next-response"
  case holdMessage = "hold-message"
  case releaseMessage = "release-message"
  case releaseNextMessage = "release-next-message"
  case dropMessage = "drop-message"
  case duplicateMessage = "duplicate-message"
  case deliverMessage = "deliver-message"
  case swapMessages = "swap-messages"
  case changePassword = "change-password"
  case disableAccount = "disable-account"
  case setRole = "set-role"
  case rotateSigningKey = "rotate-signing-key"
  case withdrawSigningKeys = "withdraw-signing-keys"
  case stealAccessToken = "steal-access-token"
  case stealRefreshToken = "steal-refresh-token"
  case stealStorage = "steal-storage"
  case stealSpentRefreshToken = "steal-spent-refresh-token"
  case stealDatabase = "steal-database"
  case stealSigningKey = "steal-signing-key"
  case clearStorage = "clear-storage"
  case attackerCallsAPI = "attacker-calls-api"
  case attackerCallsServer = "attacker-calls-server"
  case attackerRefreshes = "attacker-refreshes"
  case attackerReissues = "attacker-reissues"
  case attackerPresentsRefreshToken = "attacker-presents-refresh-token"
  case attackerRefreshesOnDevice = "attacker-refreshes-on-device"
  case attackerRefreshesWith = "attacker-refreshes-with"
  case attackerStartsFlow = "attacker-starts-flow"
  case attackerForges = "attacker-forges"
  case attackerForgesAdmin = "attacker-forges-admin"
  case attackerCallsWith = "attacker-calls-with"
  case request
}

extension Command {
  /// The command's name in a scenario file.
  public var word: CommandWord {
    switch self {
    case .signIn: .signIn
    case .callAPI: .callAPI
    case .callAdminAPI: .callAdminAPI
    case .callServer: .callServer
    case .refresh: .refresh
    case .refreshInAnotherTab: .refreshInAnotherTab
    case .logOut: .logOut
    case .restartBeforeStoring: .restartBeforeStoring
    case .dropNextResponse: .dropNextResponse
    case .dropNextRequest: .dropNextRequest
    case .duplicateNextRequest: .duplicateNextRequest
    case .delayNextRequest: .delayNextRequest
    case .delayNextResponse: .delayNextResponse
    case .wire(let order): order.word
    case .changePassword: .changePassword
    case .disableAccount: .disableAccount
    case .setRole: .setRole
    case .rotateSigningKey: .rotateSigningKey
    case .withdrawSigningKeys: .withdrawSigningKeys
    case .stealAccessToken: .stealAccessToken
    case .stealRefreshToken: .stealRefreshToken
    case .stealStorage: .stealStorage
    case .stealSpentRefreshToken: .stealSpentRefreshToken
    case .stealDatabase: .stealDatabase
    case .stealSigningKey: .stealSigningKey
    case .clearStorage: .clearStorage
    case .attackerCallsAPI: .attackerCallsAPI
    case .attackerCallsServer: .attackerCallsServer
    case .attackerRefreshes: .attackerRefreshes
    case .attackerReissues: .attackerReissues
    case .attackerPresentsRefreshToken: .attackerPresentsRefreshToken
    case .attackerRefreshesOnDevice: .attackerRefreshesOnDevice
    case .attackerRefreshesWith: .attackerRefreshesWith
    case .attackerStartsFlow: .attackerStartsFlow
    case .attackerForges: .attackerForges
    case .attackerForgesAdmin: .attackerForgesAdmin
    case .attackerCallsWith: .attackerCallsWith
    case .request: .request
    }
  }
}

extension WireOrder {
  fileprivate var word: CommandWord {
    switch self {
    case .hold: .holdMessage
    case .release: .releaseMessage
    case .releaseNext: .releaseNextMessage
    case .drop: .dropMessage
    case .duplicate: .duplicateMessage
    case .deliverNow: .deliverMessage
    case .swap: .swapMessages
    case .holdNextRequest: .holdNextRequest
    case .holdNextResponse: .holdNextResponse
    case .holdAttackersNextRequest: .holdAttackersNextRequest
    case .holdAttackersNextResponse: .holdAttackersNextResponse
    }
  }
}
