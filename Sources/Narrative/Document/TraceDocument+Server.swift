import Simulation
import TokenCore

/// What changed at the authorization server.
extension TraceDocument {
  func described(
    _ change: ServerEvent, in server: AuthorizationServer
  ) -> (Kind, JSONText) {
    switch change {
    case .sessionStarted(let id, let user):
      (.sessionStarted, ["session": JSONText(id), "user": JSONText(user)])
    case .sessionRenewed(let id): (.sessionRenewed, ["session": JSONText(id)])
    case .sessionUsed(let id): (.sessionUsed, ["session": JSONText(id)])
    case .sessionEnded(let id, let reason):
      (.sessionEnded, ["session": JSONText(id), "because": .string(reason.code)])
    case .familyStarted(let family, let user):
      (.familyStarted, ["family": JSONText(family), "user": JSONText(user)])
    case .accessTokenIssued(let id, _, _): (.accessTokenIssued, issued(server.record(of: id)))
    case .refreshTokenIssued(let id, _, _, let expiresAt):
      (.refreshTokenIssued, issued(server.record(of: id), expiresAt, in: server))
    case .refreshTokenSpent(let id, let successor):
      (.refreshTokenSpent, ["token": JSONText(id), "successor": JSONText(successor)])
    case .refreshTokenUsed(let id): (.refreshTokenUsed, ["token": JSONText(id)])
    case .refreshTokenRetried(let id, let gave):
      (.refreshTokenRetried, ["token": JSONText(id), "gave": JSONText(gave)])
    case .refreshTokenDisplaced(let id): (.refreshTokenDisplaced, ["token": JSONText(id)])
    case .refreshTokenConfirmed(let id): (.refreshTokenConfirmed, ["token": JSONText(id)])
    case .refreshTokenReused(let id, let family, let cause):
      (
        .reuseDetected,
        ["token": JSONText(id), "family": JSONText(family), "because": .string(cause.code)]
      )
    case .familyRevoked(let family, let reason):
      (.familyRevoked, ["family": JSONText(family), "because": .string(reason.code)])
    case .familyClosed(let family): (.familyClosed, ["family": JSONText(family)])
    case .accessTokenRevoked(let id): (.accessTokenRevoked, ["token": JSONText(id)])
    case .accessTokenLivesOn(let id, let end):
      (.accessTokenLivesOn, ["token": JSONText(id), "until_ms": JSONText(end)])
    case .refreshTokenLivesOn(let id, let end):
      (.refreshTokenLivesOn, ["token": JSONText(id), "until_ms": JSONText(end)])
    case .userChanged(let user, let change):
      (.userChanged, ["user": JSONText(user), "change": .string(change.code)])
    case .scopeWithdrawn(let scope, let client):
      (
        .scopeWithdrawn,
        [
          "client_id": .string(server.registrations[client.index].clientID),
          "scope": .string(scope),
        ]
      )
    case .policyChanged(let old, let new): (.policyChanged, ["changes": changes(old, new)])
    case .accessTokenObsolete(let id, let reason):
      (.accessTokenObsolete, ["token": JSONText(id), "because": .string(reason.code)])
    case .refreshTokenObsolete(let id, let reason):
      (.refreshTokenObsolete, ["token": JSONText(id), "because": .string(reason.code)])
    case .signingKeyRotated(let keyID): (.signingKeyRotated, ["kid": .string(keyID)])
    case .signingKeyWithdrawn(let keyID): (.signingKeyWithdrawn, ["kid": .string(keyID)])
    case .revocationArrives(let id, let arrival):
      (.revocationArrives, ["token": JSONText(id), "arrives_at_ms": JSONText(arrival)])
    case .statusChanged(let id, let end):
      (.statusChanged, ["token": JSONText(id), "seen_by_ms": JSONText(end)])
    case .statusListFetched(let api, let count, let end):
      (
        .statusListFetched,
        ["audience": .string(api), "invalid": JSONText(count), "kept_until_ms": JSONText(end)]
      )
    case .partBroke(let part): (.partBroke, ["part": .string(part.rawValue)])
    case .partMended(let part): (.partMended, ["part": .string(part.rawValue)])
    }
  }

  private func changes(_ old: Policy, _ new: Policy) -> JSONText {
    .array(
      new.differences(from: old).map { difference in
        [
          "axis": .string(difference.axis.name),
          "from": difference.before.map(JSONText.string) ?? .null,
          "to": difference.after.map(JSONText.string) ?? .null,
        ]
      })
  }

  private func issued(_ record: AccessTokenRecord) -> JSONText {
    [
      "token": JSONText(record.id), "family": JSONText(record.family),
      "jti": .string(record.tokenID), "scope": .string(record.scope.description),
      "expires_at_ms": .integer(record.expiresAt.milliseconds),
      "usable_until_ms": JSONText(record.usableUntil), "jkt": JSONText(record.confirmation),
    ]
  }

  private func issued(
    _ record: RefreshTokenRecord, _ expiresAt: Instant?, in server: AuthorizationServer
  ) -> JSONText {
    [
      "token": JSONText(record.id), "family": JSONText(record.family),
      "generation": JSONText(record.generation), "parent": JSONText(record.parent),
      "scope": .string(server.family(record.family).scope.description),
      "expires_at_ms": JSONText(expiresAt),
    ]
  }
}

extension JSONText {
  init(_ instant: Instant?) { self = instant.map { .integer($0.milliseconds) } ?? .null }
}

extension Obsolescence {
  package var code: String {
    switch self {
    case .noRow: "no_row"
    case .noSignature: "no_signature"
    case .otherType: "other_type"
    case .otherForm: "other_form"
    case .noVersion: "no_version"
    case .noSession: "no_session"
    case .noStatus: "no_status"
    case .noShortExpiry: "no_short_expiry"
    case .noRefresh: "no_refresh"
    }
  }
}

extension RevocationReason {
  package var code: String {
    switch self {
    case .reuse: "reuse"
    case .logout: "logout"
    case .passwordChanged: "password_changed"
    case .accountDisabled: "account_disabled"
    case .newerSignIn: "newer_sign_in"
    case .codeReplayed: "code_replayed"
    }
  }
}

extension UserChange {
  fileprivate var code: String {
    switch self {
    case .passwordChanged: "password_changed"
    case .disabled: "disabled"
    case .enabled: "enabled"
    case .role(let isAdmin): isAdmin ? "made_admin" : "made_member"
    case .versionRaised: "token_version_raised"
    }
  }
}
