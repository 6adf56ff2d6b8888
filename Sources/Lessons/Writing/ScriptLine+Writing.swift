import Simulation
import TokenCore

extension ScriptLine {
  /// One line of a story.
  func written(in cast: Cast) -> Written {
    .fields(
      [(ScriptKey.at, .moment(at)), (.command, .named(command.word))]
        + command.arguments.map { ($0.key, $0.written(cast)) })
  }
}

extension HeldRefreshToken {
  var written: Written? {
    switch self {
    case .oldest, .spent: .named(self, in: Self.words)
    case .named(let id): .word(id.description)
    }
  }
}

extension ExplicitRequest {
  /// What stands beside `do: request`.
  var arguments: [WrittenArgument] {
    [
      WrittenArgument(key: .endpoint) { _ in .named(endpoint) },
      WrittenArgument(key: .server) {
        $0.written(server)?.unless(server == .first && !$0.isInFull)
      },
      WrittenArgument(key: .person) {
        endpoint == .authorization ? $0.written(person) : nil
      },
      WrittenArgument(key: .parameters) { cast in
        .list(parameters.map { $0.written(in: cast) }).unless(parameters.isEmpty)
      },
      WrittenArgument(key: .basic) { _ in basic?.written },
      WrittenArgument(key: .cookie) { cast in cookie?.written(in: cast) },
      WrittenArgument(key: .proof) { cast in proof?.written(in: cast) },
      WrittenArgument(key: .headers) { _ in
        .list(headers.map(\.written)).unless(headers.isEmpty)
      },
      WrittenArgument(key: .keep) { _ in
        .fields(Part.allCases.map { ($0, keeps[$0].map(Written.text)) }).unless(keeps.isEmpty)
      },
    ]
  }
}

extension ExplicitRequest.Cookie {
  fileprivate func written(in cast: Cast) -> Written {
    switch self {
    case .text(let text): .fields([(CookieKey.value, .text(text))])
    case .kept(let name): .fields([(CookieKey.kept, .text(name))])
    case .browser(let device): .fields([(CookieKey.browser, cast.writtenInFull(device))])
    }
  }
}

extension ExplicitRequest.Proof {
  fileprivate func written(in cast: Cast) -> Written {
    let key: (ProofKey, Written?) =
      switch key {
      case .named(let name): (.key, .text(name))
      case .device(let device): (.keyOf, cast.writtenInFull(device))
      }
    return .fields([
      key, (.jti, proofID.map(Written.text)), (.htm, method.map(Written.text)),
      (.htu, target.map(Written.text)), (.iat, .span(clockOffset).unless(clockOffset == .zero)),
      (.nonce, nonce.map(Written.text)), (.ath, accessToken.map(Written.text)),
    ])
  }
}

extension ExplicitRequest.Header {
  fileprivate var written: Written {
    .fields([(HeaderKey.name, .text(name)), (.value, .text(value))])
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
      case .kept(let name): (.kept, .text(name))
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
    writtenInFull(device).unless(devices.count == 1 && !isInFull)
  }

  fileprivate func writtenInFull(_ device: DeviceID) -> Written {
    .text(devices[device.index].name)
  }

  /// The resource server's name, where there is more than one to choose from. Of one that is not there
  /// no file can speak.
  func written(_ server: ResourceServerID) -> Written? {
    guard servers.indices.contains(server.index) else { return .text("") }
    return .text(servers[server.index]).unless(servers.count == 1 && !isInFull)
  }

  /// The person's name, where there is more than one to choose from.
  func written(_ user: UserID) -> Written? {
    .text(people[user.index]).unless(people.count == 1 && !isInFull)
  }
}
