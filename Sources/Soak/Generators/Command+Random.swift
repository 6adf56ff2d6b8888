import Simulation
import TokenCore

extension Command {
  /// Any order about the people and devices of the setting; the usual ones come often.
  package static func random(in setting: Setting, using random: inout RandomStream) -> Command {
    let device = DeviceID(index: .random(in: setting.devices.indices, using: &random))
    let user = UserID(index: .random(in: setting.people.indices, using: &random))
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<14: return .client(device, .signIn)
    case 14..<28: return .client(device, .callAPI)
    case 28..<30: return .client(device, .callAdminAPI)
    case 30..<32: return .client(device, .callServer(.random(in: setting, using: &random)))
    case 32..<44: return .client(device, .refresh)
    case 44..<46: return .client(device, .refreshInAnotherTab)
    case 46..<48:
      return .client(
        device, random.pick([.logOut, .logOut, .logOutAtServer, .logOutEverywhere]))
    case 48..<56: return mishap(of: device, using: &random)
    case 56..<61: return .administration(.random(about: user, using: &random))
    case 61..<70: return .attacker(.randomTheft(from: device, using: &random))
    case 70..<72: return .attacker(.callServer(.random(in: setting, using: &random)))
    case 72..<88: return .attacker(.random(device, user, using: &random))
    default:
      var request = ExplicitRequest.random(device, using: &random)
      request.server = .random(in: setting, using: &random)
      return .visitor(request)
    }
  }

  private static func mishap(
    of device: DeviceID, using random: inout RandomStream
  ) -> Command {
    let span = random.pick([TimeSpan.milliseconds(50), .seconds(3), .minutes(1)])
    return random.pick([
      .client(device, .closeBrowser), .client(device, .openBrowser),
      .client(device, .restartBeforeStoring), .network(device, .dropNextResponse),
      .network(device, .dropNextRequest), .network(device, .duplicateNextRequest),
      .network(device, .delayNextRequest(by: span)),
      .network(device, .delayNextResponse(by: span)),
    ])
  }
}

extension AdministrationOrder {
  /// Nobody signs in to a closed account, so that is rare, and most often does not last.
  fileprivate static func random(
    about user: UserID, using random: inout RandomStream
  ) -> AdministrationOrder {
    let change = Bool.random(using: &random)
    return random.pick([
      .changePassword(user, revoking: change), .changePassword(user, revoking: change),
      .setRole(user, isAdmin: change), .setRole(user, isAdmin: change), .rotateSigningKey,
      .rotateSigningKey, .withdrawSigningKeys, .disableAccount(user), .enableAccount(user),
      .enableAccount(user), .withdrawScope(change ? "write" : "admin"), .stopIntrospection,
      .startIntrospection, .startIntrospection, .failNextWrite, .failNextWrite,
    ])
  }
}

extension AttackerOrder {
  fileprivate static func randomTheft(
    from device: DeviceID, using random: inout RandomStream
  ) -> AttackerOrder {
    random.pick([
      .stealAccessToken(device), .stealRefreshToken(device), .stealStorage(device),
      .stealSpentRefreshToken(device), .stealCookie(device), .stealDatabase, .stealSigningKey,
      .copyKeySet(.first), .clearStorage(device),
    ])
  }

  fileprivate static func random(
    _ device: DeviceID, _ user: UserID, using random: inout RandomStream
  ) -> AttackerOrder {
    random.pick([
      .callAPI, .callAPI, .refresh, .refresh, .reissue, .presentRefreshToken,
      .refreshWithAccessToken,
      .refreshOnDevice(device), .forge(user), .forgeAdmin(user), .callWith("e30.e30."),
      .callOnDevice(device), .prepareProofs(device, for: .minutes(10)), .startFlow(device),
      .postFromOtherSite(device), .linkFromOtherSite(device), .startFlowElsewhere,
      .refreshWith(.oldest), .refreshWith(.spent),
      .refreshWith(.named(RefreshTokenID(index: .random(in: 0..<6, using: &random)))),
    ])
  }
}

extension ResourceServerID {
  /// One that is there or, now and then, one that is not.
  fileprivate static func random(
    in setting: Setting, using random: inout RandomStream
  ) -> ResourceServerID {
    ResourceServerID(index: .random(in: 0...setting.resourceServers.count, using: &random))
  }
}
