import Foundation
import Lessons
import Testing

@Suite struct LibraryTests {
  private static let folder = repository.appendingPathComponent("Assets/Scenarios")

  @Test func `the library holds the folder's files and nothing else`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(files.sorted() == ScenarioLibrary.names.map { $0 + ".yaml" }.sorted())
  }

  @Test(arguments: ScenarioLibrary.names)
  func `a shipped scenario is called like its file, which is built in as it stands`(
    name: String
  ) throws {
    let url = Self.folder.appendingPathComponent(name + ".yaml")
    let text = try utf8Text(Array(Data(contentsOf: url)), file: name)
    #expect(ScenarioLibrary.text(named: name) == text)
    #expect(try ScenarioLibrary.scenario(named: name).name == name)
    #expect(try ScenarioLibrary.scenario(named: name) == Scenario(yaml: text, file: name))
  }

  @Test func `an unknown name is answered with the known ones`() {
    let expected = """
      nothing: expected a shipped scenario (first-login, victim-first, attacker-first, \
      late-victim, lost-response, two-tabs, spent-token-weapon, administrative-acts, \
      stolen-cookie, migration, crossing-refreshes, failed-write, late-deny-list, \
      status-list, shared-signals, introspection-down, stolen-key, bound-tokens, \
      prepared-proofs, device-bound-session, bff, \
      step-up, two-apis, insider, closing-the-browser, another-site, \
      token-confusion, things-have-changed, extended-by-hand, crossing-requests, \
      explicit-requests, proofs-by-hand or baseline-week), found "nothing"
      """
    #expect(throws: ScenarioError.self) { try ScenarioLibrary.scenario(named: "nothing") }
    do {
      _ = try ScenarioLibrary.scenario(named: "nothing")
    } catch {
      #expect(error.description == expected)
    }
    #expect(ScenarioLibrary.text(named: "nothing") == nil)
  }
}
