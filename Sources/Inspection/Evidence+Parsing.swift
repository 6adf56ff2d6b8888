import JOSE

extension Evidence {
  /// The first thing that keeps the text from being three parts in base64url.
  var malformation: (expected: String, found: String) {
    if case .withScheme(let scheme) = shape {
      return ("the token alone", "the scheme of the Authorization header in front: \(scheme)")
    }
    let alphabet = "A-Z a-z 0-9 - _ and two dots"
    if token.isEmpty { return ("a token", "nothing") }
    if let place = foreignCharacter { return ("only the characters " + alphabet, place) }
    guard parts.count == 3 else {
      return ("three parts with two dots between them", "\(parts.count) parts")
    }
    for (name, part) in zip(["header", "claims", "signature"], parts) {
      if let flaw = Self.encodingFlaw(of: part, named: name) {
        return ("base64url, in the one way to write it", flaw)
      }
    }
    return ("claims", "nothing between the dots")
  }

  private var foreignCharacter: String? {
    for (index, scalar) in token.unicodeScalars.enumerated() where !Self.isKnown(scalar) {
      return "\(quoted(String(scalar))) at character \(index + 1)"
    }
    return nil
  }

  private static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "A"..."Z", "a"..."z", "0"..."9", "-", "_", ".": true
    default: false
    }
  }

  private static func encodingFlaw(of part: String, named name: String) -> String? {
    if part.utf8.count % 4 == 1 {
      return "a \(name) of \(part.utf8.count) characters, a length that no bytes have"
    }
    guard Base64URL.decode(part) == nil else { return nil }
    return "unused bits at the end of the \(name) that are set"
  }

  /// The limit that was exceeded: of the token, of its JSON, or of `aud`.
  var excess: (expected: String, found: String) {
    let limit = CompactJWS.sizeLimit
    if token.utf8.count > limit {
      let isCut = token.utf8.count >= Inspection.longestToken
      return ("at most \(limit) bytes", (isCut ? "at least " : "") + "\(token.utf8.count) bytes")
    }
    if let audience = claim("aud")?.asArray, flawedJSON == nil {
      return ("at most 16 audiences", "\(audience.count)")
    }
    let limits = JSONLimits()
    return (
      "JSON of at most \(limits.members) members and \(limits.depth) levels", "more in " + place
    )
  }

  var brokenJSON: (expected: String, found: String) {
    guard let flawed = flawedJSON else {
      return ("a JSON object as claims", "other JSON")
    }
    return ("one strict JSON object in UTF-8", "\(excerpt(flawed)) in " + place)
  }

  var duplicate: (expected: String, found: String) {
    guard let flawed = flawedJSON else { return ("each name once", "one twice") }
    let written = flawed.bytes[flawed.flaw.offset...].dropFirst().prefix { $0 != 0x22 }
    let name = try? JSONValue(parsing: [0x22] + written + [0x22]).asText
    let spelling = name.map { !$0.utf8.elementsEqual(written) } ?? true
    return (
      "each name once, also after unescaping",
      quoted(name ?? String(decoding: written, as: UTF8.self), limit: 40) + " again"
        + (spelling ? ", spelled with an escape," : "") + " in " + place
    )
  }

  private var place: String {
    guard let flawed = flawedJSON else { return "the token" }
    return "the \(flawed.name), at byte \(flawed.flaw.offset + 1)"
  }

  private func excerpt(_ flawed: FlawedJSON) -> String {
    let rest = flawed.bytes.dropFirst(flawed.flaw.offset).prefix(12)
    return rest.isEmpty ? "the end" : quoted(String(decoding: rest, as: UTF8.self))
  }

  private typealias FlawedJSON = (name: String, bytes: [UInt8], flaw: JSONFlaw)

  /// The first part that is no JSON at all.
  private var flawedJSON: FlawedJSON? {
    for (name, part) in [("header", header), ("claims", claims)] {
      guard case .bytes(let bytes) = part else { continue }
      do throws(JSONFlaw) {
        _ = try JSONValue(parsing: bytes)
      } catch {
        return (name, bytes, error)
      }
    }
    return nil
  }
}
