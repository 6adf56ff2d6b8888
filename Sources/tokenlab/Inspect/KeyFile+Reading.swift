import Foundation
import Inspection
import JOSE

extension KeyFile {
  /// Any of the four forms.
  init(path: String) throws {
    let bytes = try Self.read(path)
    do {
      try self.init(path: path, bytes: bytes)
    } catch { throw CommandError(.usage, error.words(for: excerpt(path))) }
  }

  /// A JWK set and nothing else.
  init(setPath path: String) throws {
    let bytes = try Self.read(path)
    do {
      try self.init(setPath: path, bytes: bytes)
    } catch { throw CommandError(.usage, error.words(for: excerpt(path))) }
  }

  private static func read(_ path: String) throws -> [UInt8] {
    let bytes: Data
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      bytes = try file.read(upToCount: JWKSet.sizeLimit + 1) ?? Data()
    } catch {
      throw CommandError(.usage, "expected a key file that opens, found '\(excerpt(path))'")
    }
    guard bytes.count <= JWKSet.sizeLimit else {
      throw CommandError(.usage, "'\(excerpt(path))' is larger than 64 KiB: no key file is")
    }
    return Array(bytes)
  }
}
