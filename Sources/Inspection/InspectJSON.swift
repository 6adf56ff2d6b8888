import JOSE
import TokenCore

/// An inspection as one JSON object on one line. Header and claims are the token's own values; every
/// character that a terminal would not show as it is, is escaped.
package struct InspectJSON {
  private let inspection: Inspection

  package init(inspection: Inspection) {
    self.inspection = inspection
  }

  package var text: String {
    let circumstances = inspection.circumstances
    let object = JSONValue.members([
      ("accepted", .boolean(inspection.isAccepted)),
      ("verdict", .text(inspection.headline)),
      ("at", .text(circumstances.now.timestamp)),
      ("leeway_ms", .number(JSONNumber(circumstances.leeway.milliseconds))),
      ("kind", .text(inspection.shape.name)),
      ("parse", stage(inspection.parse)),
      ("signature", stage(inspection.signature)),
      ("policy", policy),
      ("header", part(inspection.header)),
      ("claims", part(inspection.claims)),
      ("times", times),
      ("notes", .array(inspection.notes.map(JSONValue.text))),
    ])
    return escaped(json: String(decoding: object.serialized(), as: UTF8.self)) + "\n"
  }

  private func stage(_ outcome: Outcome) -> JSONValue {
    .members(members(outcome))
  }

  private func members(_ outcome: Outcome) -> [(String, JSONValue?)] {
    [
      ("verdict", .text(outcome.name)), ("text", .text(outcome.words)),
      ("flaws", .array(outcome.findings.map(flaw))),
    ]
  }

  private func flaw(_ finding: Finding) -> JSONValue {
    .members([
      ("code", .text(finding.code)), ("specification", .text(finding.specification)),
      ("expected", .text(finding.expected)), ("found", .text(finding.found)),
    ])
  }

  private var policy: JSONValue {
    let checks = inspection.policy.map { row in
      JSONValue.members(
        [("check", .text(row.name)), ("specification", .text(row.specification))]
          + members(row.outcome))
    }
    let outcome = inspection.policyOutcome
    return .members([
      ("verdict", .text(outcome.name)), ("text", .text(outcome.words)), ("checks", .array(checks)),
    ])
  }

  private func part(_ part: TokenPart) -> JSONValue? {
    switch part {
    case .object(let object): .object(object)
    case .bytes(let bytes):
      .members([("base64url", .text(Base64URL.encode(bytes)))])
    case .unreadable: nil
    }
  }

  private var times: JSONValue? {
    guard let claims = inspection.claims.members else { return nil }
    return .members(
      ClaimShape.dates(in: claims).map { name, date in
        (
          name,
          .members([
            ("timestamp", .text(date.timestamp)),
            ("distance", .text(date.distance(from: inspection.circumstances.now))),
          ])
        )
      })
  }
}

extension TokenShape {
  package var name: String {
    switch self {
    case .noToken, .withScheme: "no_token"
    case .opaque: "opaque"
    case .encrypted: "encrypted"
    case .signed: "signed"
    }
  }
}

extension JSONValue {
  /// An object of the members that are not nil, in their order.
  fileprivate static func members(_ members: [(String, JSONValue?)]) -> JSONValue {
    .object(
      JSONObject(
        members: members.compactMap { name, value in
          value.map { JSONMember(name, $0) }
        }))
  }
}
