/// The bytes of a file or a pipe as text, or a complaint that names the first of them that cannot be:
/// its offset, counted from 0, and its line. A byte-order mark of UTF-8 stays where it is.
package func utf8Text(_ bytes: [UInt8], file: String) throws(ScenarioError) -> String {
  if let (name, mark) = foreignMark(of: bytes) {
    let digits = mark.map(hexadecimal).joined(separator: " ")
    throw ScenarioError(
      file: file, problem: "expected UTF-8, found \(name): the first bytes are \(digits)")
  }
  if let offset = bytes.firstIndex(of: 0) {
    throw ScenarioError(
      file: file, line: line(of: offset, in: bytes),
      problem: "expected text, found a NUL byte at offset \(offset)")
  }
  if let offset = firstOffence(in: bytes) {
    throw ScenarioError(
      file: file, line: line(of: offset, in: bytes),
      problem: "expected UTF-8, found the byte 0x\(hexadecimal(bytes[offset])) at offset \(offset)")
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The byte-order mark of another encoding, the longer ones first (Unicode §23.8).
private func foreignMark(of bytes: [UInt8]) -> (name: String, mark: [UInt8])? {
  let marks: [(name: String, mark: [UInt8])] = [
    ("UTF-32", [0xFF, 0xFE, 0, 0]), ("UTF-32", [0, 0, 0xFE, 0xFF]), ("UTF-16", [0xFF, 0xFE]),
    ("UTF-16", [0xFE, 0xFF]),
  ]
  return marks.first { bytes.starts(with: $0.mark) }
}

/// Where the first character begins that is none.
private func firstOffence(in bytes: [UInt8]) -> Int? {
  guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
  var parser = UTF8.ForwardParser()
  var rest = bytes.makeIterator()
  var offset = 0
  while case .valid(let character) = parser.parseScalar(from: &rest) { offset += character.count }
  return offset
}

private func line(of offset: Int, in bytes: [UInt8]) -> Int {
  1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
}

private func hexadecimal(_ byte: UInt8) -> String {
  (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}
