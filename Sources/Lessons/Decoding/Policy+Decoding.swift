import TokenCore

enum PolicyKey: String, FieldKey {
  case accessToken = "access-token"
  case renewal
  case refreshToken = "refresh-token"
  case sso = "sso-session"
  case proofNonce = "proof-nonce"
  case name
}

extension Policy {
  /// Reads a policy and refuses one that contradicts itself.
  init(_ cursor: Cursor) throws(ScenarioError) {
    let fields = try Fields<PolicyKey>(cursor)
    let accessToken = try fields.required(.accessToken)
    try Self.refuseEndless(accessToken, renewal: fields[.renewal])
    self.init(
      accessToken: try AccessTokenPolicy(accessToken), renewal: try Renewal(fields),
      sso: try fields[.sso].map(SSOSessionPolicy.init) ?? SSOSessionPolicy(),
      proofNonce: try fields[.proofNonce]?.durationOrNone())
    try refuseFaults(at: cursor)
  }

  /// Reads the parts of another policy that differ from the one that there is: each part that is left
  /// out stays as it is.
  init(_ cursor: Cursor, instead old: Policy) throws(ScenarioError) {
    let fields = try Fields<PolicyKey>(cursor)
    try fields.refuse([.name], because: "in a policy that another one becomes")
    self = old
    let parts = [PolicyKey.accessToken, .renewal, .refreshToken, .sso, .proofNonce].map {
      fields[$0]
    }
    guard parts.contains(where: { $0 != nil }) else {
      throw cursor.wants("access-token, renewal, refresh-token, sso-session or proof-nonce")
    }
    if let access = fields[.accessToken] {
      try Self.refuseEndless(access, renewal: fields[.renewal])
      accessToken = try AccessTokenPolicy(access)
    }
    if parts[1...2].contains(where: { $0 != nil }) { renewal = try Renewal(fields) }
    if let sso = fields[.sso] { self.sso = try SSOSessionPolicy(sso) }
    if let nonce = fields[.proofNonce] { proofNonce = try nonce.durationOrNone() }
    try refuseFaults(at: cursor)
  }

  private func refuseFaults(at cursor: Cursor) throws(ScenarioError) {
    guard faults.isEmpty else {
      let problems = faults.map(\.description).joined(separator: "; ")
      throw cursor.error("\(cursor.label) cannot be: \(problems)")
    }
  }

  /// A lifetime of `none` is no lifetime, and where renewal waits for the end it is a contradiction.
  private static func refuseEndless(
    _ accessToken: Cursor, renewal: Cursor?
  ) throws(ScenarioError) {
    let fields = try Fields<AccessTokenKey>(accessToken)
    guard let lifetime = fields[.lifetime], lifetime.text == "none" else { return }
    let reissue = RenewalKey.reissue.rawValue
    guard renewal?.pairs?.contains(where: { $0.key == reissue }) == true else {
      throw lifetime.wants("a duration like 15m, for every access token has to end")
    }
    throw lifetime.error(
      "\(lifetime.label) none contradicts renewal re-issue: a token that never expires is never "
        + "re-issued")
  }
}
