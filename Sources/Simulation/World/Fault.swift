import TokenCore

/// Something that will befall the next token request of a device, or its answer.
public struct Fault: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case loseRequest
    case loseResponse
    case duplicateRequest
    case delayRequest(by: TimeSpan)
    case delayResponse(by: TimeSpan)

    var isOfRequest: Bool {
      switch self {
      case .loseRequest, .duplicateRequest, .delayRequest: true
      case .loseResponse, .delayResponse: false
      }
    }
  }

  public let device: DeviceID
  public let kind: Kind
}

extension Command {
  /// The fault that the command asks for, if it asks for one.
  var fault: Fault? {
    switch self {
    case .dropNextResponse(let device): Fault(device: device, kind: .loseResponse)
    case .dropNextRequest(let device): Fault(device: device, kind: .loseRequest)
    case .duplicateNextRequest(let device): Fault(device: device, kind: .duplicateRequest)
    case .delayNextRequest(let device, let span):
      Fault(device: device, kind: .delayRequest(by: span))
    case .delayNextResponse(let device, let span):
      Fault(device: device, kind: .delayResponse(by: span))
    case .signIn, .callAPI, .callAdminAPI, .refresh, .logOut, .restartBeforeStoring,
      .changePassword, .disableAccount, .setRole, .rotateSigningKey, .withdrawSigningKeys,
      .stealAccessToken, .stealRefreshToken, .stealStorage, .stealSpentRefreshToken,
      .stealDatabase, .stealSigningKey, .clearStorage, .attackerCallsAPI, .attackerRefreshes,
      .attackerReissues, .attackerPresentsRefreshToken, .attackerRefreshesOnDevice,
      .attackerForges, .attackerForgesAdmin, .attackerRefreshesWith, .attackerStartsFlow,
      .request:
      nil
    }
  }
}
