import Assets

/// The scenarios that come with the program, in the order in which they are taught.
public enum ScenarioLibrary {
  public static let names = ShippedFiles.scenarios.map(\.name)

  /// The shipped scenario of that name; the error of an unknown name lists the known ones.
  public static func scenario(named name: String) throws(ScenarioError) -> Scenario {
    guard let text = text(named: name) else {
      throw ScenarioError(
        file: name,
        problem: "expected a shipped scenario (\(alternatives(names))), found \(quoted(name))")
    }
    return try Scenario(yaml: text, file: name + ".yaml")
  }

  /// The text of the shipped scenario's file, for people to start their own from.
  public static func text(named name: String) -> String? {
    ShippedFiles.scenarios.first { $0.name == name }.map { file in
      String(decoding: file.bytes, as: UTF8.self)
    }
  }
}
