import Simulation
import TokenCore

extension Command {
  /// Any order about the people and devices of the setting; the usual ones come often.
  package static func random(in setting: Setting, using random: inout RandomStream) -> Command {
    let device = DeviceID(index: .random(in: setting.devices.indices, using: &random))
    let user = UserID(index: .random(in: setting.people.indices, using: &random))
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<14: return .signIn(device)
    case 14..<28: return .callAPI(device)
    case 28..<30: return .callAdminAPI(device)
    case 30..<32: return .callServer(device, .random(in: setting, using: &random))
    case 32..<44: return .refresh(device)
    case 44..<46: return .refreshInAnotherTab(device)
    case 46..<48: return .logOut(device)
    case 48..<56: return network(device, using: &random)
    case 56..<61: return administration(user, using: &random)
    case 61..<70: return theft(device, using: &random)
    case 70..<72: return .attackerCallsServer(.random(in: setting, using: &random))
    case 72..<88: return attack(device, user, using: &random)
    default:
      var request = ExplicitRequest.random(device, using: &random)
      request.server = .random(in: setting, using: &random)
      return .request(request)
    }
  }

  private static func network(
    _ device: DeviceID, using random: inout RandomStream
  ) -> Command {
    let span = random.pick([TimeSpan.milliseconds(50), .seconds(3), .minutes(1)])
    return random.pick([
      .restartBeforeStoring(device), .dropNextResponse(device), .dropNextRequest(device),
      .duplicateNextRequest(device), .delayNextRequest(device, by: span),
      .delayNextResponse(device, by: span),
    ])
  }

  /// Nobody signs in to a closed account again, so that is the rarest.
  private static func administration(
    _ user: UserID, using random: inout RandomStream
  ) -> Command {
    let change = Bool.random(using: &random)
    return random.pick([
      .changePassword(user, revoking: change), .changePassword(user, revoking: change),
      .setRole(user, isAdmin: change), .setRole(user, isAdmin: change), .rotateSigningKey,
      .rotateSigningKey, .withdrawSigningKeys, .disableAccount(user),
    ])
  }

  private static func theft(_ device: DeviceID, using random: inout RandomStream) -> Command {
    random.pick([
      .stealAccessToken(device), .stealRefreshToken(device), .stealStorage(device),
      .stealSpentRefreshToken(device), .stealDatabase, .stealSigningKey, .clearStorage(device),
    ])
  }

  private static func attack(
    _ device: DeviceID, _ user: UserID, using random: inout RandomStream
  ) -> Command {
    random.pick([
      .attackerCallsAPI, .attackerCallsAPI, .attackerRefreshes, .attackerRefreshes,
      .attackerReissues, .attackerPresentsRefreshToken, .attackerRefreshesOnDevice(device),
      .attackerForges(user), .attackerForgesAdmin(user), .attackerCallsWith("e30.e30."),
      .attackerStartsFlow(device),
      .attackerRefreshesWith(.oldest), .attackerRefreshesWith(.spent),
      .attackerRefreshesWith(
        .named(RefreshTokenID(index: .random(in: 0..<6, using: &random)))),
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
