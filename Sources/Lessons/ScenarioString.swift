import Foundation

/// A scenario on one line, to be sent to somebody: `tokenlab1.`, the scenario file's text in
/// base64url, a dot, and a checksum over all before that dot.
///
/// The number is the format's. What mail programs and hands add (line ends, spaces, quotation marks)
/// is taken off before anything else is looked at.
enum ScenarioString {
  static let version = "1"
  /// Of the string, without what is taken off. As one argument Linux takes twice as much.
  static let maximumLength = 64 * 1024
  static let name = "scenario string"

  /// The string for a file's text; nothing is looked at.
  static func wrap(_ yaml: String) -> String {
    let payload = Data(yaml.utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").prefix { $0 != "=" }
    let body = "tokenlab\(version).\(payload)"
    return "\(body).\(checksum(body))"
  }

  /// The text in a string that is whole, of this format and not too long.
  static func unwrap(_ string: String) throws(ScenarioError) -> String {
    let parts = try parts(of: string)
    let body = "tokenlab\(version).\(parts.payload)"
    let found = checksum(body)
    guard found == parts.checksum else {
      throw damaged("expected the checksum \(quoted(parts.checksum)), found \(quoted(found))")
    }
    guard let bytes = decoded(parts.payload), let text = String(data: bytes, encoding: .utf8)
    else { throw damaged("expected text in base64url, found other bytes") }
    return text
  }

  /// CRC-32 as 8 digits (ISO 3309, as in zip files): it finds accidents, and nothing is secured by it.
  static func checksum(_ text: String) -> String {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in text.utf8 {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    let digits = String(~sum, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  private static func decoded(_ payload: String) -> Data? {
    let padding = String(repeating: "=", count: (4 - payload.utf8.count % 4) % 4)
    return Data(
      base64Encoded: payload.replacing("-", with: "+").replacing("_", with: "/") + padding)
  }

  static func damaged(_ finding: String) -> ScenarioError {
    error("damaged: \(finding); copy it once more")
  }

  static func error(_ problem: String) -> ScenarioError {
    ScenarioError(file: name, problem: problem)
  }
}

extension Scenario {
  /// The scenario on one line; `init(string:)` gives it back. Refused where it is too long, or holds
  /// what a scenario file cannot say.
  public var string: String {
    get throws(ScenarioError) {
      let string = ScenarioString.wrap(try yaml)
      guard string.utf8.count <= ScenarioString.maximumLength else {
        throw ScenarioString.error(
          "expected at most 64 KiB, found \(string.utf8.count / 1024 + 1) KiB: save \(name) as a "
            + "file instead")
      }
      return string
    }
  }

  /// Reads a scenario string, as it comes out of a mail or a shell.
  public init(string: String) throws(ScenarioError) {
    let text = try ScenarioString.unwrap(string)
    do throws(ScenarioError) {
      self = try Scenario(yaml: text, file: ScenarioString.name)
    } catch {
      let place = error.line.map { "in line \($0) of the scenario file inside: " } ?? ""
      throw ScenarioString.error(place + error.problem)
    }
  }

  /// Whether the text is meant as a scenario string, whole or not.
  public static func isString(_ text: String) -> Bool {
    ScenarioString.begins(text)
  }
}
