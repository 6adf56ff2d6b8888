import Foundation

extension Scenario {
  /// Reads the scenario file at the path; complaints begin with the path as given.
  public init(path: String) throws(ScenarioError) {
    let bytes: Data
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      bytes = try file.read(upToCount: YAMLText.maximumBytes + 1) ?? Data()
    } catch {
      throw ScenarioError(file: path, problem: "expected a file to read, found none that opens")
    }
    guard let text = String(data: bytes, encoding: .utf8) else {
      throw ScenarioError(file: path, problem: "expected UTF-8, found other bytes")
    }
    try self.init(yaml: text, file: path)
  }
}
