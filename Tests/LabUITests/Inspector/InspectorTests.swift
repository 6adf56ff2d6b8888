import Canvas
import JOSE
import Simulation
import Testing
import TokenCore

@testable import LabUI

struct InspectorTests {
  private func inspected() throws -> LabModel {
    try .scenario("victim-first", at: .minutes(16)).after("I")
  }

  private func typing(_ text: String, in model: LabModel) -> LabModel {
    var model = model
    for scalar in text.unicodeScalars { _ = model.update(.key(.character(scalar))) }
    return model
  }

  /// The member named so is selected, its value replaced.
  private func changing(_ name: String, to json: String) throws -> LabModel {
    var model = try inspected()
    let index = try #require(
      model.inspectorBench.members(of: Inspector()).firstIndex { $0.name == name })
    for _ in 0..<index { model.press("down") }
    model.press("enter")
    for _ in 0..<Inspector.longestValue { model.press("backspace") }
    return typing(json, in: model).after("enter")
  }

  @Test func `an untouched token has three good verdicts and its times on this clock`() throws {
    let text = try inspected().frame(.large).text
    #expect(text.contains("HEADER     ✓ well-formed"))
    #expect(text.contains("CLAIMS     ✓ what the API wants now"))
    #expect(text.contains("SIGNATURE  ✓ made with a key of the server"))
    #expect(text.contains("in 14:01, at 30:01 on this clock"))
  }

  @Test(arguments: [
    ("scope", "\"read write admin\"", Check.signatureValid),
    ("exp", "99999999999", .signatureValid),
    ("aud", "\"https://elsewhere.example\"", .signatureValid),
    ("alg", "\"none\"", .headerAcceptable), ("typ", "\"JWT\"", .headerAcceptable),
    ("kid", "\"another\"", .headerAcceptable),
  ])
  func `a changed token is refused, and the check that refuses it is shown`(
    name: String, json: String, check: Check
  ) throws {
    let changed = try changing(name, to: json)
    #expect(changed.frame(.large).text.contains("CHANGED"))
    let presented = changed.after("C")
    let exchange = try #require(presented.currentAnswer?.exchange)
    #expect(exchange.from == .attacker && exchange.status == 401)
    #expect(exchange.decision.lines.last?.check == check, "\(exchange.decision.lines)")
    #expect(presented.zoomed == .why && presented.overlay == nil)
    #expect(presented.whatIf != nil)
  }

  @Test func `an unchanged copy is served, to whomever brings it`() throws {
    let presented = try inspected().after("C")
    #expect(presented.currentAnswer?.exchange.status == 200)
  }

  @Test func `what is no JSON is refused, and what was typed stays`() throws {
    let model = try changing("sub", to: "bob")
    guard case .inspector(let inspector) = model.overlay else { return #expect(Bool(false)) }
    #expect(inspector.typed == "bob" && inspector.changed == nil)
    #expect(model.frame(.large).text.contains("that is no JSON value"))
    #expect(model.after("esc esc").overlay == nil)
  }

  @Test func `a claim is taken out, and the token is as it came again`() throws {
    var model = try inspected()
    let count = model.inspectorBench.members(of: Inspector()).count
    model.press("down down down down x")
    guard case .inspector(let inspector) = model.overlay else { return #expect(Bool(false)) }
    #expect(model.inspectorBench.members(of: inspector).count == count - 1)
    model.press("backspace")
    #expect(!model.frame(.large).text.contains("CHANGED"))
  }

  @Test func `of an opaque token the server's row is shown`() throws {
    let text = try inspected().after("tab").frame(.large).text
    #expect(text.contains("THE SERVER'S ROW") && text.contains("generation  2"))
    #expect(try inspected().after("tab x").status?.contains("no claims") == true)
  }

  @Test func `nobody's token is no token`() {
    let model = LabModel.quiet().after("I")
    #expect(model.frame(.medium).text.contains("nobody holds a token"))
    #expect(model.after("C").status == "there is no token to present")
    #expect(model.after("x enter tab left").overlay != nil)
  }

  @Test(arguments: ["\u{1B}[31m", "\u{202E}abc", "\u{7}"])
  func `control characters in a claim never reach the screen`(text: String) throws {
    let token = try #require(try inspected().client.storage.accessToken?.text)
    let json =
      "\""
      + text.unicodeScalars.map {
        $0.value < 0x20
          ? "\\u00\($0.value < 16 ? "0" : "")\(String($0.value, radix: 16))" : String($0)
      }.joined() + "\""
    var inspector = Inspector()
    inspector.changed = LabCryptography().replacing(claim: "sub", with: json, in: token)
    #expect(inspector.changed != nil)
    var model = try inspected()
    model.overlay = .inspector(inspector)
    let scalars = model.frame(.large).text.unicodeScalars
    #expect(
      !scalars.contains { text.unicodeScalars.contains($0) && ($0.value < 32 || $0.value > 0x2000) }
    )
  }
}
