import JOSE
import TokenCore

extension Evidence {
  /// One line of the third verdict, or nil where there is nothing to say.
  package func row(
    _ question: AccessTokenAnswers.Question, _ answer: AccessTokenAnswers.Answer
  ) -> Inspection.Row? {
    guard let (name, specification, good) = words(for: question) else { return nil }
    let outcome: Outcome =
      switch answer {
      case .notAsked: .notChecked("not asked: needs the claims above")
      case .flawed(let flaw):
        .refused(question == .claims ? claimFindings(otherwise: flaw) : [finding(flaw)])
      case .good: good
      }
    return Inspection.Row(name: name, specification: specification, outcome: outcome)
  }

  private typealias Words = (name: String, specification: String, good: Outcome)

  private func words(for question: AccessTokenAnswers.Question) -> Words? {
    switch question {
    case .type: ("typ", "RFC 9068 §4", .good("says that it is an access token"))
    case .claims: ("claims", "RFC 9068 §2.2", .good("the required ones, each of its type"))
    case .issuer: ("issuer", "RFC 9068 §4", wanted(circumstances.issuer, "--issuer"))
    case .audience: ("audience", "RFC 7519 §4.1.3", wanted(circumstances.audience, "--audience"))
    case .expiry: ("expiry", "RFC 7519 §4.1.4", .good("exp \(distance("exp"))"))
    case .consistency: ("dates", "no RFC", .good("\(lifetime) from iat to exp"))
    case .beginning: ("beginning", "RFC 7519 §4.1.5", .good("nbf \(distance("nbf"))"))
    case .issue: ("issue", "RFC 7519 §4.1.6", .good("iat \(distance("iat"))"))
    // No longest lifetime and no way of presenting the token is configured here.
    case .lifetime, .binding: nil
    }
  }

  private func wanted(_ name: String?, _ option: String) -> Outcome {
    name == nil ? .notChecked("not checked: no \(option) given") : .good("the one wanted")
  }

  /// Every claim that is missing or of the wrong type.
  private func claimFindings(otherwise flaw: AccessTokenFlaw) -> [Finding] {
    guard let claims = claims.members else { return [finding(flaw)] }
    let findings = ClaimShape.all.compactMap { shape in
      shape.flaw(in: claims).map { flaw in
        Finding(
          code: flaw.rawValue, specification: specification(of: flaw), expected: shape.wanted,
          found: shown(claims[shape.name]))
      }
    }
    return findings.isEmpty ? [finding(flaw)] : findings
  }
}

extension Evidence {
  package func date(_ name: JSONName) -> NumericDate? {
    claim(name)?.asNumber?.milliseconds.map(NumericDate.init(milliseconds:))
  }

  /// The order that the dates have to stand in, and how they do stand.
  var dateOrder: (expected: String, found: String) {
    let names = claim("nbf") == nil ? ["iat"] : ["iat", "nbf"]
    let found = (names + ["exp"]).map { "\($0) \(moment(JSONName($0)))" }
    return ("\(names.joined(separator: " and ")) before exp", found.joined(separator: ", "))
  }

  var nowWithLeeway: String {
    let leeway = circumstances.leeway
    let allowance = leeway > .zero ? ", give or take \(leeway.shortText)" : ""
    return "now, \(circumstances.now.timestamp)\(allowance)"
  }

  func moment(_ name: JSONName) -> String {
    guard let date = date(name) else { return "none" }
    return "\(date.timestamp) (\(date.distance(from: circumstances.now)))"
  }

  private func distance(_ name: JSONName) -> String {
    date(name)?.distance(from: circumstances.now) ?? "none"
  }

  private var lifetime: String {
    guard let issued = date("iat"), let end = date("exp") else { return "unknown" }
    return
      (Instant(milliseconds: end.milliseconds) - Instant(milliseconds: issued.milliseconds))
      .roughText
  }
}
