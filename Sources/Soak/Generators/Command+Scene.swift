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
      [.client(device, .signIn), .client(device, .callAPI), .client(device, .refresh)],
      [
        .network(device, .dropNextResponse), .client(device, .refresh),
        .network(device, .dropNextResponse),
      ],
      [
        .network(device, .dropNextResponse), .client(device, .refresh),
        .attacker(.refreshOnDevice(device)),
      ],
      [
        .network(device, .duplicateNextRequest), .client(device, .refresh),
        .client(device, .refresh),
      ],
      [
        .network(device, .delayNextRequest(by: .seconds(2))), .client(device, .refresh),
        .client(device, .refresh),
      ],
      [
        .attacker(.stealRefreshToken(device)), .client(device, .refresh), .attacker(.refresh),
        .client(device, .refresh),
      ],
      [
        .attacker(.stealRefreshToken(device)), .attacker(.refresh), .client(device, .refresh),
        .client(device, .callAPI),
      ],
      [
        .administration(.failNextWrite), .client(device, .refresh), .client(device, .refresh),
        .administration(.failNextWrite), .client(device, .logOut),
      ],
      [
        .administration(.stopIntrospection), .client(device, .callAPI), .client(device, .callAPI),
        .administration(.startIntrospection), .client(device, .callAPI),
      ],
      [.client(device, .refresh), .attacker(.stealSpentRefreshToken(device)), .attacker(.refresh)],
      [
        .attacker(.prepareProofs(device, for: .minutes(3))), .attacker(.stealStorage(device)),
        .attacker(.callAPI), .attacker(.refresh), .attacker(.callAPI),
      ],
      [.attacker(.stealStorage(device)), .attacker(.callAPI), .attacker(.callOnDevice(device))],
      [
        .client(device, .refresh), .client(device, .refreshInAnotherTab),
        .client(device, .refreshInAnotherTab),
      ],
      [
        .wire(.holdNextRequest(device)), .client(device, .refresh), .client(device, .logOut),
        .wire(.releaseNext),
      ],
      [
        .wire(.holdNextResponse(device)), .client(device, .refresh), .client(device, .refresh),
        .wire(.releaseNext),
      ],
      [
        .wire(.holdAttackersNextRequest), .attacker(.stealRefreshToken(device)),
        .attacker(.refresh),
        .client(device, .refresh), .wire(.releaseNext),
      ],
      presentations(of: device),
      [.attacker(.postFromOtherSite(device)), .attacker(.linkFromOtherSite(device))],
      [
        .client(device, .refresh), .client(device, .closeBrowser), .client(device, .openBrowser),
        .client(device, .callAPI),
      ],
      [.attacker(.stealStorage(device)), .client(device, .logOut), .attacker(.callAPI)],
      [
        .attacker(.stealAccessToken(device)), .administration(.disableAccount(user)),
        .attacker(.callAPI), .attacker(.reissue),
      ],
      [
        .attacker(.startFlow(device)), .client(device, .logOut), .attacker(.refresh),
        .attacker(.callAPI),
      ],
      [
        .client(device, .signIn), .attacker(.stealCookie(device)), .client(device, .logOut),
        .attacker(.startFlowElsewhere),
      ],
      [
        .attacker(.stealCookie(device)), .attacker(.startFlowElsewhere),
        .client(device, .logOutAtServer), .attacker(.startFlowElsewhere), .attacker(.callAPI),
      ],
      [.attacker(.stealStorage(device)), .attacker(.refresh), .attacker(.refreshWith(.oldest))],
      [.attacker(.copyKeySet(.first)), .attacker(.forge(user)), .attacker(.forgeAdmin(user))],
      [
        .attacker(.stealSigningKey), .attacker(.forge(user)), .administration(.withdrawSigningKeys),
        .attacker(.forge(user)),
      ],
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
    return [
      .attacker(.stealRefreshToken(device)), .visitor(request), .visitor(request),
      .visitor(request),
    ]
  }
}
