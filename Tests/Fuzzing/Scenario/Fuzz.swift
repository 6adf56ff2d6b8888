/// Scenario files. Reading gives the same scenario twice or one harmless line; a scenario that was
/// read can be written so that it reads the same, and makes a world whose first steps trap nowhere.
import FuzzSupport
import JOSE
import Lessons
import Simulation
import TokenCore

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let text = text(start, count) else { return 0 }
  do throws(ScenarioError) {
    let scenario = try Scenario(yaml: text, file: "fuzz.yaml")
    expect(try Scenario(yaml: text, file: "fuzz.yaml") == scenario, "the same scenario twice")
    if let written = try? scenario.yaml {
      expect(try Scenario(yaml: written, file: "fuzz.yaml").yaml == written, "one way to write it")
    } else {
      // A byte-order mark at the beginning of a value is lost on the way through the YAML parser.
      let hasMark = text.contains("\u{FEFF}") || text.lowercased().contains("feff")
      expect(hasMark, "what was read can be written")
    }
    run(scenario)
  } catch {
    let line = error.description
    expect(line.hasPrefix("fuzz.yaml:"), "a complaint begins with the file")
    expect(!line.unicodeScalars.contains(where: isTreacherous), "a complaint is harmless")
  }
  return 0
}

private func run(_ scenario: Scenario) {
  var world = scenario.world(LabCryptography())
  var trace = Trace()
  var steps = 0
  while steps < 200, let next = world.nextEventTime, next <= scenario.end,
    world.step(into: &trace)
  {
    steps += 1
  }
}
