import JOSE
import Soak
import Testing

/// Whatever is ordered under whatever policy, the invariants hold after every step.
struct InvariantTests {
  @Test(arguments: 0..<300 as Range<UInt64>)
  func `no random run breaks an invariant`(_ seed: UInt64) throws {
    var run = RandomRun(seed: seed, LabCryptography())
    for count in 1...150 {
      let violation = run.step().violation
      try #require(
        violation == nil,
        """
        seed \(seed), step \(count): \(violation?.invariant.rawValue ?? ""): \
        \(violation?.found ?? "")
        """)
    }
  }
}
