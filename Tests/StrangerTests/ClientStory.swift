import JOSE
import TokenCore

/// A client signs in and refreshes twice with the same token; then an API asks about that token.
func clientStory() -> (told: [TokenResponse], introspected: IntrospectionResponse)? {
  let lab = LabCryptography()
  var random = SystemRandomNumberGenerator()
  var server = AuthorizationServer(
    policy: Strategy.rotationStrict.policy, issuer: "https://login.example",
    audiences: ["https://shop.example"], using: &random, lab)
  server.addUser(named: "alice")
  server.register(publicClient: "app")
  server.register(
    confidentialClient: "shop", secret: "s3cret", audience: "https://shop.example", lab)
  func post(_ form: Form, after span: TimeSpan) -> TokenResponse {
    server.answer(TokenRequest(form: form), at: .start + span, using: &random, lab).response
  }

  let verifier = "forty-three-characters-or-more-that-nobody-guesses"
  let request = AuthorizationRequest(
    clientID: "app", scope: Scope("read"), codeChallenge: codeChallenge(of: verifier, lab),
    userName: "alice")
  let redirect = server.answer(request, at: .start, using: &random, lab).response
  guard case .code(let code, _) = redirect else { return nil }
  let signedIn = post(.exchange(code, verifier: verifier, clientID: "app"), after: .zero)
  guard let token = signedIn.grant?.refreshToken else { return nil }
  let refreshed = post(.refresh(token, clientID: "app"), after: .minutes(14))
  let reused = post(.refresh(token, clientID: "app"), after: .minutes(15))  // 400: the family ends

  let shop = ClientCredentials(clientID: "shop", secret: "s3cret")
  let question = IntrospectionRequest(form: ["token": token.text], basic: shop)
  let introspected = server.answer(question, at: .start + .minutes(16), lab).response
  return ([signedIn, refreshed, reused], introspected)
}
