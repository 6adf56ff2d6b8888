import TokenCore

/// What an inspector asks for: tokens in parts, and tokens with a part changed.
extension LabCryptography: TokenAnatomist {
  package func anatomy(of text: String) -> TokenAnatomy? {
    guard let parts = TokenParts(text) else { return nil }
    return TokenAnatomy(
      header: parts.header.anatomy, claims: parts.claims.anatomy, signature: parts.signature)
  }

  package func verdicts(
    on token: String, against expectation: AccessTokenExpectation, at now: NumericDate
  ) -> TokenVerdicts {
    let verifier = verifier(expectation)
    switch AccessTokenVerifier.parse(token) {
    case .failure(let flaw):
      return TokenVerdicts(parsing: .flawed([flaw]), signature: .notAsked, claims: .notAsked)
    case .success(let parsed):
      let flaws = verifier.answers(on: parsed, at: now).flaws
      return TokenVerdicts(
        parsing: .good, signature: verifier.signer(of: parsed).verdict,
        claims: flaws.isEmpty ? .good : .flawed(flaws))
    }
  }

  package func replacing(claim name: String, with json: String?, in text: String) -> String? {
    guard var parts = TokenParts(text), parts.claims.replace(name, with: json) else { return nil }
    parts.texts[1] = parts.claims.encoded
    return parts.text
  }

  package func replacing(
    headerMember name: String, with json: String?, in text: String
  ) -> String? {
    guard var parts = TokenParts(text), parts.header.replace(name, with: json) else { return nil }
    parts.texts[0] = parts.header.encoded
    return parts.text
  }
}

/// The three parts of a signed token, read as strictly as a verifier reads them, except that the
/// header may say anything: a token that nobody takes can be looked at all the same.
private struct TokenParts {
  var header: JSONObject
  var claims: JSONObject
  /// As they stand between the dots.
  var texts: [String]

  /// Nil for a reference token and whatever else is no signed token, or is longer than one may be.
  init?(_ token: String) {
    guard token.utf8.count <= CompactJWS.sizeLimit else { return nil }
    let texts = token.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String($0) ?? "" }
    guard texts.count == 3, Base64URL.decode(texts[2]) != nil,
      let header = JSONObject(encoded: texts[0]), let claims = JSONObject(encoded: texts[1])
    else { return nil }
    (self.header, self.claims, self.texts) = (header, claims, texts)
  }

  var signature: String { texts[2] }

  /// The token again, unless it could not be read as one: it is too long, has too many members, or
  /// nests too deep.
  var text: String? {
    let text = texts.joined(separator: ".")
    return TokenParts(text) == nil ? nil : text
  }
}

extension JSONObject {
  fileprivate init?(encoded text: String) {
    guard let bytes = Base64URL.decode(text), let value = try? JSONValue(parsing: bytes),
      let object = value.asObject
    else { return nil }
    self = object
  }

  fileprivate var encoded: String { Base64URL.encode(JSONValue.object(self).serialized()) }

  fileprivate var anatomy: [TokenAnatomy.Member] {
    members.map { member in
      TokenAnatomy.Member(
        name: member.name.text, json: String(decoding: member.value.serialized(), as: UTF8.self))
    }
  }

  /// Changes the member in its place, adds it at the end, or takes it out where there is no JSON.
  /// False, and nothing is changed, where the text is not JSON or there is nothing to take out.
  fileprivate mutating func replace(_ name: String, with json: String?) -> Bool {
    let index = members.firstIndex(of: JSONName(name))
    guard let json else {
      guard let index else { return false }
      members.remove(at: index)
      return true
    }
    guard json.utf8.count <= CompactJWS.sizeLimit,
      let value = try? JSONValue(parsing: Array(json.utf8))
    else { return false }
    let member = JSONMember(name, value)
    if let index { members[index] = member } else { members.append(member) }
    return true
  }
}

extension Result where Failure == AccessTokenFlaw {
  fileprivate var verdict: TokenVerdicts.Verdict {
    switch self {
    case .success: .good
    case .failure(let flaw): .flawed([flaw])
    }
  }
}

extension LabCryptography {
  /// What `exp` says, believed by nobody who verifies; nil for a handle.
  public func expiry(statedIn token: String) -> NumericDate? {
    let claim = anatomy(of: token)?.claims.first { $0.name == "exp" }
    return claim.flatMap { Int64($0.json) }.map { NumericDate(seconds: $0) }
  }
}
