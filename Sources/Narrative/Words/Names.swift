import Simulation
import TokenCore

/// Short names for parties and tokens, the same in every pane and in the text trace.
extension Party {
  /// One to two letters for the narrow columns: client, attacker, authorization or resource server.
  package var initials: String {
    switch self {
    case .client: "C"
    case .browser: "B"
    case .attacker: "A"
    case .authorizationServer: "AS"
    case .resourceServer: "RS"
    case .visitor: "V"
    case .network: "NET"
    }
  }
}

extension Party {
  package func name(in setting: Setting) -> String {
    switch self {
    case .client(let device): setting.name(of: device)
    case .browser(let device): "the browser of \(setting.name(of: device))"
    case .attacker: "the attacker"
    case .authorizationServer: "the authorization server"
    case .resourceServer: "the API"
    case .visitor: "a visitor"
    case .network: "the network"
    }
  }
}

extension Setting {
  /// `alice@laptop`.
  package func name(of device: DeviceID) -> String {
    "\(devices[device.index].person)@\(devices[device.index].device)"
  }

  /// `the API`, or its name where there are several.
  package func name(of server: ResourceServerID) -> String {
    guard resourceServers.count > 1 else { return "the API" }
    return resourceServers.indices.contains(server.index)
      ? "the API \(resourceServers[server.index].name)" : "an API \(server)"
  }
}

extension Payload {
  /// The endpoint as one would name it at a blackboard: `POST /token refresh RT1`, `GET /me AT1`.
  package var title: String {
    switch self {
    case .authorizationRequest(let request): "GET /authorize \(request.words)"
    case .tokenRequest(let request): "POST /token \(request.title)"
    case .resourceRequest(let request): "\(request.method.rawValue) \(request.title)"
    case .revocationRequest(let request):
      "POST /revoke \(request.tokenName)"
    case .endSessionRequest(let request): "GET /logout \(request.words)"
    case .introspectionRequest: "POST /introspect"
    case .securityEvent(let event): "POST \(event.host ?? "")/events \(event.family) revoked"
    case .authorizationResponse, .tokenResponse, .resourceResponse, .revocationResponse,
      .endSessionResponse, .introspectionResponse, .securityEventReceipt:
      "answer \(status ?? 0)"
    }
  }

  /// The same in a card's or a narrow row's width: `refresh RT1`, `GET /me AT1`.
  package var shortTitle: String {
    switch self {
    case .authorizationRequest(let request): "authorize \(request.words)"
    case .tokenRequest(let request):
      request.form["grant_type"].text == "authorization_code" ? "use code" : request.title
    case .revocationRequest(let request): "revoke \(request.tokenName)"
    case .endSessionRequest(let request): "logout \(request.words)"
    case .introspectionRequest: "introspect"
    case .securityEvent(let event): "event \(event.family) revoked"
    case .resourceRequest, .authorizationResponse, .tokenResponse, .resourceResponse,
      .revocationResponse, .endSessionResponse, .introspectionResponse, .securityEventReceipt:
      title
    }
  }

  /// The server that it is for.
  package var addressee: Party {
    switch self {
    case .resourceRequest, .securityEvent: .resourceServer
    case .authorizationRequest, .tokenRequest, .revocationRequest, .endSessionRequest,
      .introspectionRequest, .authorizationResponse, .tokenResponse, .resourceResponse,
      .revocationResponse, .endSessionResponse, .introspectionResponse, .securityEventReceipt:
      .authorizationServer
    }
  }
}

extension ResourceRequest {
  /// `/me AT1`, behind the host where there are several.
  fileprivate var title: String {
    let thing = browser == nil ? "token" : "cookie"
    let bearer = token.map { $0.label?.description ?? "a \(thing)" } ?? "no \(thing)"
    let origin = browser?.isFromOtherSite == true ? " from another site" : ""
    return "\(host ?? "")\(path) \(bearer)\(origin)"
  }
}

extension AuthorizationRequest {
  /// A silent sign-in is whoever's the cookie is.
  fileprivate var words: String {
    let age = maxAge.map { " max_age \($0)" } ?? ""
    return (isSilent ? "\(cookie?.label?.description ?? "nobody") silent" : userName) + age
  }
}

extension EndSessionRequest {
  fileprivate var words: String { cookie?.label?.description ?? "without a session" }
}

extension TokenRequest {
  fileprivate var title: String {
    switch form["grant_type"].text {
    case "refresh_token":
      "refresh \(label?.description ?? accessLabel?.description ?? "a token")"
    case "authorization_code": "code"
    case TokenRequest.reissueGrantType: "reissue \(accessLabel?.description ?? "a token")"
    case let other:
      other ?? (form["grant_type"] == .repeated ? "two grant_types" : "without grant_type")
    }
  }
}

extension RevocationRequest {
  fileprivate var tokenName: String {
    label?.description ?? accessLabel?.description ?? "a token"
  }
}

/// Joins what is there: labels of an access and a refresh token, refresh token first.
func tokenNames(_ access: AccessTokenID?, _ refresh: RefreshTokenID?) -> String {
  [refresh?.description, access?.description].compactMap(\.self).joined(separator: " and ")
}
