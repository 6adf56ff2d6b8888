/// base64url without padding (RFC 4648 §5, RFC 7515 §2).
public func base64URL(_ bytes: [UInt8]) -> String {
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count * 4 + 2) / 3)
  appendBase64URL(bytes, to: &text)
  return String(decoding: text, as: UTF8.self)
}

/// The same as ASCII, behind what is already there: 4 characters for 3 bytes.
package func appendBase64URL(_ bytes: [UInt8], to text: inout [UInt8]) {
  let alphabet = base64URLAlphabet
  var index = 0
  while index + 2 < bytes.count {
    let group = Int(bytes[index]) << 16 | Int(bytes[index + 1]) << 8 | Int(bytes[index + 2])
    text.append(alphabet[group >> 18])
    text.append(alphabet[group >> 12 & 63])
    text.append(alphabet[group >> 6 & 63])
    text.append(alphabet[group & 63])
    index += 3
  }
  guard index < bytes.count else { return }
  let second = index + 1 < bytes.count ? Int(bytes[index + 1]) : 0
  let group = Int(bytes[index]) << 16 | second << 8
  text.append(alphabet[group >> 18])
  text.append(alphabet[group >> 12 & 63])
  if index + 1 < bytes.count { text.append(alphabet[group >> 6 & 63]) }
}

package let base64URLAlphabet = Array(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
