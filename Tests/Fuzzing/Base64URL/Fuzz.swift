/// Base64url: one text for each sequence of bytes, in both directions, and the same bytes as
/// Foundation makes of it.
import Foundation
import FuzzSupport
import JOSE
import TokenCore

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = bytes(start, count)
  let encoded = Base64URL.encode(input)
  expect(Base64URL.decode(encoded) == input, "encoded and decoded, the same bytes")
  expect(base64URL(input) == encoded, "the rules' own encoder agrees")
  guard let decoded = Base64URL.decode(input[...]) else { return 0 }
  expect(Array(Base64URL.encode(decoded).utf8) == input, "the one way to write it")
  let standard = String(decoding: input, as: UTF8.self)
    .replacing("-", with: "+").replacing("_", with: "/")
  let padding = String(repeating: "=", count: (4 - input.count % 4) % 4)
  expect(Data(base64Encoded: standard + padding).map(Array.init) == decoded, "Foundation agrees")
  return 0
}
