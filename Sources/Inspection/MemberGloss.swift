/// What the registered members of a header and of an access token's claims are, in a few words.
package enum MemberGloss {
  package static func header(_ name: String) -> String? {
    switch name {
    case "alg": "how it is signed"
    case "typ": "what kind of token it is"
    case "kid": "which key signed it"
    case "jwk", "jku", "x5u", "x5c": "a key brought along, never to be trusted"
    case "crit": "extensions that must be understood"
    case "cty": "what is inside"
    case "b64": "whether the claims are encoded"
    default: nil
    }
  }

  package static func claim(_ name: String) -> String? {
    switch name {
    case "iss": "who issued it"
    case "sub": "whom it speaks for"
    case "aud": "who may accept it"
    case "client_id": "the client it was issued to"
    case "iat": "issued"
    case "nbf": "begins"
    case "exp": "ends"
    case "jti": "its own number"
    case "scope": "what it allows"
    case "auth_time": "signed in"
    case "sid": "the server's session behind it"
    case "cnf": "the key it is bound to"
    case "status": "where its entry in a status list is"
    case "htm": "the method of the request that it is for"
    case "htu": "the address of the request that it is for"
    case "ath": "the hash of the access token that it goes with"
    case "nonce": "what a server gave for it"
    case "token_version": "the person's token version when it was issued"
    case "useExp", "shortExp": "a private second expiry, ignored by whoever does not know it"
    case "acr", "amr": "how the person signed in"
    case "roles", "groups", "entitlements": "what the person is"
    case "act": "who acts for the person"
    default: nil
    }
  }
}
