import Simulation

extension ResourceServerSetting {
  /// All that can be said of it: which are usual depends on its place in the list.
  var written: Written {
    .fields([
      (ResourceServerKey.name, .text(name)), (.audience, .text(audience)),
      (.inAudience, .flag(isInAudience)), (.knowsPrivateClaims, .flag(knowsPrivateClaims)),
      (.asksForMaxAge, .flag(asksForMaxAge).unless(asksForMaxAge)),
    ])
  }
}
