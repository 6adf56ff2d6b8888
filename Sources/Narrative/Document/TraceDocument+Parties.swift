import Simulation
import TokenCore

/// What changed at a client and for the attacker.
extension TraceDocument {
  func described(_ event: ClientEvent) -> (Kind, JSONText) {
    switch event {
    case .storedTokens(let access, let refresh):
      (.tokensStored, ["access_token": JSONText(access), "refresh_token": JSONText(refresh)])
    case .callServed(let id): (.callServed, ["token": JSONText(id)])
    case .pageServed: (.pageServed, [:])
    case .gaveCookie: (.cookieGiven, [:])
    case .answeredPage(let party, let status):
      (.pageAnswered, ["to": .string(party.code), "status": JSONText(status)])
    case .callWaits: (.callWaits, [:])
    case .callFailed(let failure): (.callFailed, described(failure))
    case .triesAgain(let attempt): (.requestRetried, ["attempt": JSONText(attempt)])
    case .gaveUp: (.gaveUp, [:])
    case .restarted: (.restarted, [:])
    case .warned(let end): (.warned, ["ends_at_ms": .integer(end.milliseconds)])
    case .stepsUp(let maxAge): (.stepsUp, ["max_age": .integer(maxAge)])
    case .browserClosed: (.browserClosed, [:])
    case .browserOpened: (.browserOpened, [:])
    case .signedOut(let cause): (.signedOut, described(cause))
    }
  }

  private func described(_ failure: CallFailure) -> JSONText {
    switch failure {
    case .refused(let status): ["because": "refused", "status": JSONText(status)]
    case .noAnswer: ["because": "no_answer", "status": .null]
    case .notRenewed: ["because": "not_renewed", "status": .null]
    case .browserClosed: ["because": "browser_closed", "status": .null]
    }
  }

  private func described(_ cause: SignOutCause) -> JSONText {
    switch cause {
    case .loggedOut: because("logged_out")
    case .notKept: because("not_kept")
    case .storageCleared: because("storage_cleared")
    case .renewalRefused(let error): because("renewal_refused", error)
    case .nothingToRenewWith: because("nothing_to_renew_with")
    case .signInRefused(let error): because("sign_in_refused", error)
    case .signInFailed: because("sign_in_failed")
    case .signInUnanswered: because("sign_in_unanswered")
    }
  }

  private func because(_ code: String, _ error: ErrorCode? = nil) -> JSONText {
    ["because": .string(code), "error": JSONText(error?.rawValue)]
  }

  func described(_ event: AttackerEvent) -> (Kind, JSONText) {
    switch event {
    case .stole(let access, let refresh, let device):
      (
        .tokensStolen,
        [
          "access_token": JSONText(access), "refresh_token": JSONText(refresh),
          "device": JSONText(device),
        ]
      )
    case .rode(let device, let path):
      (.cookieRidden, ["device": JSONText(device), "path": .string(path.rawValue)])
    case .stoleCookie(let id, let device):
      (.cookieStolen, ["session": JSONText(id), "device": JSONText(device)])
    case .stoleBackendCookie(let device):
      (.backendCookieStolen, ["device": JSONText(device)])
    case .startedFlow(let device):
      (.flowStarted, ["session": .null, "device": JSONText(device)])
    case .startedFlowElsewhere(let id):
      (.flowStarted, ["session": JSONText(id), "device": .null])
    case .preparedProofs(let count, let device):
      (.proofsPrepared, ["device": JSONText(device), "proofs": JSONText(count)])
    case .obtained(let access, let refresh):
      (.tokensObtained, ["access_token": JSONText(access), "refresh_token": JSONText(refresh)])
    case .stoleDatabase(let digests, let clear):
      (.databaseStolen, ["digests": JSONText(digests), "clear_tokens": JSONText(clear)])
    case .stoleSigningKey(let keyID): (.signingKeyStolen, ["kid": .string(keyID)])
    case .copiedKeySet(let server, let keyIDs, let signs):
      (
        .keySetCopied,
        [
          "server": JSONText(setting.resourceServers[server.index].name),
          "kids": .array(keyIDs.map(JSONText.string)),
          "signs": .boolean(signs),
        ]
      )
    case .clearedStorage(let device): (.storageCleared, ["device": JSONText(device)])
    }
  }
}
