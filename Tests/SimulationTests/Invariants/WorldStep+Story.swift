import TokenCore

@testable import Simulation

/// What a step may not do to time, to the trace, and to whoever calls the API.
extension WorldStep {
  var fallenTime: String? {
    guard after.now >= before.now else { return "\(before.now) to \(after.now)" }
    return events.first { $0.at != after.now }.map { "event \($0.id) at \($0.at)" }
  }

  var lateCause: String? {
    events.first { event in
      guard let cause = event.cause else { return false }
      return cause >= event.id || trace.events[cause].at > event.at
    }
    .map { "event \($0.id)" }
  }

  var silentChange: String? {
    events.isEmpty && before.parties != after.parties ? "something" : nil
  }

  /// The token of each call that was served in this step.
  private var served: [AccessTokenID] {
    events.compactMap { event in
      guard case .answered(let exchange) = event.kind, exchange.status == 200,
        case .resourceRequest(let request) = exchange.request
      else { return nil }
      return request.token?.label
    }
  }

  var servedAfterExpiry: String? {
    served.first { id in
      let end = after.authorizationServer.record(of: id).expiresAt
      return after.now >= end + after.setting.policy.accessToken.leeway
    }
    .map { "\($0)" }
  }

  var servedAfterFamily: String? {
    let access = after.setting.policy.accessToken
    guard access.endsWithFamily, access.check != .signatureOnly else { return nil }
    let server = before.authorizationServer
    return served.first { server.family(server.record(of: $0).family).isRevoked }.map { "\($0)" }
  }

  var servedAfterRevocation: String? {
    guard after.setting.policy.accessToken.check != .signatureOnly else { return nil }
    return served.first { before.authorizationServer.record(of: $0).revokedAt != nil }
      .map { "\($0)" }
  }
}
