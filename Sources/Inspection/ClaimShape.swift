import JOSE
import TokenCore

/// What a claim of an access token has to be (RFC 9068 §2.2, RFC 7519 §4.1), in the order in which the
/// verifier looks at them. Issuer and audience are asked about on their own.
package struct ClaimShape {
  package enum Kind {
    case text, nonEmptyText, date, integer, confirmation, status
  }

  package let name: JSONName
  package let kind: Kind
  var isRequired = false

  package static let all = [
    ClaimShape(name: "sub", kind: .nonEmptyText, isRequired: true),
    ClaimShape(name: "client_id", kind: .text, isRequired: true),
    ClaimShape(name: "iat", kind: .date, isRequired: true),
    ClaimShape(name: "nbf", kind: .date),
    ClaimShape(name: "exp", kind: .date, isRequired: true),
    ClaimShape(name: "jti", kind: .text, isRequired: true),
    ClaimShape(name: "scope", kind: .text),
    ClaimShape(name: "auth_time", kind: .date),
    ClaimShape(name: "sid", kind: .text),
    ClaimShape(name: "token_version", kind: .integer),
    ClaimShape(name: "cnf", kind: .confirmation),
    ClaimShape(name: "status", kind: .status),
  ]

  package static func dates(in claims: JSONObject) -> [(name: String, date: NumericDate)] {
    claims.members.compactMap { member in
      guard Self.all.contains(where: { $0.name == member.name && $0.kind == .date }),
        let milliseconds = member.value.asNumber?.milliseconds
      else { return nil }
      return (member.name.text, NumericDate(milliseconds: milliseconds))
    }
  }

  /// The verifier's flaw, or nil where the claim is as it should be.
  package func flaw(in claims: JSONObject) -> AccessTokenFlaw? {
    guard let value = claims[name] else {
      // Whatever is wrong with `sub` has one name.
      return isRequired ? (kind == .nonEmptyText ? .claimType : .missingClaim) : nil
    }
    return isFitting(value) ? nil : .claimType
  }

  private func isFitting(_ value: JSONValue) -> Bool {
    switch kind {
    case .text: value.asText != nil
    case .nonEmptyText: value.asText?.isEmpty == false
    case .date: value.asNumber?.milliseconds != nil
    case .integer: value.asNumber?.whole != nil
    case .confirmation: value.asObject.map { $0["jkt"].map { $0.asText != nil } ?? true } ?? false
    case .status: value.asObject.map { $0["status_list"].map(Self.isEntry) ?? true } ?? false
    }
  }

  /// Whether it says which entry of which list.
  private static func isEntry(_ value: JSONValue) -> Bool {
    guard let entry = value.asObject, let index = entry["idx"]?.asNumber?.whole else {
      return false
    }
    return Int(exactly: index).map { $0 >= 0 } ?? false && entry["uri"]?.asText != nil
  }

  var wanted: String {
    switch kind {
    case .text: "\(name.text), a text"
    case .nonEmptyText: "\(name.text), a text that is not empty"
    case .date: "\(name.text), seconds since 1970 as a number"
    case .integer: "\(name.text), a whole number"
    case .confirmation: "\(name.text), an object, with jkt a text"
    case .status: "\(name.text), an object, with idx and uri in status_list"
    }
  }
}
