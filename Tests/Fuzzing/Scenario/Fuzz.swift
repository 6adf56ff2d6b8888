/// Scenario files. Reading gives the same scenario twice or one harmless line; a scenario that was
/// read makes a world whose first steps trap nowhere.
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

private func isTreacherous(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}
