import Foundation
import Testing

/// A story that carries whatever a terminal could act on, as far as a file lets it, told by every
/// command in every format.
struct HostileStoryTests {
  /// As a scenario file writes it: C0, DEL, C1, and what turns a line around or hides in it.
  private static let evil =
    #"\e]0;x\a\0\b\r\n\t\x7F\x80\x85\x90\x9B2J\x9D\xAD\u061C\u200B\u200E\u200F\u2028\u2029"#
    + #"\u202A\u202E\u2060\u2066\u2069\uFEFF\uFFF9\U000E0001\U000E0041"#

  private static let story = """
    scenario: evil
    title: A probe of the terminal
    about: Every character that a terminal could act on, where a file lets it through.
    strategy: rotation-strict
    lasts: 20m
    devices: [{name: alice@laptop}]
    clients: [{id: archive, secret: a-word}]
    story:
      - {at: 0s, do: sign-in}
      - {at: 1m, do: request, to: token, parameters: [{name: grant_type, value: "\(evil)"}]}
      - at: 2m
        do: request
        to: token
        parameters:
          - {name: grant_type, value: refresh_token}
          - {name: refresh_token, value: "\(evil)"}
          - {name: client_id, value: "\(evil)"}
          - {name: scope, value: "read \(evil)"}
      - {at: 3m, do: request, to: api, parameters: [{name: token, value: "\(evil)"}]}
      - {at: 4m, do: request, to: api, parameters: [{name: token, value: "\(token)"}]}
      - at: 5m
        do: request
        to: introspection
        parameters: [{name: token, value: "\(evil)"}]
        basic: {id: archive, secret: a-word}
      - {at: 6m, do: request, to: revocation, parameters: [{name: token, value: "\(evil)"}]}
      - {at: 7m, do: steal-refresh-token}
      - {at: 8m, do: refresh}
      - {at: 9m, do: attacker-refreshes}
    """

  /// Signed by nobody, with the same characters raw and escaped in header and claims.
  private static let token: String = {
    let raw = "\u{7F}\u{85}\u{9B}2J\u{AD}\u{61C}\u{200F}\u{2028}\u{202E}\u{2066}\u{FEFF}\u{E0041}"
    let written = #"\u001b]0;x\u0007\u007f\u009b\u202e"#
    let header = #"{"alg":"none","typ":"\#(raw)","\#(raw)":"\#(written)"}"#
    let claims =
      #"{"sub":"\#(raw)","scope":"\#(written)","aud":["\#(raw)"],"\#(written)":"\#(raw)"}"#
    return [header, claims].map { part in
      Data(part.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
        .replacing("=", with: "")
    }.joined(separator: ".") + "."
  }()

  /// Where `STORY` is the file, and `TOKEN` the token.
  static let commands: [[String]] =
    [
      ["trace", "STORY"], ["trace", "STORY", "--format", "json"],
      ["trace", "STORY", "--format", "json", "--tokens"], ["export", "STORY"],
      ["export", "STORY", "--file"], ["compare", "STORY", "--strategies", "rotation-strict"],
      ["compare", "STORY", "--strategies", "rotation-strict", "--format", "json"],
      ["compare", "STORY", "--strategies", "rotation-strict", "--format", "csv"],
      ["inspect", "TOKEN"], ["inspect", "TOKEN", "--format", "json"], ["bench", "whatif", "STORY"],
    ]
    + ["7", "8", "9", "7 up up up up I", "w", ": o", "7 up enter"].map {
      ["frame", "STORY", "--keys", $0]
    }
    + ["1m30s", "2m30s", "3m30s", "4m30s", "5m30s"].map {
      ["frame", "STORY", "--at", $0, "--keys", "8"]
    }

  @Test(arguments: commands)
  func `nothing in a story reaches a terminal as an order`(command: [String]) throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("evil.yaml", Self.story)
    let places = ["STORY": file.path, "TOKEN": Self.token]
    let outcome = try Program.run(command.map { places[$0] ?? $0 })
    #expect(!outcome.out.isEmpty && outcome.errors.isEmpty, "\(outcome.errors)")
    expectHarmless(outcome.out)
  }

  @Test func `what is exported is the same story`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("evil.yaml", Self.story)
    let string = try Program.run(["export", file.path]).out
    let told = try Program.run(["trace", String(string.dropLast()), "--format", "json", "--tokens"])
    let trace = try Program.run(["trace", file.path, "--format", "json", "--tokens"])
    #expect(told.status == 0 && told.out == trace.out)
    let values = try #require(
      try JSONSerialization.jsonObject(with: Data(trace.out.utf8)) as? [String: Any])
    #expect("\(values)".unicodeScalars.contains("\u{202E}"), "the characters are in it")
  }

  @Test func `a file's name in a complaint is harmless`() throws {
    let folder = try TemporaryFolder()
    let name = "\u{1B}[2J\u{7F}\u{9B}\u{202E}\u{2066}\u{200F}.yaml"
    let file = try folder.file(name, "scenario: a\nscenario: b\n")
    for command in ["trace", "frame", "compare", "export", "lab"] {
      let outcome = try Program.run([command, file.path])
      #expect(outcome.status == 65 && outcome.errorLines.count == 1)
      expectHarmless(outcome.errors)
    }
    let key = try Program.run(["inspect", Self.token, "--key", file.path])
    #expect(key.status == 65)
    expectHarmless(key.errors)
  }

  private func expectHarmless(_ text: String) {
    let offence = text.unicodeScalars.first { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: scalar != "\n"
      default: false
      }
    }
    #expect(offence == nil, "U+\(String(offence?.value ?? 0, radix: 16))")
  }
}
