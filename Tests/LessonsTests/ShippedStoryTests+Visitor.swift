import CustomDump
import Lessons
import Simulation
import Testing
import TokenCore

/// What the story of a stranger with a key says of itself.
extension ShippedStoryTests {
  @Test func `each wrong thing about a proof is refused for just that`() throws {
    let run = try Run(shipped: "proofs-by-hand")
    expectNoDifference(
      run.answersToStrangers,
      [
        "0:00.1 302",
        "0:10.1 200",
        "1:00.1 200",
        "1:10.1 401 invalid_dpop_proof (call_proof_invalid)",
        "2:00.1 401 invalid_token (access_token_binding_required)",
        "2:10.1 401 invalid_token (access_token_binding_required)",
        "2:20.1 401 invalid_dpop_proof (call_proof_invalid)",
        "2:30.1 401 invalid_dpop_proof (call_proof_invalid)",
        "2:40.1 401 invalid_dpop_proof (call_proof_invalid)",
        "2:50.1 401 invalid_dpop_proof (call_proof_invalid)",
        "3:00.1 401 invalid_dpop_proof (call_proof_invalid)",
        "3:10.1 401 invalid_dpop_proof (call_proof_invalid)",
        "3:20.1 401 invalid_dpop_proof (call_proof_invalid)",
        "3:30.1 401 invalid_dpop_proof (call_proof_invalid)",
        "3:40.1 401 invalid_dpop_proof (call_proof_invalid)",
        "5:00.1 400 invalid_grant (proof_by_another_key)",
        "6:00.1 200",
        "7:00.1 400 invalid_grant (reuse_detected)",
        "8:00.1 400 invalid_grant (family_revoked)",
        "10:00.1 200",
        "13:00.1 302",
      ])
    let flaws = run.exchanges.compactMap { _, exchange -> String? in
      if case .callProofInvalid(let flaw) = exchange.decision.denial?.reason { flaw } else { nil }
    }
    #expect(
      flaws == [
        "replayed", "wrong_htm", "wrong_htu", "too_old", "issued_in_future", "wrong_ath",
        "missing_claim", "claim_type", "malformed", "malformed",
      ])
  }
}
