/// What the fuzz targets share: the fixture of the token tests, and a way to fail.
import JOSE
import TokenCore

/// Stops the program where a property does not hold; libFuzzer keeps the input that did it.
public func expect(_ isTrue: Bool, _ property: @autoclosure () -> String) {
  if !isTrue { preconditionFailure("does not hold: " + property()) }
}

/// What libFuzzer hands over.
public func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: count))
}

/// The same as text, or nil where the bytes are none.
public func text(_ start: UnsafePointer<UInt8>?, _ count: Int) -> String? {
  String(validating: bytes(start, count), as: UTF8.self)
}

/// Whether a character could move a cursor, reorder a line or hide itself.
public func isTreacherous(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}

/// Two parts to be signed, or a finished token: a NUL, which no token has, tells them apart.
public enum Forgery {
  case finished(String)
  case parts(header: [UInt8], payload: [UInt8])

  public init(_ bytes: [UInt8]) {
    guard let divide = bytes.firstIndex(of: 0) else {
      self = .finished(String(decoding: bytes, as: UTF8.self))
      return
    }
    self = .parts(header: Array(bytes[..<divide]), payload: Array(bytes[(divide + 1)...]))
  }

  /// The token; two parts come out with a genuine signature, so that damage reaches what lies behind.
  public func token(signedWith key: (_ header: [UInt8]) -> SealingKey) -> String {
    switch self {
    case .finished(let token): return token
    case .parts(let header, let payload):
      guard let token = try? CompactJWS.seal(header: header, payload: payload, with: key(header))
      else { preconditionFailure("a key did not sign") }
      return token
    }
  }
}

/// The moment, the parties and the keys that the tests of JOSE use, so that their tokens are seeds.
public enum Fixture {
  public static let now = NumericDate(seconds: 1_700_000_000)
  public static let issuer = "https://as.example"
  public static let audience = "https://api.example"
  public static let secret = (1...32).map { UInt8($0) }
  public static let hs256 = SealingKey(
    SigningKey(keyID: "hs-1", for: .hs256, secret: secret, LabCryptography()))
  public static let edDSA: SealingKey = {
    guard let key = try? SealingKey(ed25519: secret, keyID: "ed-1") else {
      preconditionFailure("32 bytes are a seed")
    }
    return key
  }()
}
