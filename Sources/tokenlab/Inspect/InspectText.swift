import Canvas
import Inspection
import JOSE
import Narrative
import TokenCore

/// An inspection as text: the verdict in a line, the three verdicts, and what the token says.
struct InspectText {
  let inspection: Inspection

  var text: String {
    let blocks = [
      [inspection.headline], verdicts,
      members("Header", inspection.header) { MemberGloss.header($0.name.text) },
      members("Claims", inspection.claims, gloss), notes,
    ]
    let lines = blocks.filter { !$0.isEmpty }.joined(separator: [""])
    return lines.map(withoutTrailingBlanks).joined(separator: "\n") + "\n"
  }

  private var verdicts: [String] {
    lines("1 parse", inspection.parse) + lines("2 signature", inspection.signature)
      + [line("3 time and policy", policy.sign, policyWords)]
      + inspection.policy.flatMap { lines("  " + $0.name, $0.outcome, $0.specification) }
  }

  private var policy: Outcome { inspection.policyOutcome }

  private var policyWords: String {
    policy.findings.isEmpty ? policy.words : "\(policy.words) \(inspection.moment)"
  }

  private var notes: [String] {
    inspection.notes.flatMap { note in
      Text.wrap(note, width: Self.width - 6).enumerated().map { index, line in
        (index == 0 ? "Note  " : "      ") + line
      }
    }
  }

  /// A question, how it ended, and the rule; under a refusal what was expected and found.
  private func lines(_ name: String, _ outcome: Outcome, _ specification: String = "") -> [String] {
    guard case .refused(let findings) = outcome else {
      return [line(name, outcome.sign, outcome.words, specification)]
    }
    return findings.enumerated().flatMap { index, finding in
      [line(index == 0 ? name : "", outcome.sign, finding.code, finding.specification)]
        + details(of: finding)
    }
  }

  private func details(of finding: Finding) -> [String] {
    let expected = Text.wrap(finding.expected, width: Self.width - 32)
    let lines = expected.enumerated().map { index, line in
      (index == 0 ? "expected  " : "          ") + line
    }
    return (lines + ["found     " + finding.found]).map { left("", 22) + $0 }
  }

  private func line(
    _ name: String, _ sign: String, _ words: String, _ specification: String = ""
  ) -> String {
    left(name, 20) + sign + " " + left(words, 50) + "  " + specification
  }

  private static let width = 100
}

extension InspectText {
  private func members(
    _ title: String, _ part: TokenPart, _ gloss: (JSONMember) -> String?
  ) -> [String] {
    switch part {
    case .unreadable: return []
    case .bytes(let bytes):
      let text = String(validating: bytes, as: UTF8.self)
      let sent = text.map { shortened(unhidden($0), limit: 400) }
      return ["\(title), as sent", "  " + (sent ?? "\(bytes.count) bytes that are not UTF-8")]
    case .object(let object):
      let rows = object.members.map { member in
        (name: shortened(escaped(member.name.text), limit: 40), value: shown(member.value), member)
      }
      let names = rows.map { min(Text.width($0.name), 20) }.max() ?? 0
      let values = rows.map { Text.width($0.value) }.filter { $0 <= 36 }.max() ?? 0
      return [title]
        + rows.map { name, value, member in
          "  " + left(name, names) + "  " + left(value, values) + "  " + (gloss(member) ?? "")
        }
    }
  }

  /// What a claim is, and for dates the moment in words.
  private func gloss(_ member: JSONMember) -> String? {
    let words = MemberGloss.claim(member.name.text)
    let dates = ClaimShape.dates(in: JSONObject(members: [member]))
    guard let date = dates.first?.date else { return words }
    let moment = "\(date.timestamp), \(date.distance(from: inspection.circumstances.now))"
    return words.map { "\($0): \(moment)" } ?? moment
  }
}

private func withoutTrailingBlanks(_ line: String) -> String {
  var line = Substring(line)
  while line.last == " " { line.removeLast() }
  return String(line)
}
