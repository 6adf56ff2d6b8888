import Simulation
import TokenCore

extension ScriptLine {
  /// One line of a story.
  func written(in cast: Cast) -> Written {
    .fields(
      [(ScriptKey.at, .moment(at)), (.command, .named(command.word))]
        + command.written(in: cast))
  }
}

extension Command {
  /// What stands beside `do`: a row for each command.
  fileprivate func written(in cast: Cast) -> [(ScriptKey, Written?)] {
    switch self {
    case .signIn(let device): [(.device, cast.written(device))]
    case .callAPI(let device): [(.device, cast.written(device))]
    case .callAdminAPI(let device): [(.device, cast.written(device))]
    case .callServer(let device, let server):
      [(.device, cast.written(device)), (.server, cast.written(server))]
    case .refresh(let device): [(.device, cast.written(device))]
    case .refreshInAnotherTab(let device): [(.device, cast.written(device))]
    case .logOut(let device): [(.device, cast.written(device))]
    case .restartBeforeStoring(let device): [(.device, cast.written(device))]
    case .dropNextResponse(let device): [(.device, cast.written(device))]
    case .dropNextRequest(let device): [(.device, cast.written(device))]
    case .duplicateNextRequest(let device): [(.device, cast.written(device))]
    case .delayNextRequest(let device, let by):
      [(.device, cast.written(device)), (.by, .span(by))]
    case .delayNextResponse(let device, let by):
      [(.device, cast.written(device)), (.by, .span(by))]
    case .wire(let order): order.written(in: cast)
    case .changePassword(let user, let revoking):
      [(.person, cast.written(user)), (.revoking, .flag(revoking))]
    case .disableAccount(let user): [(.person, cast.written(user))]
    case .setRole(let user, let isAdmin):
      [(.person, cast.written(user)), (.admin, .flag(isAdmin))]
    case .rotateSigningKey: []
    case .withdrawSigningKeys: []
    case .stealAccessToken(let device): [(.device, cast.written(device))]
    case .stealRefreshToken(let device): [(.device, cast.written(device))]
    case .stealStorage(let device): [(.device, cast.written(device))]
    case .stealSpentRefreshToken(let device): [(.device, cast.written(device))]
    case .stealDatabase: []
    case .stealSigningKey: []
    case .clearStorage(let device): [(.device, cast.written(device))]
    case .attackerCallsAPI: []
    case .attackerCallsServer(let server): [(.server, cast.written(server))]
    case .attackerRefreshes: []
    case .attackerReissues: []
    case .attackerPresentsRefreshToken: []
    case .attackerRefreshesOnDevice(let device): [(.device, cast.written(device))]
    case .attackerRefreshesWith(let token): [(.token, token.written)]
    case .attackerStartsFlow(let device): [(.device, cast.written(device))]
    case .attackerForges(let user): [(.person, cast.written(user))]
    case .attackerForgesAdmin(let user): [(.person, cast.written(user))]
    case .attackerCallsWith(let text): [(.text, .text(text))]
    case .request(let request): request.written(in: cast)
    }
  }
}

extension WireOrder {
  fileprivate func written(in cast: Cast) -> [(ScriptKey, Written?)] {
    switch self {
    case .holdNextRequest(let device), .holdNextResponse(let device):
      [(.device, cast.written(device))]
    case .hold(let message), .release(let message), .drop(let message), .duplicate(let message),
      .deliverNow(let message):
      [(.message, .word("\(message)"))]
    case .swap(let message, let other):
      [(.message, .word("\(message)")), (.with, .word("\(other)"))]
    case .releaseNext, .holdAttackersNextRequest, .holdAttackersNextResponse: []
    }
  }
}

extension HeldRefreshToken {
  fileprivate var written: Written? {
    switch self {
    case .oldest, .spent: .named(self, in: Self.words)
    case .named(let id): .word(id.description)
    }
  }
}

extension ExplicitRequest {
  fileprivate func written(in cast: Cast) -> [(ScriptKey, Written?)] {
    let parameters = parameters.map { $0.written(in: cast) }
    return [
      (.endpoint, .named(endpoint)),
      (.server, cast.written(server)?.unless(server == .first)),
      (.parameters, .list(parameters).unless(parameters.isEmpty)), (.basic, basic?.written),
    ]
  }
}

extension ExplicitRequest.Parameter {
  fileprivate func written(in cast: Cast) -> Written {
    let source: (ParameterKey, Written?) =
      switch value {
      case .text(let text): (.value, .text(text))
      case .refreshToken(let device): (.refreshTokenOf, cast.writtenInFull(device))
      case .accessToken(let device): (.accessTokenOf, cast.writtenInFull(device))
      case .stolenRefreshToken: (.stolen, .word("refresh-token"))
      case .stolenAccessToken: (.stolen, .word("access-token"))
      }
    return .fields([(.name, .text(name)), source])
  }
}

extension ClientCredentials {
  fileprivate var written: Written {
    .fields([(BasicKey.id, .text(clientID)), (.secret, .text(secret))])
  }
}

extension Cast {
  /// The device's name, where there is more than one to choose from.
  func written(_ device: DeviceID) -> Written? {
    writtenInFull(device).unless(devices.count == 1)
  }

  fileprivate func writtenInFull(_ device: DeviceID) -> Written {
    .text(devices[device.index].name)
  }

  /// The resource server's name, where there is more than one to choose from. Of one that is not there
  /// no file can speak.
  func written(_ server: ResourceServerID) -> Written? {
    guard servers.indices.contains(server.index) else { return .text("") }
    return .text(servers[server.index]).unless(servers.count == 1)
  }

  /// The person's name, where there is more than one to choose from.
  fileprivate func written(_ user: UserID) -> Written? {
    .text(people[user.index]).unless(people.count == 1)
  }
}
