import Inspection
import JOSE
import Lessons

extension KeyFile {
  /// Any of the four forms.
  init(path: String) throws {
    let bytes = try InputFile.bytes(at: path, .keyFile)
    do {
      try self.init(path: path, bytes: bytes)
    } catch { throw CommandError(.badData, error.words(for: harmless(path))) }
  }

  /// A JWK set and nothing else.
  init(setPath path: String) throws {
    let bytes = try InputFile.bytes(at: path, .keyFile)
    do {
      try self.init(setPath: path, bytes: bytes)
    } catch { throw CommandError(.badData, error.words(for: harmless(path))) }
  }
}
