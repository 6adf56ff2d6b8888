import Testing
import TokenCore

/// Scope lists as RFC 6749 §3.3 has them.
struct ScopeTests {
  @Test(arguments: [
    ("", []), (" ", []), ("read", ["read"]), ("read write", ["read", "write"]),
    ("  read   write ", ["read", "write"]),
  ])
  func `a scope is its tokens in the order given`(_ text: String, _ tokens: [String]) {
    let scope = Scope(text)
    #expect(scope.tokens == tokens)
    #expect(scope.description == tokens.joined(separator: " "))
  }

  @Test(arguments: [
    ("read", true), ("write", true), ("Read", false), ("rea", false), ("", false),
    ("read write", false), ("caf\u{e9}", true), ("cafe\u{301}", false),
  ])
  func `a token is in a scope byte for byte`(_ token: String, _ isIn: Bool) {
    #expect(Scope("read write caf\u{e9}").contains(token) == isIn)
  }

  @Test(arguments: [
    ("read", "read write", true), ("write read", "read write", true),
    ("read write", "read write", true), ("read read", "read", true),
    ("read write", "read", false), ("admin", "read write", false), ("read", "", false),
    ("cafe\u{301}", "caf\u{e9}", false), ("READ", "read", false),
  ])
  func `a scope is within another when all its tokens are`(
    _ asked: String, _ granted: String, _ isWithin: Bool
  ) {
    #expect(Scope(asked).isSubset(of: Scope(granted)) == isWithin)
  }
}
