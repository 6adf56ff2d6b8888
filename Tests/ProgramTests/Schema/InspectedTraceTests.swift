import Foundation
import Testing

/// What the lab makes can be given to the inspector.
struct InspectedTraceTests {
  private struct Issued {
    let text: String
    let keys: Any
    let at: Int
  }

  @Test(arguments: ["victim-first", "stolen-key"])
  func `inspect accepts an access token of a trace with the keys from it`(story: String) throws {
    let issued = try Self.issued(in: story)
    let folder = try TemporaryFolder()
    let data = try JSONSerialization.data(withJSONObject: issued.keys)
    let keys = try folder.file("keys.json", String(decoding: data, as: UTF8.self))
    let inspect = ["inspect", issued.text, "--jwks", keys.path, "--at"]
    let valid = try Program.run(inspect + ["\(issued.at)"])
    #expect(valid.status == 0 && valid.out.hasPrefix("ACCEPTED"), "\(valid.out)")
    let late = try Program.run(inspect + ["\(issued.at + 365 * 86_400)"])
    #expect(late.status == 1 && late.out.hasPrefix("REFUSED: expired"))
  }

  @Test func `without --tokens a trace holds no token and no key`() throws {
    let issued = try Self.issued(in: "victim-first")
    let plain = try Program.run(["trace", "victim-first", "--format", "json"]).out
    #expect(!plain.contains(issued.text) && plain.hasSuffix("\"keys\":null}\n"))
    let text = try Program.run(["trace", "victim-first", "--tokens"])
    #expect(text.status == 64 && text.errors.contains("--tokens wants --format json"))
  }

  /// The first access token that a run gave out, with the keys of that time and a moment at which it
  /// is good.
  private static func issued(in story: String) throws -> Issued {
    let out = try Program.run(["trace", story, "--format", "json", "--tokens"]).out
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any])
    let run = try #require(document["run"] as? [String: Any])
    let events = try #require(document["events"] as? [[String: Any]])
    let grant = try #require(
      events.first {
        ((($0["answer"] as? [String: Any])?["body"]) as? [String: Any])?["type"]
          as? String == "tokens"
      })
    let body = (grant["answer"] as? [String: Any])?["body"] as? [String: Any]
    let token = try #require(body?["access_token"] as? [String: Any])
    let keys = try #require((document["keys"] as? [[String: Any]])?.first?["jwks"])
    let start = try #require(run["starts_at"] as? Int)
    let at = try #require(grant["at_ms"] as? Int)
    return Issued(
      text: try #require(token["text"] as? String), keys: keys, at: start + at / 1000 + 1)
  }
}
