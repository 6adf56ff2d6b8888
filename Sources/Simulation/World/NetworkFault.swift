import TokenCore

/// What the network will do to the next token request of a party, or to its answer.
public struct NetworkFault: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case loseRequest
    case loseResponse
    case duplicateRequest
    case delayRequest(by: TimeSpan)
    case delayResponse(by: TimeSpan)
    case holdRequest
    case holdResponse

    var isOfRequest: Bool {
      switch self {
      case .loseRequest, .duplicateRequest, .delayRequest, .holdRequest: true
      case .loseResponse, .delayResponse, .holdResponse: false
      }
    }
  }

  /// Who sends the request and gets the answer: a client or the attacker.
  public let party: Party
  public let kind: Kind

  /// Nil for the attacker's.
  public var device: DeviceID? { if case .client(let device) = party { device } else { nil } }

  init(party: Party, kind: Kind) {
    self.party = party
    self.kind = kind
  }

  init(device: DeviceID, kind: Kind) {
    self.init(party: .client(device), kind: kind)
  }
}

extension Command {
  /// The fault that the command asks for, if it asks for one.
  var fault: NetworkFault? {
    switch self {
    case .dropNextResponse(let device): NetworkFault(device: device, kind: .loseResponse)
    case .dropNextRequest(let device): NetworkFault(device: device, kind: .loseRequest)
    case .duplicateNextRequest(let device): NetworkFault(device: device, kind: .duplicateRequest)
    case .delayNextRequest(let device, let span):
      NetworkFault(device: device, kind: .delayRequest(by: span))
    case .delayNextResponse(let device, let span):
      NetworkFault(device: device, kind: .delayResponse(by: span))
    case .wire(let order): order.fault
    case .signIn, .callAPI, .callAdminAPI, .refresh, .refreshInAnotherTab, .logOut,
      .restartBeforeStoring,
      .changePassword, .disableAccount, .setRole, .rotateSigningKey, .withdrawSigningKeys,
      .stealAccessToken, .stealRefreshToken, .stealStorage, .stealSpentRefreshToken,
      .stealDatabase, .stealSigningKey, .clearStorage, .attackerCallsAPI, .attackerRefreshes,
      .attackerReissues, .attackerPresentsRefreshToken, .attackerRefreshesOnDevice,
      .attackerForges, .attackerForgesAdmin, .attackerCallsWith, .attackerRefreshesWith,
      .attackerStartsFlow,
      .callServer, .attackerCallsServer, .request:
      nil
    }
  }
}
