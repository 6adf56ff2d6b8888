import JOSE
import Lessons
import Narrative
import TokenCore

extension Scenario {
  /// What the command would print of it up to the end.
  func told(as form: some TraceForm, until end: TimeSpan) -> String {
    var recital = Recital(setting, script: story, as: form, LabCryptography())
    var lines = recital.opening()
    while let next = recital.nextEventTime, next <= .start + end { lines += recital.step() }
    recital.wait(until: .start + end)
    return (lines + recital.ending()).map { $0 + "\n" }.joined()
  }
}
