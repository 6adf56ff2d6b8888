import Testing

/// Whatever is ordered under whatever policy, the invariants hold after every step.
struct InvariantTests {
  @Test(arguments: PlayedRun.all.indices)
  func `no random run breaks an invariant`(_ seed: Int) {
    #expect(PlayedRun.all[seed].complaint == nil)
  }
}
