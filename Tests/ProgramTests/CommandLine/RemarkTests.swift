import Analysis
import Foundation
import JOSE
import LabUI
import Lessons
import Testing
import TokenCore

@testable import tokenlab

/// What a reviewer says of the rules is said wherever they are chosen.
struct RemarkTests {
  private static let remarks = [
    "no absolute limit: a quiet thief stays for ever (ASVS 5.0 10.4.8)",
    "a public client's refresh token is neither rotated nor bound to a key (RFC 9700 §2.2.2)",
  ]

  private static func arguments(_ format: String) -> [String] {
    ["trace", "first-login", "--strategy", "sliding-week", "--until", "1s", "--format", format]
  }

  private static func document(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static func texts(_ remarks: Any?) -> [String]? {
    (remarks as? [[String: String]])?.map { "\($0["text"] ?? "") (\($0["source"] ?? ""))" }
  }

  @Test func `trace names them near the top`() throws {
    let lines = try Program.run(Self.arguments("text")).out.split(separator: "\n")
    #expect(lines[2..<4].map(String.init) == Self.remarks.map { "remark: \($0)" })
    let calm = try Program.run(["trace", "first-login", "--until", "1s"]).out
    #expect(!calm.contains("remark:"))
  }

  @Test func `trace as JSON has a list of them, an empty one where there are none`() throws {
    let odd = try Self.document(Program.run(Self.arguments("json")).out)
    #expect(Self.texts((odd["run"] as? [String: Any])?["remarks"]) == Self.remarks)
    let plain = ["trace", "first-login", "--until", "1s", "--format", "json"]
    let calm = try Self.document(Program.run(plain).out)
    #expect(Self.texts((calm["run"] as? [String: Any])?["remarks"]) == [])
  }

  private static let compared = [
    "compare", "first-login", "--strategies", "rotation-strict,sliding-week",
  ]

  @Test func `compare names them below the table`() throws {
    let lines = try Program.run(Self.compared).out.split(separator: "\n").map(String.init)
    #expect(lines.suffix(3) == ["Remarks:"] + Self.remarks.map { "sliding-week: \($0)" })
    let calm = try Program.run(["compare", "first-login", "--strategies", "rotation-strict"]).out
    #expect(!calm.contains("Remarks:"))
  }

  @Test func `compare as JSON has a list for each strategy`() throws {
    let document = try Self.document(Program.run(Self.compared + ["--format", "json"]).out)
    let remarks = try #require(document["remarks"] as? [String: Any])
    #expect(Self.texts(remarks["rotation-strict"]) == [])
    #expect(Self.texts(remarks["sliding-week"]) == Self.remarks)
  }

  private func lab(_ strategy: String) throws -> LabModel {
    LabModel(
      try Options.scenario("first-login", strategy: strategy, seed: nil), LabCryptography())
  }

  @Test(arguments: [
    ("rotation-strict", nil), ("sliding-week", "2 remarks on this policy: 6 shows them"),
    ("long-lived-jwt", "1 remark on this policy: 6 shows it"),
  ])
  func `the lab opens with their number and where they are`(
    strategy: String, notice: String?
  ) throws {
    let model = try lab(strategy)
    #expect(model.setting.policy.remarkNotice == notice)
    guard let notice else { return }
    let screen = model.noticing(notice).frame(.init(width: 80, height: 24)).lines()
    #expect(screen[2] == " › \(notice)")
  }

  @Test(arguments: Strategy.catalogue)
  func `the policy's own pane shows every one of them in full`(strategy: Strategy) throws {
    var model = try lab(strategy.id)
    _ = model.update(.key("6"))
    let words = model.frame(.init(width: 80, height: 24)).lines().map { line in
      line.filter { $0 != "│" && $0 != "║" }.trimmingCharacters(in: .whitespaces)
    }.joined(separator: " ")
    for remark in strategy.policy.remarks {
      #expect(words.contains("remark: \(remark)"), "\(words)")
    }
  }
}
