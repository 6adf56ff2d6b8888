import TokenCore

extension ClientOrder {
  /// What the person or the client does, whatever the values.
  enum Kind: CaseIterable {
    case signIn, callAPI, callAdminAPI, callServer, refresh, refreshInAnotherTab, logOut
    case logOutAtServer, logOutEverywhere
    case restartBeforeStoring, closeBrowser, openBrowser
  }

  var kind: Kind {
    switch self {
    case .signIn: .signIn
    case .callAPI: .callAPI
    case .callAdminAPI: .callAdminAPI
    case .callServer: .callServer
    case .refresh: .refresh
    case .refreshInAnotherTab: .refreshInAnotherTab
    case .logOut: .logOut
    case .logOutAtServer: .logOutAtServer
    case .logOutEverywhere: .logOutEverywhere
    case .restartBeforeStoring: .restartBeforeStoring
    case .closeBrowser: .closeBrowser
    case .openBrowser: .openBrowser
    }
  }

  /// Every order that the world has values for.
  static func menu(in world: World) -> [ClientOrder] {
    Kind.allCases.flatMap { menu(of: $0, in: world) }
  }

  private static func menu(of kind: Kind, in world: World) -> [ClientOrder] {
    switch kind {
    case .signIn: [.signIn]
    case .callAPI: [.callAPI]
    case .callAdminAPI: [.callAdminAPI]
    case .callServer: world.otherServers.map { .callServer($0) }
    case .refresh: [.refresh]
    case .refreshInAnotherTab: [.refreshInAnotherTab]
    case .logOut: [.logOut]
    case .logOutAtServer: [.logOutAtServer]
    case .logOutEverywhere: [.logOutEverywhere]
    case .restartBeforeStoring: [.restartBeforeStoring]
    case .closeBrowser: [.closeBrowser]
    case .openBrowser: [.openBrowser]
    }
  }
}

extension World {
  /// The resource servers beside the first, which everybody calls unless another is named.
  var otherServers: [ResourceServerID] {
    resourceServers.indices.dropFirst().map(ResourceServerID.init(index:))
  }
}
