import Simulation
import TokenCore

enum ParameterKey: String, FieldKey {
  case name, value
  case refreshTokenOf = "refresh-token-of"
  case accessTokenOf = "access-token-of"
  case stolen, kept
}

enum BasicKey: String, FieldKey {
  case id, secret
}

extension Cast {
  private typealias Parameter = ExplicitRequest.Parameter

  /// The parameters of a request in the order written; a name may come twice, and none at all is a
  /// request, too.
  func parameters(_ cursor: Cursor?) throws(ScenarioError) -> [ExplicitRequest.Parameter] {
    guard let cursor else { return [] }
    var parameters: [Parameter] = []
    for item in try cursor.items("a parameter", atMost: 100) {
      let fields = try Fields<ParameterKey>(item)
      parameters.append(Parameter(try fields.required(.name).name(), try value(fields)))
    }
    return parameters
  }

  /// The parameters of an authorization request: the known ones, each once at most.
  func authorizationParameters(
    _ cursor: Cursor?
  ) throws(ScenarioError) -> [ExplicitRequest.Parameter] {
    let parameters = try parameters(cursor)
    guard let cursor else { return parameters }
    let known = ExplicitRequest.authorizationNames
    for (index, parameter) in parameters.enumerated() {
      guard known.contains(where: { sameBytes($0, parameter.name) }) else {
        throw cursor.error(
          "\(cursor.label) wants \(alternatives(known)) with to: authorization, "
            + "found \(quoted(parameter.name))")
      }
      guard !parameters.prefix(index).contains(where: { sameBytes($0.name, parameter.name) }) else {
        throw cursor.error(
          "\(cursor.label) wants each name once with to: authorization, "
            + "found \(quoted(parameter.name)) more than once")
      }
    }
    return parameters
  }

  /// Exactly one of the keys that say where a value comes from.
  private func value(
    _ fields: Fields<ParameterKey>
  ) throws(ScenarioError) -> ExplicitRequest.Value {
    let sources = ParameterKey.allCases.filter { $0 != .name }
    let present = sources.filter { fields[$0] != nil }
    if present.count > 1 { try fields.refuse(present[1], with: present[0]) }
    guard let key = present.first, let cursor = fields[key] else {
      let names = alternatives(sources.map { "'\($0.rawValue)'" })
      throw fields.cursor.error("\(fields.cursor.label) wants \(names), found none of them")
    }
    switch key {
    case .name, .value: return .text(try cursor.anyText())
    case .refreshTokenOf: return .refreshToken(of: try device(cursor, of: fields.cursor))
    case .accessTokenOf: return .accessToken(of: try device(cursor, of: fields.cursor))
    case .stolen:
      return try cursor.word(
        of: ["refresh-token": .stolenRefreshToken, "access-token": .stolenAccessToken])
    case .kept: return .kept(try cursor.slug())
    }
  }
}

extension ClientCredentials {
  init(_ cursor: Cursor) throws(ScenarioError) {
    let fields = try Fields<BasicKey>(cursor)
    self.init(
      clientID: try fields.required(.id).anyText(), secret: try fields.required(.secret).anyText())
  }
}
