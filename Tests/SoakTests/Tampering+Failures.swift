import Soak
import TestRuns

@testable import Simulation
@testable import TokenCore

/// Changes where a part of the server has failed, or could have.
extension Tampering {
  /// The row of the sign-in's token is said to be the parent of two.
  static var secondWinner: Tampering {
    let story = Story(
      orders: [
        (.minutes(1), .client(.laptop, .refresh)), (.minutes(2), .client(.laptop, .refresh)),
      ]
    )
    return Tampering(
      story, at: .rotation, breaking: [.generationsRiseByOne]
    ) {
      let server = $0.after.authorizationServer
      let row = server.refreshTokens[2]
      $0.after.authorizationServer.refreshTokens[2] = RefreshTokenRecord(
        id: row.id, family: row.family, generation: row.generation,
        parent: RefreshTokenID(index: 0), digest: row.digest, issuedAt: row.issuedAt,
        idleDeadline: row.idleDeadline, state: row.state)
    }
  }

  static var keptWrite: Tampering {
    let story = Story(
      orders: [
        (.minutes(1), .administration(.failNextWrite)), (.minutes(2), .client(.laptop, .refresh)),
      ])
    return Tampering(story, at: .refusal) {
      $0.after.authorizationServer.seenProofs["kept"] = $0.after.now
    }
  }

  static var untoldCallServed: Tampering {
    .serving(
      Story(
        access: AccessTokenPolicy(
          lifetime: .minutes(15), check: .introspection(cache: .zero), keySetCache: .zero),
        orders: [
          (.minutes(1), .administration(.stopIntrospection)),
          (.minutes(2), .client(.laptop, .callAPI)),
        ]))
  }
}
