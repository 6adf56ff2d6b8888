import Soak

/// Every invariant with a change that it has to see: a new one does not compile without.
extension Tampering {
  init(against invariant: Invariant) {
    self =
      switch invariant {
      case .timeNeverFalls: .clockGoingBack
      case .causesPrecedeEffects: .causeOfItself
      case .quietStepsChangeNothing: .silentLoss
      case .messagesAreConserved: .emptyWire
      case .messagesArriveAsSent: .earlyArrival
      case .rowsKeepTheirOrigin: .otherKey
      case .rowsAreAnnounced: .unsaidIssue
      case .refusalsConsumeNothing: .costlyRefusal
      case .codesOpenOneFamily: .unusedCode
      case .sessionsStayEnded: .revivedSession
      case .endedSessionsEndFamilies: .survivorOfSession
      case .peopleHaveOneSession: .secondSession
      case .endedSessionsGiveNoFamily: .familyOfEndedSession
      case .silentSignInsNeedASession: .silentSignInOfNobody
      case .authenticationTimesAreTrue: .laterAuthentication
      case .revokedFamiliesGiveNothing: .giftOfTheDead
      case .revokedFamiliesStayRevoked: .resurrection
      case .revocationEndsAccessTokens: .survivorOfRevocation
      case .spentTokensStaySpent: .revivedToken
      case .generationsRiseByOne: .skippedGeneration
      case .oneCurrentTokenPerFamily: .secondCurrentToken
      case .activeFamiliesHaveACurrentToken: .noCurrentToken
      case .copiesAreOfLiveTokens: .copyOfTheDead
      case .scopeStaysWithinTheGrant: .scopeOfAnother
      case .lifetimesAreThePolicys: .longLife
      case .useSpends: .unspentToken
      case .spentTokensNeedGrace: .spentTokenServed
      case .reuseIsSeen: .missedReuse
      case .reuseIsAnswered: .unansweredReuse
      case .endedTokensGiveNothing: .idleTokenServed
      case .tokensBelongToTheirClient: .otherClientServed
      case .boundTokensNeedTheirKey: .unprovenRequestServed
      case .signedTokensNeedASignature: .withdrawnSignatureServed
      case .refreshEndsTheOldAccess: .survivorOfRefresh
      case .reissuesKeepTheirWindow: .lateReissueServed
      case .disabledUsersGetNothing: .giftToTheDisabled
      case .atomicStoresHaveOneWinner: .secondWinner
      case .failedWritesChangeNothing: .keptWrite
      case .nothingIsServedAfterExpiry: .expiredCallServed
      case .tokensOpenOnlyTheirAPIs: .foreignCallServed
      case .nothingIsServedAfterItsShortExpiry: .shortExpiredCallServed
      case .recordsEndAccess: .revokedCallServed
      case .familiesEndAccess: .callOfRevokedFamilyServed
      case .statusListsAreGoneBy: .invalidCallServed
      case .signalsEndAccess: .signalledCallServed
      case .sessionsEndAccess: .callWithoutSessionServed
      case .versionsEndAccess: .oldVersionServed
      case .disabledUsersAreRefused: .disabledUserServed
      case .withdrawnKeysServeNobody: .withdrawnKeyServed
      case .withdrawnKeysAreUnpublished: .publishedWithdrawal
      case .publicKeysSignNothing: .signingKeyAtAnAPI
      case .otherSitesAreKeptOut: .otherSiteServed
      case .forgeriesNeedTheStolenKey: .nonsenseServed
      case .boundAccessNeedsItsKey: .unprovenCallServed
      case .oldSignInsAreNotServed: .oldSignInServed
      case .refreshTokensOpenNoAPI: .refreshTokenServed
      case .introspectionTellsTheTruth: .deadTokenCalledActive
      case .untoldAPIsRefuse: .untoldCallServed
      case .guardsLimitRefreshes: .secondRefresh
      case .requestsAreAwaited: .forgottenRequest
      case .grantsAreStored: .droppedGrant
      case .newestTokensArePresented: .otherTokenStored
      case .signedOutClientsHoldNothing: .emptyStorage
      }
  }
}
