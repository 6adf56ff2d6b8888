import CustomDump
import Testing

@testable import TokenCore

/// Whatever else is wrong with a request, the first row that fails decides: every combination of
/// faults, not only pairs.
struct RefreshPrecedenceTests {
  /// Sign-in, one refresh at once, and then a request with these faults.
  @Test(arguments: RefreshFault.combinations)
  func `the earliest fault decides alone`(_ faults: [RefreshFault]) throws {
    let earliest = try #require(faults.first)
    var bench = Bench(RefreshFault.policy)
    let grant = try bench.signIn(on: .backend)
    let successor = try bench.refresh(grant.refreshToken, by: .backend, at: .start).granted
    let token = faults.contains(.spent) ? grant : successor
    for fault in faults { fault.arrange(&bench, presenting: token) }
    let before = bench.server

    let answer = bench.post(
      RefreshFault.form(for: token, with: faults), by: RefreshFault.presenter(with: faults),
      at: RefreshFault.moment(with: faults))

    #expect(answer.decision.denial?.reason == earliest.reason)
    #expect(answer.response == .error(earliest.error, status: earliest.status))
    if !earliest.changesSomething {
      expectNoDifference(bench.server, before)
      #expect(answer.events == [])
    }
    #expect(bench.server.families[0].state == earliest.familyState(among: faults))
  }
}

/// What can be wrong with a refresh request, in the order of the table.
enum RefreshFault: CaseIterable {
  case malformed
  case unauthenticated
  case unknown
  case otherClient
  case revoked
  case disabled
  case absoluteOver
  case spent
  case idleOver
  case scope

  static let combinations: [[RefreshFault]] = (1..<1 << allCases.count).map { bits in
    allCases.enumerated().filter { bits & 1 << $0.offset != 0 }.map(\.element)
  }

  static let policy = Policy.rotating(idle: .hours(9), absolute: .hours(8))

  static func moment(with faults: [RefreshFault]) -> Instant {
    faults.contains(.absoluteOver) ? .at(.hours(8)) : .at(.hours(7))
  }

  static func presenter(with faults: [RefreshFault]) -> Presenter {
    let honest: Presenter = faults.contains(.otherClient) ? .reports : .backend
    return faults.contains(.unauthenticated) ? honest.with(bodySecret: "wrong") : honest
  }

  static func form(for token: TokenGrant, with faults: [RefreshFault]) -> Form {
    let text = token.refreshToken?.text ?? ""
    var form: Form = [
      "grant_type": "refresh_token",
      "refresh_token": faults.contains(.unknown) ? text + "A" : text,
    ]
    if faults.contains(.scope) { form.append("scope", "admin") }
    if faults.contains(.malformed) { form.append("refresh_token", text) }
    return form
  }

  func arrange(_ bench: inout Bench, presenting token: TokenGrant) {
    switch self {
    case .malformed, .unknown, .unauthenticated, .otherClient, .absoluteOver, .spent, .scope:
      break
    case .revoked: bench.server.families[0].state = .revoked(at: .start, .logout)
    case .disabled: bench.server.users[0].isEnabled = false
    case .idleOver:
      guard let label = token.refreshToken?.label else { return }
      bench.server.refreshTokens[label.index].idleDeadline = .at(.hours(7))
    }
  }

  var reason: DenialReason {
    switch self {
    case .malformed: .requestMalformed
    case .unknown: .refreshUnknown
    case .unauthenticated: .clientAuthenticationFailed
    case .otherClient: .clientMismatch
    case .revoked: .familyRevoked
    case .disabled: .userDisabled
    case .absoluteOver: .expiredAbsolute
    case .idleOver: .expiredIdle
    case .spent: .reuseDetected(.noGrace)
    case .scope: .scopeRefused
    }
  }

  var error: ErrorCode {
    switch self {
    case .malformed: .invalidRequest
    case .unauthenticated: .invalidClient
    case .scope: .invalidScope
    case .unknown, .otherClient, .revoked, .disabled, .absoluteOver, .idleOver, .spent:
      .invalidGrant
    }
  }

  var status: Int { self == .unauthenticated ? 401 : 400 }

  /// An end of the whole family is written down, and a reuse revokes; nothing else changes anything.
  func familyState(among faults: [RefreshFault]) -> TokenFamily.State {
    let now = Self.moment(with: faults)
    return switch self {
    case .absoluteOver: .closed(at: now)
    case .idleOver: .closed(at: now)
    case .spent: .revoked(at: now, .reuse)
    case .malformed, .unknown, .unauthenticated, .otherClient, .revoked, .disabled, .scope:
      faults.contains(.revoked) ? .revoked(at: .start, .logout) : .active
    }
  }

  var changesSomething: Bool {
    switch self {
    case .absoluteOver, .spent, .idleOver: true
    case .malformed, .unknown, .unauthenticated, .otherClient, .revoked, .disabled, .scope: false
    }
  }
}
