import TokenCore

extension NetworkOrder {
  /// What befalls a token request, whatever the values.
  enum Kind: CaseIterable {
    case dropNextResponse, dropNextRequest, duplicateNextRequest, delayNextRequest
    case delayNextResponse
  }

  var kind: Kind {
    switch self {
    case .dropNextResponse: .dropNextResponse
    case .dropNextRequest: .dropNextRequest
    case .duplicateNextRequest: .duplicateNextRequest
    case .delayNextRequest: .delayNextRequest
    case .delayNextResponse: .delayNextResponse
    }
  }

  /// Every order that the world has values for.
  static func menu(in world: World) -> [NetworkOrder] {
    Kind.allCases.flatMap { menu(of: $0, in: world) }
  }

  private static func menu(of kind: Kind, in world: World) -> [NetworkOrder] {
    let span = world.setting.habit.responseTimeout + .seconds(1)
    return switch kind {
    case .dropNextResponse: [.dropNextResponse]
    case .dropNextRequest: [.dropNextRequest]
    case .duplicateNextRequest: [.duplicateNextRequest]
    case .delayNextRequest: [.delayNextRequest(by: span)]
    case .delayNextResponse: [.delayNextResponse(by: span)]
    }
  }
}
