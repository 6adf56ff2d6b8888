/// The JSON reader. What it takes, Foundation's reader takes too (never the other way round), and
/// what is written from it reads back as the same value.
import Foundation
import FuzzSupport
import JOSE

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = bytes(start, count)
  guard let value = try? JSONValue(parsing: text) else { return 0 }
  let written = value.serialized()
  let again = try? JSONValue(parsing: written)
  expect(again == value, "written and read, the same value")
  expect(again?.serialized() == written, "one way to write it")
  guard !hasHugeNumber(value) else { return 0 }
  expect(isJSONForFoundation(text), "Foundation takes it too")
  expect(isJSONForFoundation(written), "Foundation takes what is written")
  return 0
}

private func isJSONForFoundation(_ text: [UInt8]) -> Bool {
  (try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)) != nil
}

/// JSON sets no limit to numbers; Foundation refuses those that no double holds.
private func hasHugeNumber(_ value: JSONValue) -> Bool {
  switch value {
  case .null, .boolean, .text: false
  case .number(let number): !(Double(number.description) ?? .infinity).isFinite
  case .array(let elements): elements.contains(where: hasHugeNumber)
  case .object(let object): object.members.contains { hasHugeNumber($0.value) }
  }
}
