extension CompactJWS {
  /// Signs any two parts, sensible or not; the header is not looked at. Whoever needs tokens that no
  /// honest server makes, such as an attacker or a test, makes them with this.
  package static func seal(
    header: [UInt8], payload: [UInt8], with key: SealingKey
  ) throws(KeyFlaw) -> String {
    try seal(header: header, payload: payload, with: key, nil)
  }

  static func seal(
    header: [UInt8], payload: [UInt8], with key: SealingKey, _ memory: SignatureMemory?
  ) throws(KeyFlaw) -> String {
    var text = signingInput(header: header, payload: payload)
    append(signature: try key.signature(over: text, memory), to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// The text that is signed: both parts in base64url with a dot between (RFC 7515 §5.1). There is
  /// room left for a signature.
  static func signingInput(header: [UInt8], payload: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(
      Base64URL.encodedCount(header.count) + Base64URL.encodedCount(payload.count) + 96)
    Base64URL.append(header, to: &text)
    text.append(UInt8(ascii: "."))
    Base64URL.append(payload, to: &text)
    return text
  }

  static func append(signature: [UInt8], to text: inout [UInt8]) {
    text.append(UInt8(ascii: "."))
    Base64URL.append(signature, to: &text)
  }
}
