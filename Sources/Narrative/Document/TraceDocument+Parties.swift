import Simulation
import TokenCore

/// What changed at a client and for the attacker.
extension TraceDocument {
  func described(_ event: ClientEvent) -> (String, JSONText) {
    switch event {
    case .storedTokens(let access, let refresh):
      ("tokens_stored", ["access_token": JSONText(access), "refresh_token": JSONText(refresh)])
    case .callServed(let id): ("call_served", ["token": JSONText(id)])
    case .callWaits: ("call_waits", [:])
    case .callFailed(let failure): ("call_failed", described(failure))
    case .triesAgain(let attempt): ("request_retried", ["attempt": JSONText(attempt)])
    case .gaveUp: ("gave_up", [:])
    case .restarted: ("restarted", [:])
    case .signedOut(let cause): ("signed_out", described(cause))
    }
  }

  private func described(_ failure: CallFailure) -> JSONText {
    switch failure {
    case .refused(let status): ["because": "refused", "status": JSONText(status)]
    case .noAnswer: ["because": "no_answer", "status": .null]
    case .notRenewed: ["because": "not_renewed", "status": .null]
    }
  }

  private func described(_ cause: SignOutCause) -> JSONText {
    switch cause {
    case .loggedOut: because("logged_out")
    case .storageCleared: because("storage_cleared")
    case .renewalRefused(let error): because("renewal_refused", error)
    case .nothingToRenewWith: because("nothing_to_renew_with")
    case .signInRefused(let error): because("sign_in_refused", error)
    case .signInUnanswered: because("sign_in_unanswered")
    }
  }

  private func because(_ code: String, _ error: ErrorCode? = nil) -> JSONText {
    ["because": .string(code), "error": JSONText(error?.rawValue)]
  }

  func described(_ event: AttackerEvent) -> (String, JSONText) {
    switch event {
    case .stole(let access, let refresh, let device):
      (
        "tokens_stolen",
        [
          "access_token": JSONText(access), "refresh_token": JSONText(refresh),
          "device": JSONText(device),
        ]
      )
    case .startedFlow(let device): ("flow_started", ["device": JSONText(device)])
    case .obtained(let access, let refresh):
      ("tokens_obtained", ["access_token": JSONText(access), "refresh_token": JSONText(refresh)])
    case .stoleDatabase(let digests, let clear):
      ("database_stolen", ["digests": JSONText(digests), "clear_tokens": JSONText(clear)])
    case .stoleSigningKey(let keyID): ("signing_key_stolen", ["kid": .string(keyID)])
    case .clearedStorage(let device): ("storage_cleared", ["device": JSONText(device)])
    }
  }
}
