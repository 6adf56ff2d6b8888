/// What must hold after every step, whatever the policy and whatever was ordered.
public enum Invariant: String, CaseIterable, Sendable {
  // The story.
  case timeNeverFalls = "time never falls"
  case causesPrecedeEffects = "causes precede effects"
  case quietStepsChangeNothing = "a step that left no event changed nothing but the clock"
  // The wire.
  case messagesAreConserved =
    "every message is delivered, lost, in flight or held, and none comes from nowhere"
  case messagesArriveAsSent = "a message keeps what it carries, and never arrives in the past"
  // The server's rows.
  case rowsKeepTheirOrigin = "a row keeps its origin and never vanishes"
  case rowsAreAnnounced = "every new row has its event"
  case refusalsConsumeNothing =
    "a refused request consumes nothing, but a reuse revokes and a look-up confirms"
  case codesOpenOneFamily = "a code opens one family"
  case sessionsStayEnded = "an ended SSO session stays as it is"
  case endedSessionsEndFamilies =
    "no family outlives an ended SSO session where the policy ties them"
  case peopleHaveOneSession = "a person has one open SSO session where the policy says so"
  case endedSessionsGiveNoFamily = "no code is redeemed after its SSO session ended"
  case silentSignInsNeedASession = "nobody is signed in silently without a living SSO session"
  case authenticationTimesAreTrue =
    "a sign-in's auth_time is when the person authenticated, and no refresh moves it"
  case revokedFamiliesGiveNothing = "a revoked family never yields a token again"
  case revokedFamiliesStayRevoked = "a revoked family stays as it is"
  case revocationEndsAccessTokens = "a revoked family's access tokens end where the policy says so"
  case spentTokensStaySpent = "a spent token never becomes current again"
  case generationsRiseByOne = "generations rise by one along a family"
  case oneCurrentTokenPerFamily = "without branches a family has one current token at most"
  case activeFamiliesHaveACurrentToken = "an active family has a current token"
  case copiesAreOfLiveTokens = "a clear copy is of a token of an active family"
  case scopeStaysWithinTheGrant =
    "an access token may do no more than its grant and the rows that are asked"
  case lifetimesAreThePolicys = "a token lives no longer than the policy says"
  // The token endpoint.
  case useSpends = "with rotation a presented token is spent once it was answered"
  case spentTokensNeedGrace = "a spent token is answered only in its grace"
  case reuseIsSeen = "a spent token of a living family is reuse, however long it was idle"
  case reuseIsAnswered = "a reuse ends what the policy says"
  case endedTokensGiveNothing = "a refresh token past its end gives nothing"
  case tokensBelongToTheirClient = "a refresh token is answered only to its own client"
  case boundTokensNeedTheirKey = "a key-bound token is answered only with the bound key"
  case signedTokensNeedASignature = "a signed refresh token needs a signature of the server"
  case refreshEndsTheOldAccess = "a refresh ends the access token before it where it should"
  case reissuesKeepTheirWindow = "a token is re-issued only inside the window"
  case disabledUsersGetNothing = "a disabled user gets no token where the user's row is asked"
  case atomicStoresHaveOneWinner =
    "with an atomic store and no grace a refresh token has one successor at most"
  case failedWritesChangeNothing = "a write that failed changed nothing"
  // The API.
  case nothingIsServedAfterExpiry = "no call is served at or after exp and leeway"
  case tokensOpenOnlyTheirAPIs = "a token opens only the APIs that it is for"
  case nothingIsServedAfterItsShortExpiry =
    "no call is served past a short expiry that the API knows"
  case recordsEndAccess = "where the record is asked, a revoked access token serves nobody"
  case familiesEndAccess = "a family whose tokens end with it serves nobody once revoked"
  case statusListsAreGoneBy =
    "where a status list is gone by, a call is served by a copy in its ttl that has the token VALID"
  case signalsEndAccess = "an API that was told of a session's end serves nothing of that session"
  case sessionsEndAccess = "where the session is asked, an ended one serves nobody"
  case versionsEndAccess = "where versions are compared, an old one serves nobody"
  case disabledUsersAreRefused = "where the record is asked, a disabled user is not served"
  case withdrawnKeysServeNobody = "a withdrawn key serves nobody once the key set cache is over"
  case withdrawnKeysAreUnpublished = "a withdrawn key is published no more"
  case publicKeysSignNothing = "where keys come in pairs, no API holds one that signs"
  case otherSitesAreKeptOut = "another site's page is served only where the cookie's rules let it"
  case forgeriesNeedTheStolenKey = "a forged token is served only with the stolen key"
  case oldSignInsAreNotServed =
    "an API that asks for a max age serves no token of an older sign-in"
  case boundAccessNeedsItsKey = "a key-bound access token opens nothing without a proof by its key"
  case refreshTokensOpenNoAPI = "a refresh token opens no API, unless nothing tells them apart"
  case introspectionTellsTheTruth = "introspection calls nothing active that has ended"
  case untoldAPIsRefuse =
    "with introspection down an API that fails closed serves only what it was told before"
  // The clients.
  case guardsLimitRefreshes = "no more refreshes are under way than the guard lets through"
  case requestsAreAwaited = "a client waits for every token request that it sends"
  case grantsAreStored = "a client stores the tokens that it is given"
  case newestTokensArePresented = "a client presents the tokens that it stores"
  case signedOutClientsHoldNothing = "a client that is not signed in holds no tokens"

  /// All of them, made once: a soak asks for them after every step.
  static let all = allCases
}
