import TokenCore

extension AttackerOrder {
  /// What the attacker does, whatever the values.
  enum Kind: CaseIterable {
    case stealAccessToken, stealRefreshToken, stealStorage, stealSpentRefreshToken
    case stealDatabase, stealSigningKey, copyKeySet, clearStorage, callAPI, callServer, refresh
    case reissue, presentRefreshToken, refreshOnDevice, callOnDevice, prepareProofs, refreshWith
    case startFlow, stealCookie
    case startFlowElsewhere, forge, forgeAdmin, callWith
    case postFromOtherSite, linkFromOtherSite, refreshWithAccessToken
  }

  var kind: Kind {
    switch self {
    case .stealAccessToken: .stealAccessToken
    case .stealRefreshToken: .stealRefreshToken
    case .stealStorage: .stealStorage
    case .stealSpentRefreshToken: .stealSpentRefreshToken
    case .stealDatabase: .stealDatabase
    case .stealSigningKey: .stealSigningKey
    case .copyKeySet: .copyKeySet
    case .clearStorage: .clearStorage
    case .callAPI: .callAPI
    case .callServer: .callServer
    case .refresh: .refresh
    case .reissue: .reissue
    case .presentRefreshToken: .presentRefreshToken
    case .refreshOnDevice: .refreshOnDevice
    case .callOnDevice: .callOnDevice
    case .prepareProofs: .prepareProofs
    case .refreshWith: .refreshWith
    case .startFlow: .startFlow
    case .stealCookie: .stealCookie
    case .startFlowElsewhere: .startFlowElsewhere
    case .forge: .forge
    case .forgeAdmin: .forgeAdmin
    case .callWith: .callWith
    case .refreshWithAccessToken: .refreshWithAccessToken
    case .postFromOtherSite: .postFromOtherSite
    case .linkFromOtherSite: .linkFromOtherSite
    }
  }

  /// Every order that the world has values for.
  static func menu(in world: World) -> [AttackerOrder] {
    Kind.allCases.flatMap { menu(of: $0, in: world) }
  }

  private static func menu(of kind: Kind, in world: World) -> [AttackerOrder] {
    let devices = world.clients.map(\.id)
    let users = world.authorizationServer.users.map(\.id)
    return switch kind {
    case .stealAccessToken: devices.map { .stealAccessToken($0) }
    case .stealRefreshToken: devices.map { .stealRefreshToken($0) }
    case .stealStorage: devices.map { .stealStorage($0) }
    case .stealSpentRefreshToken: devices.map { .stealSpentRefreshToken($0) }
    case .stealDatabase: [.stealDatabase]
    case .stealSigningKey: [.stealSigningKey]
    case .copyKeySet: world.resourceServers.indices.map { .copyKeySet(ResourceServerID(index: $0)) }
    case .clearStorage: devices.map { .clearStorage($0) }
    case .callAPI: [.callAPI]
    case .callServer: world.otherServers.map { .callServer($0) }
    case .refresh: [.refresh]
    case .reissue: [.reissue]
    case .presentRefreshToken: [.presentRefreshToken]
    case .refreshOnDevice: devices.map { .refreshOnDevice($0) }
    case .callOnDevice: devices.map { .callOnDevice($0) }
    case .prepareProofs: devices.map { .prepareProofs($0, for: .hours(1)) }
    case .refreshWith: heldTokens(in: world).map { .refreshWith($0) }
    case .startFlow: devices.map { .startFlow($0) }
    case .stealCookie: devices.map { .stealCookie($0) }
    case .startFlowElsewhere: [.startFlowElsewhere]
    case .forge: users.map { .forge($0) }
    case .forgeAdmin: users.map { .forgeAdmin($0) }
    case .callWith: [.callWith("no token")]
    case .refreshWithAccessToken: [.refreshWithAccessToken]
    case .postFromOtherSite: devices.map { .postFromOtherSite($0) }
    case .linkFromOtherSite: devices.map { .linkFromOtherSite($0) }
    }
  }

  private static func heldTokens(in world: World) -> [HeldRefreshToken] {
    [.oldest, .spent] + world.attacker.refreshTokens.compactMap(\.label).map { .named($0) }
  }
}
