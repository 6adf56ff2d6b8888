import Lessons

extension Scenario {
  /// Reads the scenario file at the path; complaints begin with the path as given.
  init(path: String) throws {
    let bytes = try InputFile.bytes(at: path, .scenarioFile)
    try self.init(yaml: utf8Text(bytes, file: path), file: path)
  }
}
