import Simulation

/// The names of what the attacker does.
enum AttackerWord: String, OrderWord {
  case stealAccessToken = "steal-access-token"
  case stealRefreshToken = "steal-refresh-token"
  case stealStorage = "steal-storage"
  case stealSpentRefreshToken = "steal-spent-refresh-token"
  case stealDatabase = "steal-database"
  case stealSigningKey = "steal-signing-key"
  case copyKeySet = "copy-key-set"
  case clearStorage = "clear-storage"
  case callAPI = "attacker-calls-api"
  case callServer = "attacker-calls-server"
  case refresh = "attacker-refreshes"
  case reissue = "attacker-reissues"
  case presentRefreshToken = "attacker-presents-refresh-token"
  case refreshWithAccessToken = "attacker-refreshes-with-access-token"
  case refreshOnDevice = "attacker-refreshes-on-device"
  case callOnDevice = "attacker-calls-on-device"
  case prepareProofs = "attacker-prepares-proofs"
  case refreshWith = "attacker-refreshes-with"
  case startFlow = "attacker-starts-flow"
  case stealCookie = "steal-cookie"
  case startFlowElsewhere = "attacker-starts-flow-elsewhere"
  case forge = "attacker-forges"
  case forgeAdmin = "attacker-forges-admin"
  case callWith = "attacker-calls-with"
  case postFromOtherSite = "attacker-posts-from-other-site"
  case linkFromOtherSite = "attacker-links-from-other-site"

  var form: OrderForm<AttackerOrder> {
    switch self {
    case .stealAccessToken: .init(.device) { .stealAccessToken($0) }
    case .stealRefreshToken: .init(.device) { .stealRefreshToken($0) }
    case .stealStorage: .init(.device) { .stealStorage($0) }
    case .stealSpentRefreshToken: .init(.device) { .stealSpentRefreshToken($0) }
    case .stealDatabase: .init(.stealDatabase)
    case .stealSigningKey: .init(.stealSigningKey)
    case .copyKeySet: .init(.server) { .copyKeySet($0) }
    case .clearStorage: .init(.device) { .clearStorage($0) }
    case .callAPI: .init(.callAPI)
    case .callServer: .init(.server) { .callServer($0) }
    case .refresh: .init(.refresh)
    case .reissue: .init(.reissue)
    case .presentRefreshToken: .init(.presentRefreshToken)
    case .refreshWithAccessToken: .init(.refreshWithAccessToken)
    case .refreshOnDevice: .init(.device) { .refreshOnDevice($0) }
    case .callOnDevice: .init(.device) { .callOnDevice($0) }
    case .prepareProofs: .init(.device, .span) { .prepareProofs($0, for: $1) }
    case .refreshWith: .init(.token) { .refreshWith($0) }
    case .startFlow: .init(.device) { .startFlow($0) }
    case .stealCookie: .init(.device) { .stealCookie($0) }
    case .startFlowElsewhere: .init(.startFlowElsewhere)
    case .forge: .init(.person) { .forge($0) }
    case .forgeAdmin: .init(.person) { .forgeAdmin($0) }
    case .callWith: .init(.text) { .callWith($0) }
    case .postFromOtherSite: .init(.device) { .postFromOtherSite($0) }
    case .linkFromOtherSite: .init(.device) { .linkFromOtherSite($0) }
    }
  }
}

extension AttackerOrder {
  var line: OrderLine<AttackerWord> {
    switch self {
    case .stealAccessToken(let device): .init(.stealAccessToken, .device(device))
    case .stealRefreshToken(let device): .init(.stealRefreshToken, .device(device))
    case .stealStorage(let device): .init(.stealStorage, .device(device))
    case .stealSpentRefreshToken(let device): .init(.stealSpentRefreshToken, .device(device))
    case .stealDatabase: .init(.stealDatabase)
    case .stealSigningKey: .init(.stealSigningKey)
    case .copyKeySet(let server): .init(.copyKeySet, .server(server))
    case .clearStorage(let device): .init(.clearStorage, .device(device))
    case .callAPI: .init(.callAPI)
    case .callServer(let server): .init(.callServer, .server(server))
    case .refresh: .init(.refresh)
    case .reissue: .init(.reissue)
    case .presentRefreshToken: .init(.presentRefreshToken)
    case .refreshWithAccessToken: .init(.refreshWithAccessToken)
    case .refreshOnDevice(let device): .init(.refreshOnDevice, .device(device))
    case .callOnDevice(let device): .init(.callOnDevice, .device(device))
    case .prepareProofs(let device, let span): .init(.prepareProofs, .device(device), .span(span))
    case .refreshWith(let token): .init(.refreshWith, .token(token))
    case .startFlow(let device): .init(.startFlow, .device(device))
    case .stealCookie(let device): .init(.stealCookie, .device(device))
    case .startFlowElsewhere: .init(.startFlowElsewhere)
    case .forge(let user): .init(.forge, .person(user))
    case .forgeAdmin(let user): .init(.forgeAdmin, .person(user))
    case .callWith(let text): .init(.callWith, .text(text))
    case .postFromOtherSite(let device): .init(.postFromOtherSite, .device(device))
    case .linkFromOtherSite(let device): .init(.linkFromOtherSite, .device(device))
    }
  }
}
