import Testing
import TokenCore

@testable import Simulation

/// Who may call the administrators' API, as the story goes on.
struct RoleTests {
  private static let alice = UserID(index: 0)

  /// Status of each call to the administrators' API.
  private func answers(_ run: Run) -> [Int] {
    run.trace.events.compactMap { event in
      guard case .answered(let exchange) = event.kind,
        case .resourceRequest(let request) = exchange.request, request.path == "/admin"
      else { return nil }
      return exchange.status
    }
  }

  @Test func `whoever becomes an administrator has to sign in again`() {
    var run = Run(.rotationStrict)
    run.play([
      (.zero, .signIn(.laptop)), (.minutes(1), .callAdminAPI(.laptop)),
      (.minutes(2), .setRole(Self.alice, isAdmin: true)), (.minutes(3), .refresh(.laptop)),
      (.minutes(4), .callAdminAPI(.laptop)), (.minutes(5), .logOut(.laptop)),
      (.minutes(6), .signIn(.laptop)), (.minutes(7), .callAdminAPI(.laptop)),
      (.minutes(8), .setRole(Self.alice, isAdmin: false)), (.minutes(9), .callAdminAPI(.laptop)),
      (.minutes(10), .refresh(.laptop)), (.minutes(11), .callAdminAPI(.laptop)),
    ])
    #expect(answers(run) == [403, 403, 200, 200, 403])
  }

  @Test func `a forged token may do what its user may not`() {
    var run = Run(.rotationStrict)
    run.play([
      (.zero, .signIn(.laptop)), (.minutes(1), .callAdminAPI(.laptop)),
      (.minutes(2), .stealSigningKey), (.minutes(3), .attackerForgesAdmin(Self.alice)),
      (.minutes(4), .withdrawSigningKeys), (.minutes(14), .attackerForgesAdmin(Self.alice)),
    ])
    #expect(answers(run) == [403, 200, 401])
  }
}
