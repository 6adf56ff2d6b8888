import Simulation

/// The names of what a person or their client does; a device stands beside each.
enum ClientWord: String, OrderWord {
  case signIn = "sign-in"
  case callAPI = "call-api"
  case callAdminAPI = "call-admin-api"
  case callServer = "call-server"
  case refresh
  case refreshInAnotherTab = "refresh-in-another-tab"
  case logOut = "log-out"
  case logOutAtServer = "log-out-at-server"
  case logOutEverywhere = "log-out-everywhere"
  case restartBeforeStoring = "restart-before-storing"
  case closeBrowser = "close-browser"
  case openBrowser = "open-browser"

  var form: OrderForm<ClientOrder> {
    switch self {
    case .signIn: .init(.signIn)
    case .callAPI: .init(.callAPI)
    case .callAdminAPI: .init(.callAdminAPI)
    case .callServer: .init(.server) { .callServer($0) }
    case .refresh: .init(.refresh)
    case .refreshInAnotherTab: .init(.refreshInAnotherTab)
    case .logOut: .init(.logOut)
    case .logOutAtServer: .init(.logOutAtServer)
    case .logOutEverywhere: .init(.logOutEverywhere)
    case .restartBeforeStoring: .init(.restartBeforeStoring)
    case .closeBrowser: .init(.closeBrowser)
    case .openBrowser: .init(.openBrowser)
    }
  }
}

extension ClientOrder {
  var line: OrderLine<ClientWord> {
    switch self {
    case .signIn: .init(.signIn)
    case .callAPI: .init(.callAPI)
    case .callAdminAPI: .init(.callAdminAPI)
    case .callServer(let server): .init(.callServer, .server(server))
    case .refresh: .init(.refresh)
    case .refreshInAnotherTab: .init(.refreshInAnotherTab)
    case .logOut: .init(.logOut)
    case .logOutAtServer: .init(.logOutAtServer)
    case .logOutEverywhere: .init(.logOutEverywhere)
    case .restartBeforeStoring: .init(.restartBeforeStoring)
    case .closeBrowser: .init(.closeBrowser)
    case .openBrowser: .init(.openBrowser)
    }
  }
}
