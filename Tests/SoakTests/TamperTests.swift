import Soak
import Testing

/// An invariant that never fails proves nothing: each is seen to fail on an honest step in which one
/// thing was changed afterwards, and no other fails with it, unless it says the same of that change.
struct TamperTests {
  @Test(arguments: Invariant.allCases)
  func `a doctored step breaks the invariant`(_ invariant: Invariant) throws {
    let tampering = Tampering(against: invariant)
    var step = try #require(tampering.honestStep)
    #expect(step.broken == [])
    tampering.change(&step)
    #expect(step.broken == tampering.others.union([invariant]))
  }
}
