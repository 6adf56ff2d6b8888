/// Scenario strings. The input as it stands is a scenario or one harmless line. The input as the text
/// inside a string whose checksum is right, so that damage reaches what lies behind, is what it would
/// be as a file; and a string cut anywhere says so.
import FuzzSupport
import JOSE
import Lessons
import TokenCore

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = bytes(start, count)
  _ = opened(String(decoding: input, as: UTF8.self))
  let string = wrapped(input)
  guard string.utf8.count <= 64 * 1024 else { return 0 }
  let found = opened(string)
  let text = String(validating: input, as: UTF8.self)
  expect(found == text.flatMap { try? Scenario(yaml: $0, file: "fuzz.yaml") }, "as a file")
  expect(opened(" \"\(string)\"\r\n") == found, "quoted and with a line end, the same")
  expect(opened(String(string.prefix(string.count * 2 / 3))) == nil, "cut off")
  guard let again = found.flatMap({ try? $0.string }) else { return 0 }
  expect(opened(again) == found, "exported and opened, the same")
  return 0
}

/// The scenario in a string; every complaint is looked at.
private func opened(_ string: String) -> Scenario? {
  do throws(ScenarioError) {
    return try Scenario(string: string)
  } catch {
    let line = error.description
    expect(line.hasPrefix("scenario string: "), "a complaint says what it is about")
    expect(line.unicodeScalars.count < 2000, "a complaint can be read")
    expect(!line.unicodeScalars.contains(where: isTreacherous), "a complaint is harmless")
    return nil
  }
}

private func wrapped(_ text: [UInt8]) -> String {
  let body = "tokenlab1." + base64URL(text)
  var sum: UInt32 = .max
  for byte in body.utf8 {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
  let digits = String(~sum, radix: 16)
  return body + "." + String(repeating: "0", count: 8 - digits.count) + digits
}
