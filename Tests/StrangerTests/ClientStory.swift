import JOSE
import TokenCore

/// A client signs in and refreshes twice with the same token; then an API asks about that token.
func clientStory() -> (told: [TokenResponse], introspected: IntrospectionResponse)? {
  let lab = LabCryptography()
  var random = SystemRandomNumberGenerator()
  var server = AuthorizationServer(
    policy: Strategy.rotationStrict.policy, issuer: "https://login.example",
    audiences: ["https://shop.example"], using: &random)
  _ = server.addUser(named: "alice")
  _ = server.register(publicClient: "app")
  _ = server.register(confidentialClient: "shop", secret: "s3cret", lab)

  let verifier = "forty-three-characters-or-more-that-nobody-guesses"
  let request = AuthorizationRequest(
    clientID: "app", scope: Scope("read"),
    codeChallenge: base64URL(lab.digest(Array(verifier.utf8))), userName: "alice")
  let redirect = server.answer(request, at: .start, using: &random, lab).response
  guard case .code(let code) = redirect else { return nil }

  func post(_ form: Form, at now: Instant) -> TokenResponse {
    server.answer(TokenRequest(form: form), at: now, using: &random, lab).response
  }
  let signIn: Form = [
    "grant_type": "authorization_code", "client_id": "app", "code": code, "code_verifier": verifier,
  ]
  let signedIn = post(signIn, at: .start)
  guard case .success(let grant) = signedIn, let token = grant.refreshToken else { return nil }
  let refresh: Form = [
    "grant_type": "refresh_token", "client_id": "app", "refresh_token": token.text,
  ]
  let refreshed = post(refresh, at: .start + .minutes(14))
  let reused = post(refresh, at: .start + .minutes(15))  // 400 invalid_grant: the family ends

  let question = IntrospectionRequest(
    form: ["token": token.text], basic: ClientCredentials(clientID: "shop", secret: "s3cret"))
  let introspected = server.answer(question, at: .start + .minutes(16), lab).response
  return ([signedIn, refreshed, reused], introspected)
}
