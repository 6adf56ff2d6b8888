import JOSE

extension Evidence {
  /// The first member of the header that is not what it must be.
  var wrongHeader: (expected: String, found: String) {
    guard let members = header.members else {
      if case .bytes(let bytes) = header, let value = try? JSONValue(parsing: bytes) {
        return ("a JSON object as header", shown(value))
      }
      return ("a JSON object as header", "nothing")
    }
    if members["alg"] == nil { return ("alg in the header", "none") }
    let texts = ["alg", "typ", "kid", "cty"].first {
      members[JSONName($0)].map { $0.asText == nil } ?? false
    }
    if let texts { return ("\(texts): a text", shown(members[JSONName(texts)])) }
    if let key = members["jwk"], key.asObject == nil { return ("jwk: an object", shown(key)) }
    return ("b64: true or false", shown(members["b64"]))
  }

  /// The member that would have the verifier trust whatever the token brings along.
  var keyReference: (expected: String, found: String) {
    let name = ["jku", "x5u", "x5c", "jwk"].first { headerMember(JSONName($0)) != nil } ?? "jwk"
    return (
      "keys from the issuer's configuration only",
      "\(name) in the header: \(shortened(shown(headerMember(JSONName(name))), limit: 60))"
    )
  }
}

extension Evidence {
  var wrongAlgorithm: (expected: String, found: String) {
    let found = "alg " + shown(headerMember("alg"))
    guard let file = circumstances.keys else { return ("an algorithm that signs", found) }
    let algorithms = SigningAlgorithm.allCases.filter { algorithm in
      file.keys.contains { $0.algorithm == algorithm }
    }
    guard !algorithms.isEmpty else {
      let reason = file.skipped.first.map { ": \($0.explanation)" } ?? ""
      return ("an algorithm of \(file.name), which holds no key to use\(reason)", found)
    }
    let names = algorithms.map(\.rawValue).joined(separator: " or ")
    return ("\(names), which \(file.name) is for", found)
  }

  var unknownKey: (expected: String, found: String) {
    let known = (circumstances.keys?.keys ?? []).compactMap(\.keyID).map { quoted($0, limit: 40) }
    let shownNames = known.prefix(4).joined(separator: ", ")
    let more = known.count > 4 ? " and \(known.count - 4) more" : ""
    return ("one of the keys given: \(shownNames)\(more)", "kid " + shown(headerMember("kid")))
  }

  var mismatchedKey: (expected: String, found: String) {
    let kid = headerMember("kid")?.asText ?? ""
    let key = circumstances.keys?.keys.first { $0.keyID?.utf8.elementsEqual(kid.utf8) ?? true }
    let name = key?.algorithm.rawValue ?? "another algorithm"
    return (
      "\(name), the only algorithm of the key \(quoted(kid, limit: 40))",
      "alg " + shown(headerMember("alg"))
    )
  }

  var wrongSignature: (expected: String, found: String) {
    let file = circumstances.keys?.name ?? "the key"
    let algorithm = headerMember("alg")?.asText.flatMap(SigningAlgorithm.init(headerName:))
    let size = algorithm == .hs256 ? 32 : 64
    let found = parts.last.flatMap { Base64URL.decode($0) }?.count ?? 0
    guard found == size else {
      return ("a signature of \(size) bytes", found == 0 ? "none" : "\(found) bytes")
    }
    return (
      "a signature by a key of \(file) over exactly this header and these claims",
      "another one: the token was changed, or another key made it"
    )
  }
}
