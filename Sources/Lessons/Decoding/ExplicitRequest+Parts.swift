import Simulation
import TokenCore

enum CookieKey: String, FieldKey {
  case value, kept
  case browser = "of"
}

enum ProofKey: String, FieldKey {
  case key
  case keyOf = "key-of"
  case jti, htm, htu, iat, nonce, ath
}

enum HeaderKey: String, FieldKey {
  case name, value
}

extension ExplicitRequest.Part: FieldKey {}

/// What a request can have beside its parameters.
extension Cast {
  /// Exactly one of the keys that say which cookie it is.
  func cookie(_ cursor: Cursor) throws(ScenarioError) -> ExplicitRequest.Cookie {
    let fields = try Fields<CookieKey>(cursor)
    let present = CookieKey.allCases.filter { fields[$0] != nil }
    if present.count > 1 { try fields.refuse(present[1], with: present[0]) }
    guard let key = present.first, let value = fields[key] else {
      let names = alternatives(CookieKey.allCases.map { "'\($0.rawValue)'" })
      throw cursor.error("\(cursor.label) wants \(names), found none of them")
    }
    switch key {
    case .value: return .text(try value.anyText())
    case .kept: return .kept(try value.slug())
    case .browser: return .browser(try device(value, of: cursor))
    }
  }

  func proof(_ cursor: Cursor) throws(ScenarioError) -> ExplicitRequest.Proof {
    let fields = try Fields<ProofKey>(cursor)
    return ExplicitRequest.Proof(
      key: try proofKey(fields), proofID: try fields[.jti]?.anyText(),
      method: try fields[.htm]?.anyText(), target: try fields[.htu]?.anyText(),
      clockOffset: try fields[.iat]?.signedDuration() ?? .zero,
      nonce: try fields[.nonce]?.anyText(), accessToken: try fields[.ath]?.anyText())
  }

  private func proofKey(
    _ fields: Fields<ProofKey>
  ) throws(ScenarioError) -> ExplicitRequest.ProofKey {
    try fields.refuse(.keyOf, with: .key)
    if let cursor = fields[.keyOf] { return .device(try device(cursor, of: fields.cursor)) }
    return .named(try fields.required(.key, or: ProofKey.keyOf.rawValue).slug())
  }
}

extension ExplicitRequest {
  static let mostHeaders = 50

  /// The fields that other keys say.
  private static let saidElsewhere = [
    ("Authorization", "'basic', or the parameter 'token'"), ("Cookie", "'cookie'"),
    ("Host", "'server'"),
  ]

  /// Header fields as RFC 9110 §5 lets somebody send them.
  static func headers(_ cursor: Cursor) throws(ScenarioError) -> [Header] {
    var headers: [Header] = []
    for item in try cursor.items("a header", atMost: mostHeaders) {
      let fields = try Fields<HeaderKey>(item)
      let name = try fields.required(.name)
      let header = Header(try name.fieldName(), try fields.required(.value).fieldValue())
      if let other = saidElsewhere.first(where: { header.isNamed($0.0) }) {
        throw name.error(
          "\(name.label) wants what no other key says, found \(quoted(header.name)): see \(other.1)"
        )
      }
      headers.append(header)
    }
    return headers
  }

  /// Whether a file can say so.
  static func isSayable(_ header: Header) -> Bool {
    Cursor.isFieldName(header.name) && Cursor.isFieldValue(header.value)
      && !saidElsewhere.contains { header.isNamed($0.0) }
  }

  /// What is to be kept of an answer from that endpoint, and how it will be called.
  static func keeps(
    _ cursor: Cursor, from endpoint: Endpoint
  ) throws(ScenarioError) -> [Part: String] {
    let fields = try Fields<Part>(cursor)
    try fields.refuseAll(but: endpoint.parts, because: "with to: \(endpoint.rawValue)")
    var keeps: [Part: String] = [:]
    for part in endpoint.parts { keeps[part] = try fields[part]?.slug() }
    guard Set(keeps.values).count == keeps.count else {
      throw cursor.error("\(cursor.label) wants another name for each, found one twice")
    }
    return keeps
  }
}

extension Cursor {
  /// The name of a header field: a token (RFC 9110 §5.6.2).
  func fieldName() throws(ScenarioError) -> String {
    guard let text, Self.isFieldName(text) else {
      throw wants("1 to \(Self.longestName) letters, digits and the signs of a header's name")
    }
    return text
  }

  static func isFieldName(_ text: String) -> Bool {
    (1...longestName).contains(text.utf8.count) && text.utf8.allSatisfy(isFieldNameByte)
  }

  private static func isFieldNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }

  /// The value of a header field: printable ASCII (RFC 9110 §5.5), nothing that could end the line.
  func fieldValue() throws(ScenarioError) -> String {
    guard let text, Self.isFieldValue(text) else {
      throw wants("at most \(Self.longestText / 1024) KiB of printable ASCII")
    }
    return text
  }

  static func isFieldValue(_ text: String) -> Bool {
    text.utf8.count <= longestText && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }
}
