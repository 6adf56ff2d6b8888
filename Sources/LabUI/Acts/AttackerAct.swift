import Simulation

/// What the attacker does, as far as it needs a device on the focused one.
public enum AttackerAct: CaseIterable, Hashable, Sendable {
  case stealRefreshToken, stealAccessToken, stealStorage, refresh, callAPI
  case reissue, stealSpentToken, stealDatabase, stealSigningKey, copyKeySet, forge
  case callOtherServer, useOldest, useSpent, startFlow
  case stealCookie, startFlowElsewhere
  case forgeAdmin, clearStorage, presentRefreshToken, refreshOnDevice, callOnDevice, prepareProofs
  case postFromOtherSite, linkFromOtherSite, refreshWithAccessToken

  var row: ActRow {
    switch self {
    case .stealRefreshToken:
      .order(["s"], "steal RT", "The attacker copies the client's refresh token.") {
        .attacker(.stealRefreshToken($0.device))
      }
    case .stealAccessToken:
      .order(["a"], "steal AT", "The attacker copies the client's access token.") {
        .attacker(.stealAccessToken($0.device))
      }
    case .stealStorage:
      .order(["S"], "steal all", "The attacker copies everything that the client stores.") {
        .attacker(.stealStorage($0.device))
      }
    case .refresh:
      .order(["R"], "attacker", "The attacker presents the newest refresh token it holds.") { _ in
        .attacker(.refresh)
      }
    case .callAPI:
      .order(
        ["C"], "attacker calls",
        "The attacker calls the API with the newest that opens it."
      ) { _ in .attacker(.callAPI) }
    case .reissue:
      .order(
        ["E"], "attacker re-issues", "The attacker presents its access token for a new one."
      ) { _ in .attacker(.reissue) }
    case .stealSpentToken:
      .order("steal spent RT", "The attacker finds a spent refresh token in a log.") {
        .attacker(.stealSpentRefreshToken($0.device))
      }
    case .stealDatabase:
      .order(["D"], "steal database", "The attacker copies the server's rows.") { _ in
        .attacker(.stealDatabase)
      }
    case .stealSigningKey:
      .order(["K"], "steal key", "The attacker copies the signing key.") { _ in
        .attacker(.stealSigningKey)
      }
    case .copyKeySet:
      .order("copy an API's keys", "The attacker, inside the last API, copies its keys.") {
        .attacker(.copyKeySet(ResourceServerID(index: $0.world.resourceServers.count - 1)))
      }
    case .forge:
      .order(["F"], "forge", "The attacker signs a token itself and calls the API.") {
        .attacker(.forge($0.user))
      }
    case .callOtherServer:
      .order("replay at 2nd API", "The attacker shows its access token to the second API.") { _ in
        .attacker(.callServer(.second))
      }
    case .useOldest:
      .order(
        "attacker, oldest RT", "The attacker presents the oldest refresh token it holds."
      ) { _ in .attacker(.refreshWith(.oldest)) }
    case .useSpent:
      .order("attacker, spent RT", "The attacker presents a spent refresh token it holds.") { _ in
        .attacker(.refreshWith(.spent))
      }
    case .startFlow:
      .order("attacker signs in", "The attacker signs itself in from inside the device.") {
        .attacker(.startFlow($0.device))
      }
    case .stealCookie:
      .order("steal cookie", "The attacker copies the browser's cookie of the server.") {
        .attacker(.stealCookie($0.device))
      }
    case .startFlowElsewhere:
      .order("sign in by cookie", "The attacker signs itself in with the cookie it stole.") { _ in
        .attacker(.startFlowElsewhere)
      }
    case .forgeAdmin:
      .order("forge admin", "The attacker signs itself an administrator's token.") {
        .attacker(.forgeAdmin($0.user))
      }
    case .clearStorage:
      .order("clear storage", "The attacker empties the client's storage.") {
        .attacker(.clearStorage($0.device))
      }
    case .presentRefreshToken:
      .order("RT to the API", "The attacker shows its refresh token to the API.") { _ in
        .attacker(.presentRefreshToken)
      }
    case .refreshWithAccessToken:
      .order("AT as RT", "The attacker refreshes with its access token.") { _ in
        .attacker(.refreshWithAccessToken)
      }
    case .postFromOtherSite:
      .order("form elsewhere", "Another site's page posts a form to the API.") {
        .attacker(.postFromOtherSite($0.device))
      }
    case .linkFromOtherSite:
      .order("link elsewhere", "The person follows another site's link to the API.") {
        .attacker(.linkFromOtherSite($0.device))
      }
    case .refreshOnDevice:
      .order("refresh on device", "The attacker refreshes on the device, with its key.") {
        .attacker(.refreshOnDevice($0.device))
      }
    case .callOnDevice:
      .order("call on device", "The attacker calls the API on the device, with its key.") {
        .attacker(.callOnDevice($0.device))
      }
    case .prepareProofs:
      .order("prepare proofs", "The attacker makes proofs for an hour with the device's key.") {
        .attacker(.prepareProofs($0.device, for: .hours(1)))
      }
    }
  }
}
