import CustomDump
import Lessons
import Testing
import TokenCore

/// Stories about what a browser keeps, and what it adds by itself.
extension ShippedStoryTests {
  @Test func `a browser forgets its cookie, and nobody tells the server`() throws {
    expectNoDifference(
      try Run(shipped: "closing-the-browser").story,
      [
        "0:00.3 alice signs in: 200",
        "5:00.1 alice calls: 200",
        "10:00.0 signed out",
        "15:00.1 attacker calls: 200",
        "22:00.3 alice signs in: 200",
        "40:00.1 attacker calls: 200",
        "45:00.0 signed out",
        "45:00.1 alice revokes: 200",
        "45:00.1 f2 revoked: logout",
        "50:00.1 attacker calls: 200",
      ])
  }

  @Test func `another site's page is served in the name of whoever is signed in`() throws {
    expectNoDifference(
      try Run(shipped: "another-site").story,
      [
        "0:00.3 alice signs in: 200",
        "1:00.1 alice calls: 200",
        "2:00.1 alice calls: 200",
        "3:00.1 alice calls: 200",
        "4:00.0 signed out",
        "4:00.1 alice revokes: 200",
        "4:00.1 f1 revoked: logout",
      ])
    let guarded = try Run(shipped: "another-site", under: .serverSession).story
    #expect(guarded.contains("2:00.1 alice calls: no credentials"))
    #expect(guarded.contains("3:00.1 alice calls: 200"))
  }
}
