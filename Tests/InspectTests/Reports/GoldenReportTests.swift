import JOSE
import Testing
import TokenCore

@testable import Inspection
@testable import tokenlab

/// Reports as they were approved: one for each thing that tends to be wrong with a token.
struct GoldenReportTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let inspection: @Sendable () throws -> Inspection
    var testDescription: String { name }
  }

  @Test(arguments: cases)
  func `a report reads as it was approved`(row: Case) throws {
    let inspection = try row.inspection()
    try Golden(name: row.name + ".txt").check(InspectText(inspection: inspection).text)
  }

  @Test(arguments: cases.filter { asJSON.contains($0.name) })
  func `a report as JSON is as it was approved`(row: Case) throws {
    let inspection = try row.inspection()
    try Golden(name: row.name + ".json").check(InspectJSON(inspection: inspection).text)
  }

  @Test func `every recorded report belongs to a test`() throws {
    let expected = Self.cases.map { $0.name + ".txt" } + Self.asJSON.map { $0 + ".json" }
    #expect(try Golden.recordedNames() == expected.sorted())
  }

  @Test(arguments: cases)
  func `only the good ones are accepted`(row: Case) throws {
    let good = ["good", "good-unasked", "hostile-claims", "bound"]
    #expect(try row.inspection().isAccepted == good.contains(row.name))
  }

  private static let asJSON = ["good", "hostile-claims", "expired"]

  private static func report(
    _ name: String, _ token: @escaping @Sendable @autoclosure () -> String
  ) -> Case {
    Case(name: name) { .of(token(), keys: try .jwk()) }
  }

  static let cases =
    [
      report("good", Token.good), report("tampered", Token.tampered),
      report("alg-none", Token.unsigned), report("opaque", Token.opaque),
      report(
        "duplicate-member",
        Token.seal(Token.object(Token.header), Token.object(Token.claims + [("\\u0065xp", "2e9")]))),
      report(
        "hostile-claims",
        Token.make(claims: [
          "sub": #""alice\u0000admin\u001b[2J\u0007\u202egnp.exe \u00e9e\u0301 \\u{41}""#,
          "\\u001b]0;owned\\u0007": #"{"\u200b":"\u009b31m"}"#,
        ])),
      report("unknown-kid", Token.make(header: ["kid": #""../../dev/null""#])),
      report("proof", Token.proof), report("call-proof", Token.callProof),
      report("bearer", "Bearer " + Token.good),
      report("bound", Token.make(claims: ["cnf": #"{"jkt":"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2"}"#])),
      report(
        "many-flaws",
        Token.make(
          header: ["typ": #""JWT""#],
          claims: ["exp": #""soon""#, "jti": nil, "sub": "5", "nonce": #""n-0S6""#])),
      report("broken-json", Token.make(claims: ["exp": "1767225900,"])),
    ] + circumstances

  private static let circumstances = [
    Case(name: "good-unasked") {
      .of(Token.good, keys: try .jwk(), issuer: nil, audience: nil, leeway: .seconds(30))
    },
    Case(name: "no-key") { .of(Token.good, keys: nil) },
    Case(name: "expired") {
      .of(Token.good, keys: try .jwk(), leeway: .seconds(30), at: Token.now + .days(3))
    },
    Case(name: "wrong-issuer-and-audience") {
      .of(
        Token.good, keys: try .jwk(), issuer: "https://as.example/",
        audience: "https://other.example")
    },
    Case(name: "confusion") {
      let pem = Array(RSAKey.pem.utf8)
      return .of(
        Token.make(header: ["kid": nil], key: try SealingKey(secret: pem)),
        keys: try KeyFile(path: "rsa.pem", bytes: pem))
    },
  ]
}

extension NumericDate {
  static func + (date: NumericDate, span: TimeSpan) -> NumericDate {
    NumericDate(milliseconds: date.milliseconds + span.milliseconds)
  }
}
