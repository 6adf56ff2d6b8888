import Simulation
import TokenCore

/// Which token a text is, as far as a server gave it out: for requests that bring a token without its
/// label, which those written by hand do.
///
/// Of a text it keeps half its SHA-256 and the token's number: about 40 bytes for each token.
struct GivenTokens {
  private struct Mark: Hashable {
    private let first: UInt64
    private let second: UInt64

    init(of text: String, by cryptography: any TokenCryptography) {
      let digest = cryptography.digest(Array(text.utf8))
      first = digest[..<8].reduce(0) { $0 << 8 | UInt64($1) }
      second = digest[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  private let cryptography: any TokenCryptography
  private var refreshTokens: [Mark: RefreshTokenID] = [:]
  private var accessTokens: [Mark: AccessTokenID] = [:]

  init(_ cryptography: any TokenCryptography) {
    self.cryptography = cryptography
  }

  func refreshToken(_ text: String) -> RefreshTokenID? { refreshTokens[mark(text)] }
  func accessToken(_ text: String) -> AccessTokenID? { accessTokens[mark(text)] }

  private func mark(_ text: String) -> Mark { Mark(of: text, by: cryptography) }

  mutating func note(_ response: Payload) {
    switch response {
    case .tokenResponse(.success(let grant)):
      accessTokens[mark(grant.accessToken.text)] = grant.accessToken.label
      if let token = grant.refreshToken { refreshTokens[mark(token.text)] = token.label }
    case .resourceResponse(let response):
      if let token = response.freshToken { accessTokens[mark(token.text)] = token.label }
    case .tokenResponse(.error), .tokenResponse(.unavailable), .tokenResponse(.wantsNonce),
      .authorizationRequest, .authorizationResponse, .tokenRequest, .resourceRequest,
      .revocationRequest, .revocationResponse, .endSessionRequest, .introspectionRequest,
      .endSessionResponse,
      .introspectionResponse, .securityEvent, .securityEventReceipt:
      break
    }
  }
}
