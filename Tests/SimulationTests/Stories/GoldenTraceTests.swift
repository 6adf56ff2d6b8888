import CustomDump
import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Whole stories, word for word: what is told, in which order and at which time.
struct GoldenTraceTests {
  @Test func `a stolen token under strict rotation`() {
    var run = Run(.rotationStrict)
    run.play([
      (.zero, .client(.laptop, .signIn)), (.minutes(1), .attacker(.stealStorage(.laptop))),
      (.minutes(2), .client(.laptop, .refresh)), (.minutes(3), .attacker(.refresh)),
      (.minutes(4), .attacker(.callAPI)), (.minutes(16), .attacker(.callAPI)),
      (.minutes(18), .client(.laptop, .callAPI)),
    ])
    expectNoDifference(
      run.told,
      """
      0:00.0 d1: signIn
      0:00.1 AS: answered d1 with 302
      0:00.1 AS: sessionStarted(s1, user: u1)
      0:00.3 AS: answered d1 with 200
      0:00.3 AS: familyStarted(f1, user: u1)
      0:00.3 AS: accessTokenIssued(AT1, f1, until 15:00.0)
      0:00.3 AS: refreshTokenIssued(RT1, f1, generation 1, until 7d 0:00:00.3)
      0:00.4 d1: storedTokens(AT1, RT1)
      1:00.0 attacker: stealStorage(d1)
      1:00.0 attacker: stole(AT1, RT1)
      2:00.0 d1: refresh
      2:00.1 AS: answered d1 with 200
      2:00.1 AS: refreshTokenIssued(RT2, f1, generation 2, until 7d 0:02:00.1)
      2:00.1 AS: refreshTokenSpent(RT1, successor: RT2)
      2:00.1 AS: accessTokenIssued(AT2, f1, until 17:00.0)
      2:00.2 d1: storedTokens(AT2, RT2)
      3:00.0 attacker: refresh
      3:00.1 AS: answered attacker with 400, reuse_detected
      3:00.1 AS: refreshTokenReused(RT1, f1, no grace)
      3:00.1 AS: familyRevoked(f1, reuse)
      3:00.1 AS: accessTokenLivesOn(AT1, until 15:00.0)
      3:00.1 AS: accessTokenLivesOn(AT2, until 17:00.0)
      4:00.0 attacker: callAPI
      4:00.1 RS: answered attacker with 200
      15:00.0 AS: AT1 expired
      16:00.0 attacker: callAPI
      16:00.1 RS: answered attacker with 401, access_token_expired
      17:00.0 AS: AT2 expired
      18:00.0 d1: callAPI
      18:00.1 RS: answered d1 with 401, access_token_expired
      18:00.3 AS: answered d1 with 400, family_revoked
      18:00.4 d1: callFailed(notRenewed)
      18:00.4 d1: signedOut(renewalRefused(invalidGrant))
      """)
  }

  @Test func `a lost response under grace`() {
    var run = Run(.graceSameSuccessor)
    run.play([
      (.zero, .client(.laptop, .signIn)), (.seconds(901), .network(.laptop, .dropNextResponse)),
      (.seconds(902), .client(.laptop, .callAPI)), (.minutes(16), .client(.laptop, .logOut)),
      (.minutes(17), .client(.laptop, .callAPI)),
    ])
    expectNoDifference(
      run.told,
      """
      0:00.0 d1: signIn
      0:00.1 AS: answered d1 with 302
      0:00.1 AS: sessionStarted(s1, user: u1)
      0:00.3 AS: answered d1 with 200
      0:00.3 AS: familyStarted(f1, user: u1)
      0:00.3 AS: accessTokenIssued(AT1, f1, until 15:00.0)
      0:00.3 AS: refreshTokenIssued(RT1, f1, generation 1, until 7d 0:00:00.3)
      0:00.4 d1: storedTokens(AT1, RT1)
      15:00.0 AS: AT1 expired
      15:01.0 d1: dropNextResponse
      15:02.0 d1: callAPI
      15:02.1 RS: answered d1 with 401, access_token_expired
      15:02.3 AS: answered d1 with 200
      15:02.3 AS: refreshTokenIssued(RT2, f1, generation 2, until 7d 0:15:02.3)
      15:02.3 AS: refreshTokenSpent(RT1, successor: RT2)
      15:02.3 AS: accessTokenIssued(AT2, f1, until 30:02.0)
      15:02.3 AS: lost 200 for d1
      15:04.2 d1: triesAgain(2)
      15:04.3 AS: answered d1 with 200
      15:04.3 AS: refreshTokenRetried(RT1, gave: RT2)
      15:04.3 AS: accessTokenIssued(AT3, f1, until 30:04.0)
      15:04.4 d1: storedTokens(AT3, RT2)
      15:04.5 RS: answered d1 with 200
      16:00.0 d1: logOut
      16:00.0 d1: signedOut(loggedOut)
      16:00.1 AS: answered d1 with 200
      16:00.1 AS: familyRevoked(f1, logout)
      16:00.1 AS: accessTokenLivesOn(AT2, until 30:02.0)
      16:00.1 AS: accessTokenLivesOn(AT3, until 30:04.0)
      17:00.0 d1: callAPI refused: alice is signed out: sign in to call the API
      """)
  }

  @Test func `a sign-in that nobody can renew`() {
    var run = Run(.loginAgain)
    run.play([
      (.zero, .client(.laptop, .signIn)), (.minutes(1), .attacker(.stealRefreshToken(.laptop))),
      (.minutes(14), .client(.laptop, .callAPI)), (.minutes(16), .client(.laptop, .callAPI)),
    ])
    expectNoDifference(
      run.told,
      """
      0:00.0 d1: signIn
      0:00.1 AS: answered d1 with 302
      0:00.1 AS: sessionStarted(s1, user: u1)
      0:00.3 AS: answered d1 with 200
      0:00.3 AS: familyStarted(f1, user: u1)
      0:00.3 AS: accessTokenIssued(AT1, f1, until 15:00.0)
      0:00.4 d1: storedTokens(AT1, no refresh token)
      1:00.0 attacker: stealRefreshToken(d1) refused: login-again issues no refresh token
      14:00.0 d1: callAPI
      14:00.1 RS: answered d1 with 200
      15:00.0 AS: AT1 expired
      16:00.0 d1: callAPI
      16:00.1 RS: answered d1 with 401, access_token_expired
      16:00.2 d1: callFailed(refused 401)
      16:00.2 d1: signedOut(nothingToRenewWith)
      """)
  }
}
