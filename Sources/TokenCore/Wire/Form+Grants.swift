/// The forms that a client posts to the token endpoint, under its `client_id`.
extension Form {
  /// Exchanges an authorization code for tokens (RFC 6749 §4.1.3, RFC 7636 §4.5).
  public static func exchange(_ code: String, verifier: String, clientID: String) -> Form {
    [
      "grant_type": "authorization_code", "code": code, "client_id": clientID,
      "code_verifier": verifier,
    ]
  }

  /// Asks for new tokens with a refresh token (RFC 6749 §6).
  public static func refresh(_ token: RefreshToken, clientID: String) -> Form {
    ["grant_type": "refresh_token", "refresh_token": token.text, "client_id": clientID]
  }

  /// Presents an access token for re-issue, the lab's own grant.
  public static func reissue(_ token: AccessToken, clientID: String) -> Form {
    [
      "grant_type": TokenRequest.reissueGrantType, "access_token": token.text,
      "client_id": clientID,
    ]
  }
}
