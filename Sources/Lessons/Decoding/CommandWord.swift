import Simulation

/// The name of each command in a scenario file. A new command is a new case here; the compiler then
/// asks for its arguments and its inverse.
public enum CommandWord: String, CaseIterable, Sendable {
  case signIn = "sign-in"
  case callAPI = "call-api"
  case refresh
  case logOut = "log-out"
  case stealAccessToken = "steal-access-token"
  case stealRefreshToken = "steal-refresh-token"
  case stealStorage = "steal-storage"
  case attackerCallsAPI = "attacker-calls-api"
  case attackerRefreshes = "attacker-refreshes"
  case dropNextResponse = "drop-next-response"
}

extension CommandWord {
  /// The keys that a line with this command takes beside `do`.
  var arguments: [StoryKey] {
    switch self {
    case .signIn, .callAPI, .refresh, .logOut, .stealAccessToken, .stealRefreshToken,
      .stealStorage, .dropNextResponse:
      [.device]
    case .attackerCallsAPI, .attackerRefreshes: []
    }
  }

  /// The command, with its arguments.
  func command(_ arguments: CommandArguments) throws(ScenarioError) -> Command {
    switch self {
    case .signIn: .signIn(try arguments.device())
    case .callAPI: .callAPI(try arguments.device())
    case .refresh: .refresh(try arguments.device())
    case .logOut: .logOut(try arguments.device())
    case .stealAccessToken: .stealAccessToken(try arguments.device())
    case .stealRefreshToken: .stealRefreshToken(try arguments.device())
    case .stealStorage: .stealStorage(try arguments.device())
    case .attackerCallsAPI: .attackerCallsAPI
    case .attackerRefreshes: .attackerRefreshes
    case .dropNextResponse: .dropNextResponse(try arguments.device())
    }
  }
}

extension Command {
  /// The command's name in a scenario file.
  public var word: CommandWord {
    switch self {
    case .signIn: .signIn
    case .callAPI: .callAPI
    case .refresh: .refresh
    case .logOut: .logOut
    case .stealAccessToken: .stealAccessToken
    case .stealRefreshToken: .stealRefreshToken
    case .stealStorage: .stealStorage
    case .attackerCallsAPI: .attackerCallsAPI
    case .attackerRefreshes: .attackerRefreshes
    case .dropNextResponse: .dropNextResponse
    }
  }
}
