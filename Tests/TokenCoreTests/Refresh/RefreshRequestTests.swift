import CustomDump
import Testing

@testable import TokenCore

/// Requests that never reach the table: the form itself is wrong (RFC 6749 §3.2, §5.2).
struct RefreshRequestTests {
  var bench = Bench(.rotating())

  @Test(arguments: [
    "grant_type", "refresh_token", "client_id", "scope", "foo",
  ])
  mutating func `a doubled parameter is malformed, even with equal values`(
    _ name: String
  ) throws {
    let grant = try bench.signIn()
    let before = bench.server
    let values = [
      "grant_type": "refresh_token", "refresh_token": grant.refreshToken?.text ?? "",
      "client_id": "web", "scope": "read", "foo": "bar",
    ]
    var form: Form = [
      "grant_type": "refresh_token", "refresh_token": grant.refreshToken?.text ?? "",
      "scope": "read", "foo": "bar",
    ]
    form.append(name, values[name] ?? "")
    let answer = bench.post(form, by: .web)
    expectNoDifference(answer.outcome, .refused(.requestMalformed, .invalidRequest))
    #expect(bench.server == before)
    #expect(bench.refresh(grant.refreshToken, at: .start).outcome.status == 200)
  }

  @Test(arguments: ["grant_type", "refresh_token"], ["", nil])
  mutating func `a required parameter that is empty or left out is malformed`(
    _ name: String, _ value: String?
  ) throws {
    let grant = try bench.signIn()
    let before = bench.server
    let complete: Form = [
      "grant_type": "refresh_token", "refresh_token": grant.refreshToken?.text ?? "",
    ]
    var form = Form(complete.parameters.filter { $0.name != name })
    if let value { form.append(name, value) }
    let answer = bench.post(form)
    expectNoDifference(answer.outcome, .refused(.requestMalformed, .invalidRequest))
    #expect(bench.server == before)
  }

  @Test mutating func `an empty scope and an unknown parameter change nothing`() throws {
    let grant = try bench.signIn()
    let answer = bench.post([
      "grant_type": "refresh_token", "refresh_token": grant.refreshToken?.text ?? "",
      "scope": "", "foo": "bar",
    ])
    #expect(try answer.granted.scope == Scope("read write"))
  }

  @Test(arguments: [
    "password", "client_credentials", "foo", "Refresh_Token", "refresh_token ",
    "urn:ietf:params:oauth:grant-type:jwt-bearer",
  ])
  mutating func `a grant type that is not offered is named so`(_ grantType: String) throws {
    let grant = try bench.signIn()
    let before = bench.server
    let answer = bench.post([
      "grant_type": grantType, "refresh_token": grant.refreshToken?.text ?? "",
    ])
    expectNoDifference(answer.outcome, .refused(.grantTypeUnsupported, .unsupportedGrantType))
    #expect(bench.server == before)
  }

  @Test func `a server without refresh tokens does not offer the grant`() throws {
    var bench = Bench(.withoutRefresh)
    let grant = try bench.signIn()
    #expect(grant.refreshToken == nil)
    let answer = bench.post(["grant_type": "refresh_token", "refresh_token": "anything"])
    expectNoDifference(answer.outcome, .refused(.grantTypeUnsupported, .unsupportedGrantType))
  }
}
