/// The axes of a browser's session at the authorization server.
extension AxisDescription {
  static let ssoIdle = AxisDescription(
    "SSO session idle", word: "idle",
    meaning: "How long a browser's session at the server lasts without a sign-in, asked or silent.",
    source: "ASVS 5.0 7.3.1",
    scale: .span(
      SpanScale(
        .at(\.policy.sso.idle), least: .milliseconds(1), rungs: lifetimes,
        samples: [.seconds(15), .minutes(30)])))

  static let ssoAbsolute = AxisDescription(
    "SSO session max", word: "absolute",
    meaning: "How long after the person authenticated it ends, however much it is used.",
    source: "ASVS 5.0 7.3.2",
    scale: .span(
      SpanScale(
        .at(\.policy.sso.absolute), least: .milliseconds(1),
        rungs: [TimeSpan](rungs: "15m 30m 1h 8h 10h 1d 7d 30d 90d"),
        samples: [.minutes(1), .hours(10)])))

  static let ssoEndsFamilies = AxisDescription(
    "SSO session ends families", label: "ends families", depth: 1, word: "ends-families",
    meaning: "Whether the families that came of it end when it is ended before its time.",
    source: "RFC 10017 §6.3.2.3",
    scale: .choice(
      ChoiceScale(
        .at(\.policy.sso.endsFamilies),
        no: "A logout at the server leaves every refresh token that it gave as it is.",
        yes: "A logout at the server revokes every family that came of the session.")),
    when: { $0.policy.canEndFamilies })

  static let ssoOnePerPerson = AxisDescription(
    "one SSO session each", label: "one a person", depth: 1, word: "one-per-person",
    meaning: "Whether a person who signs in elsewhere is signed out where they were before.",
    source: "ASVS 5.0 7.1.2",
    scale: .choice(
      ChoiceScale(
        .at(\.policy.sso.onePerPerson),
        no: "A person may have sessions in several browsers.",
        yes: "A newer sign-in ends the older session, and what the policy ends with it.")))
}
