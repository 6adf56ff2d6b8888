/// Form parameters: a name that occurs once has its value, twice has none, and names are compared
/// byte for byte.
import FuzzSupport
import TokenCore

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let pairs = bytes(start, count).split(separator: UInt8(ascii: "&"), maxSplits: 31).map { pair in
    let halves = pair.split(
      separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    return halves.map { String(decoding: $0, as: UTF8.self) }
  }
  var form = Form()
  for pair in pairs { form.append(pair[0], pair.count > 1 ? pair[1] : "") }
  var counts: [[UInt8]: Int] = [:]
  for parameter in form.parameters { counts[Array(parameter.name.utf8), default: 0] += 1 }
  for parameter in form.parameters {
    let isRepeated = counts[Array(parameter.name.utf8), default: 0] > 1
    switch form[parameter.name] {
    case .repeated: expect(isRepeated, "repeated only where it is")
    case .missing: expect(!isRepeated && parameter.value.isEmpty, "an empty value is left out")
    case .value(let value):
      expect(!isRepeated && sameBytes(value, parameter.value), "one name, its one value")
    }
  }
  let repeated = form.parameters.map { Array($0.name.utf8) }.first { counts[$0, default: 0] > 1 }
  expect(form.repeatedName.map { Array($0.utf8) } == repeated, "the first name that is repeated")
  return 0
}
