/// What a resource server says next to a request.
public enum ResourceStep: Equatable, Sendable {
  /// The answer; nothing is left to do.
  case answered(Answer<ResourceResponse>)
  /// It has a question first: `resume` takes the visit back with the reply to its `question`.
  case asks(ResourceVisit)
}

/// A request that waits inside a resource server for the reply to a question.
public struct ResourceVisit: Equatable, Sendable {
  let request: ResourceRequest
  let now: Instant
  /// What has to be known before the request can go on.
  public internal(set) var question = ResourceQuestion.keySet
  var decision = Decision()
  var claims: AccessTokenClaims?
  /// What the proof shows, as far as one came.
  var key = ProvenKey.none
  /// `jti` of a good proof.
  var proofID: String?
  /// What the answer says of proofs.
  var scheme = AccessTokenType.bearer
  var nonce: String?
  var scope: Scope?
  /// When the person authenticated, by the token itself or by the record of a handle.
  var authenticatedAt: NumericDate?
  /// What the answer asks for, where the person authenticated too long ago.
  var maxAge: TimeSpan?
  var freshToken: AccessToken?
  var events: [ServerEvent] = []
  var cost = StoreCost.none

  init(_ request: ResourceRequest, at now: Instant) {
    self.request = request
    self.now = now
  }

  var token: PresentedAccessToken {
    PresentedAccessToken(text: request.token?.text ?? "", claims: claims)
  }

  consuming func asking(_ question: ResourceQuestion) -> ResourceStep {
    self.question = question
    return .asks(self)
  }

  var answered: ResourceStep {
    .answered(
      Answer(
        response: ResourceResponse(
          status: decision.denial?.status ?? 200,
          error: request.browser == nil ? decision.denial?.error : nil,
          freshToken: freshToken, host: request.host, isToBrowser: request.browser != nil,
          scheme: scheme, nonce: nonce, maxAge: maxAge?.wholeSeconds),
        decision: decision, events: events, cost: cost))
  }
}
