extension Invariant {
  /// What is wrong with the step, or nil if nothing is.
  public func violation(in step: WorldStep) -> String? {
    switch self {
    case .timeNeverFalls: step.fallenTime
    case .causesPrecedeEffects: step.lateCause
    case .quietStepsChangeNothing: step.silentChange
    case .messagesAreConserved: step.strayMessage
    case .messagesArriveAsSent: step.alteredMessage
    case .rowsKeepTheirOrigin: step.rewrittenRow
    case .rowsAreAnnounced: step.silentRow
    case .refusalsConsumeNothing: step.costOfRefusal
    case .codesOpenOneFamily: step.familyWithoutCode
    case .revokedFamiliesGiveNothing: step.giftOfRevokedFamily
    case .revokedFamiliesStayRevoked: step.changedRevocation
    case .revocationEndsAccessTokens: step.survivorOfRevocation
    case .spentTokensStaySpent: step.revivedToken
    case .generationsRiseByOne: step.skippedGeneration
    case .oneCurrentTokenPerFamily: step.crowdedFamily
    case .activeFamiliesHaveACurrentToken: step.emptyFamily
    case .copiesAreOfLiveTokens: step.strayCopy
    case .scopeStaysWithinTheGrant: step.excessScope
    case .lifetimesAreThePolicys: step.excessLifetime
    case .useSpends: step.unspentToken
    case .spentTokensNeedGrace: step.undueGrace
    case .reuseIsSeen: step.missedReuse
    case .reuseIsAnswered: step.unansweredReuse
    case .endedTokensGiveNothing: step.refreshAfterEnd
    case .tokensBelongToTheirClient: step.strangerServed
    case .boundTokensNeedTheirKey: step.unprovenRefresh
    case .signedTokensNeedASignature: step.unsignedRefresh
    case .refreshEndsTheOldAccess: step.survivorOfRefresh
    case .reissuesKeepTheirWindow: step.lateReissue
    case .disabledUsersGetNothing: step.giftToDisabledUser
    case .nothingIsServedAfterExpiry: step.servedAfterExpiry
    case .tokensOpenOnlyTheirAPIs: step.servedElsewhere
    case .nothingIsServedAfterItsShortExpiry: step.servedAfterShortExpiry
    case .recordsEndAccess: step.servedAfterRevocation
    case .familiesEndAccess: step.servedAfterFamily
    case .sessionsEndAccess: step.servedAfterSession
    case .versionsEndAccess: step.servedOldVersion
    case .disabledUsersAreRefused: step.servedDisabledUser
    case .withdrawnKeysServeNobody: step.servedWithdrawnKey
    case .withdrawnKeysAreUnpublished: step.publishedWithdrawal
    case .publicKeysSignNothing: step.signingKeyAtAnAPI
    case .otherSitesAreKeptOut: step.servedOtherSite
    case .forgeriesNeedTheStolenKey: step.servedForgery
    case .refreshTokensOpenNoAPI: step.servedRefreshToken
    case .introspectionTellsTheTruth: step.untrueIntrospection
    case .guardsLimitRefreshes: step.crowdedGuard
    case .requestsAreAwaited: step.forgottenRequest
    case .grantsAreStored: step.unstoredGrant
    case .newestTokensArePresented: step.stalePresentation
    case .signedOutClientsHoldNothing: step.strayTokens
    }
  }
}
