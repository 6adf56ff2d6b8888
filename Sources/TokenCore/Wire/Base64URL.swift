/// base64url without padding (RFC 4648 §5, RFC 7515 §2).
public func base64URL(_ bytes: [UInt8]) -> String {
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count * 4 + 2) / 3)
  var start = 0
  while start < bytes.count {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for position in 0...group.count {
      text.append(base64URLAlphabet[bits >> (18 - 6 * position) & 63])
    }
    start += 3
  }
  return String(decoding: text, as: UTF8.self)
}

private let base64URLAlphabet = Array(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
