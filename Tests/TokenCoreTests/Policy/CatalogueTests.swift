import Testing
import TokenCore

/// The shipped strategies.
struct CatalogueTests {
  @Test(arguments: Strategy.catalogue)
  func `a strategy is found by its name and says where it comes from`(
    _ strategy: Strategy
  ) {
    #expect(Strategy.named(strategy.id) == strategy)
    #expect(strategy.summary.hasSuffix("."))
    #expect(!strategy.origin.isEmpty)
    #expect(strategy.id.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 })
  }

  @Test func `names are unique`() {
    #expect(Set(Strategy.catalogue.map(\.id)).count == Strategy.catalogue.count)
    #expect(Strategy.named("no-such-strategy") == nil)
    #expect(Strategy.named("") == nil)
  }
}
