import TokenCore

/// The request otherwise, where no server has to be asked for it.
extension Presentation {
  /// With another `scope` parameter, or none: all that was granted.
  package func asking(_ scope: Scope?) -> Presentation {
    changed { form, _ in
      form = form.without("scope")
      if let scope { form.append("scope", scope.description) }
    }
  }

  /// Without its proof of possession.
  package var withoutProof: Presentation {
    var request = request
    request.proof = nil
    return Presentation(
      request: request, from: from, to: to, sentAt: sentAt, arrivedAt: arrivedAt,
      key: nil)
  }

  /// Without the client's secret.
  package var withoutSecret: Presentation {
    changed { form, credentials in
      if let basic = credentials, form["client_id"] == .missing {
        form.append("client_id", basic.clientID)
      }
      form = form.without("client_secret")
      credentials = nil
    }
  }

  /// With the first of each parameter only, and the header's credentials before the body's.
  package var tidied: Presentation {
    changed { form, credentials in
      if credentials != nil { form = form.without("client_secret").without("client_id") }
      form = form.parameters.reduce(into: Form()) { tidy, parameter in
        let isNew = !tidy.parameters.contains { sameBytes($0.name, parameter.name) }
        if isNew { tidy.append(parameter.name, parameter.value) }
      }
    }
  }

  /// The client that the request names, in the header or in the body.
  package var clientID: String? {
    var clientID: String?
    _ = changed { form, credentials in clientID = credentials?.clientID ?? form["client_id"].text }
    return clientID
  }

  /// The form and the credentials of a request that has them, changed.
  func changed(_ change: (inout Form, inout ClientCredentials?) -> Void) -> Presentation {
    var other = self
    switch request {
    case .tokenRequest(var request):
      change(&request.form, &request.basic)
      other.request = .tokenRequest(request)
    case .revocationRequest(var request):
      change(&request.form, &request.basic)
      other.request = .revocationRequest(request)
    case .introspectionRequest(var request):
      change(&request.form, &request.basic)
      other.request = .introspectionRequest(request)
    case .authorizationRequest, .resourceRequest, .endSessionRequest, .authorizationResponse,
      .tokenResponse, .resourceResponse, .revocationResponse, .endSessionResponse,
      .introspectionResponse, .securityEvent, .securityEventReceipt:
      break
    }
    return other
  }

  /// Where a refresh token may stand in a form.
  var refreshTokenTexts: [String] {
    switch request {
    case .tokenRequest(let request): [request.form["refresh_token"].text].compactMap(\.self)
    case .revocationRequest(let request): [request.form["token"].text].compactMap(\.self)
    case .introspectionRequest(let request): [request.form["token"].text].compactMap(\.self)
    case .resourceRequest(let request): [request.token?.text].compactMap(\.self)
    case .authorizationRequest, .endSessionRequest, .authorizationResponse, .tokenResponse,
      .resourceResponse, .revocationResponse, .endSessionResponse, .introspectionResponse,
      .securityEvent, .securityEventReceipt:
      []
    }
  }

  /// The access token that is presented, to the API or for another.
  package internal(set) var accessTokenText: String? {
    get {
      switch request {
      case .resourceRequest(let request): request.token?.text
      case .tokenRequest(let request): request.form["access_token"].text
      case .revocationRequest(let request): request.form["token"].text
      case .introspectionRequest(let request): request.form["token"].text
      case .authorizationRequest, .endSessionRequest, .authorizationResponse, .tokenResponse,
        .resourceResponse, .revocationResponse, .endSessionResponse, .introspectionResponse,
        .securityEvent, .securityEventReceipt:
        nil
      }
    }
    set {
      guard let newValue else { return }
      if case .resourceRequest(var call) = request {
        call.token = AccessToken(text: newValue, label: call.token?.label)
        request = .resourceRequest(call)
      } else {
        self = changed { form, _ in
          let name = form["access_token"] == .missing ? "token" : "access_token"
          form = form.without(name)
          form.append(name, newValue)
        }
      }
    }
  }

  /// The lab's own note of the access token inside, for one that has no row any longer.
  var accessLabel: AccessTokenID? {
    switch request {
    case .resourceRequest(let request): request.token?.label
    case .tokenRequest(let request): request.accessLabel
    case .revocationRequest(let request): request.accessLabel
    case .introspectionRequest, .authorizationRequest, .endSessionRequest, .authorizationResponse,
      .tokenResponse, .resourceResponse, .revocationResponse, .endSessionResponse,
      .introspectionResponse, .securityEvent, .securityEventReceipt:
      nil
    }
  }
}

extension Form {
  /// Without the parameters of that name.
  func without(_ name: String) -> Form {
    Form(parameters.filter { !sameBytes($0.name, name) })
  }
}
