import ArgumentParser
import Foundation
import Inspection
import JOSE
import TokenCore

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Take an access token apart and say whether an API should accept it.",
    discussion: """
      Three verdicts: whether it can be parsed, who signed it, and whether time and policy allow it \
      (RFC 9068). Exit status 0 if all three are good, 1 if not; without a key the signature is not \
      checked and the token is not accepted.
      """)

  @Argument(
    help: "The token; - reads it from standard input, which keeps it out of the shell's history.")
  var token: String

  @Option(help: "A file with the key: JWK, JWK set, PEM, or a secret of 32 bytes or more.")
  var key: String?

  @Option(help: "A file with a JWK set.")
  var jwks: String?

  @Option(
    parsing: .unconditional,
    help: "When: 2026-01-01T00:00:00Z, Unix seconds, or +15m and -2h from now, the default.")
  var at: String?

  @Option(parsing: .unconditional, help: "Allowance for clocks that differ.")
  var leeway = "0s"

  @Option(help: "The issuer that the token must name; not checked if left out.")
  var issuer: String?

  @Option(help: "The API's own name, which the audience must hold; not checked if left out.")
  var audience: String?

  @Option(help: "text or json.")
  var format = "text"

  func run() throws {
    try reporting {
      guard let format = TraceCommand.Format(rawValue: self.format) else {
        throw CommandError.unknown(
          "format", self.format, of: TraceCommand.Format.allCases.map(\.rawValue))
      }
      let circumstances = try self.circumstances()
      let inspection = Inspection(of: try TokenSource.token(token), under: circumstances)
      switch format {
      case .text: try StandardOutput.shared.write(InspectText(inspection: inspection).text)
      case .json: try StandardOutput.shared.write(InspectJSON(inspection: inspection).text)
      }
      if !inspection.isAccepted { throw CommandError(quietly: .refused) }
    }
  }

  private func circumstances() throws -> Circumstances {
    Circumstances(
      keys: try keyFile(), issuer: issuer, audience: audience,
      leeway: try Options.time(leeway, for: "--leeway"), now: try moment())
  }

  private func keyFile() throws -> KeyFile? {
    guard key == nil || jwks == nil else {
      throw CommandError(.usage, "--key and --jwks are two ways to give the same thing: choose one")
    }
    return try key.map { try KeyFile(path: $0) } ?? jwks.map { try KeyFile(setPath: $0) }
  }

  /// The one place where this command looks at a clock.
  private func moment() throws -> NumericDate {
    let now = NumericDate(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    guard let at else { return now }
    guard let moment = NumericDate(moment: at, now: now) else {
      throw CommandError(
        .usage,
        "--at wants 2026-01-01T00:00:00Z, Unix seconds, +15m or -2h, found '\(excerpt(at))'")
    }
    try refuse(moment, at, now: now)
    return moment
  }

  /// A time from now is bounded like all others; a moment has a year that a calendar can write.
  private func refuse(_ moment: NumericDate, _ text: String, now: NumericDate) throws {
    if let span = TimeSpan(String(text.dropFirst())), span > SpanScale.most {
      throw CommandError(
        .usage,
        "--at wants at most \(SpanScale.most.shortText) from now, found '\(excerpt(text))'")
    }
    guard (-62_135_596_800...253_402_300_799).contains(moment.seconds) else {
      throw CommandError(.usage, "--at wants a year from 1 to 9999, found '\(excerpt(text))'")
    }
  }
}
