import Testing
import TokenCore

@testable import JOSE

/// One hostile (or merely unusual) token and what a correct verifier says of it.
struct CatalogueRow: Sendable, CustomTestStringConvertible {
  /// The row of the catalogue; several inputs can belong to one row.
  let id: String
  let input: String
  let token: String
  let flaw: AccessTokenFlaw?
  var keys: [SealingKey] = [Fixture.hs256]
  var rules = Fixture.rules

  var testDescription: String {
    "\(id) \(input): \(flaw?.rawValue ?? "accepted")"
  }

  static func refused(
    _ id: String, _ input: String, _ flaw: AccessTokenFlaw, _ token: String,
    keys: [SealingKey] = [Fixture.hs256], rules: AccessTokenRules = Fixture.rules
  ) -> CatalogueRow {
    CatalogueRow(id: id, input: input, token: token, flaw: flaw, keys: keys, rules: rules)
  }

  static func accepted(
    _ id: String, _ input: String, _ token: String, keys: [SealingKey] = [Fixture.hs256],
    rules: AccessTokenRules = Fixture.rules
  ) -> CatalogueRow {
    CatalogueRow(id: id, input: input, token: token, flaw: nil, keys: keys, rules: rules)
  }

  static let all = algorithms + encodings + json + headers + claims
}
