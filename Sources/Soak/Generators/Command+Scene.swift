import Simulation
import TokenCore

extension Command {
  /// A few commands in the order in which they make trouble: lost answers, races for one token, and
  /// the same refresh token out of several hands.
  package static func randomScene(
    in setting: Setting, using random: inout RandomStream
  ) -> [Command] {
    let device = DeviceID(index: .random(in: setting.devices.indices, using: &random))
    let user = UserID(index: .random(in: setting.people.indices, using: &random))
    return random.pick([
      [.signIn(device), .callAPI(device), .refresh(device)],
      [.dropNextResponse(device), .refresh(device), .dropNextResponse(device)],
      [.dropNextResponse(device), .refresh(device), .attackerRefreshesOnDevice(device)],
      [.duplicateNextRequest(device), .refresh(device), .refresh(device)],
      [.delayNextRequest(device, by: .seconds(2)), .refresh(device), .refresh(device)],
      [.stealRefreshToken(device), .refresh(device), .attackerRefreshes, .refresh(device)],
      [.stealRefreshToken(device), .attackerRefreshes, .refresh(device), .callAPI(device)],
      [.refresh(device), .stealSpentRefreshToken(device), .attackerRefreshes],
      [.refresh(device), .refreshInAnotherTab(device), .refreshInAnotherTab(device)],
      [.wire(.holdNextRequest(device)), .refresh(device), .logOut(device), .wire(.releaseNext)],
      [.wire(.holdNextResponse(device)), .refresh(device), .refresh(device), .wire(.releaseNext)],
      [
        .wire(.holdAttackersNextRequest), .stealRefreshToken(device), .attackerRefreshes,
        .refresh(device), .wire(.releaseNext),
      ],
      presentations(of: device), [.stealStorage(device), .logOut(device), .attackerCallsAPI],
      [.stealAccessToken(device), .disableAccount(user), .attackerCallsAPI, .attackerReissues],
      [.attackerStartsFlow(device), .logOut(device), .attackerRefreshes, .attackerCallsAPI],
      [.stealStorage(device), .attackerRefreshes, .attackerRefreshesWith(.oldest)],
      [.stealSigningKey, .attackerForges(user), .withdrawSigningKeys, .attackerForges(user)],
    ])
  }

  /// The same token of the thief's, several times: an explicit request gives nothing back to them.
  private static func presentations(of device: DeviceID) -> [Command] {
    let request = ExplicitRequest(
      endpoint: .token,
      parameters: [
        .init("grant_type", .text("refresh_token")), .init("refresh_token", .stolenRefreshToken),
        .init("client_id", .text(Client.clientID)),
      ])
    return [.stealRefreshToken(device), .request(request), .request(request), .request(request)]
  }
}
