import Simulation
import TokenCore

enum AttackKey: String, FieldKey {
  case at, device, takes
  case callsEvery = "calls-every"
  case renews
  case server
  case waits = "waits-until-victim-is-gone"
}

extension AttackPlan {
  init(_ cursor: Cursor, _ cast: Cast, lasts: TimeSpan) throws(ScenarioError) {
    let fields = try Fields<AttackKey>(cursor)
    let device = try cast.device(fields[.device], of: cursor)
    let waits = try fields[.waits]?.flag() ?? false
    let spans = cast.devices[device.index].activity.presence
    if waits, spans.isEmpty {
      try fields.refuse([.waits], because: "with a victim who is never there ('calls')")
    }
    if waits, spans.last?.upperBound == .distantFuture {
      try fields.refuse([.waits], because: "with a victim who never leaves ('until')")
    }
    self.init(
      at: try fields.required(.at).instant(within: lasts), device: device,
      takes: try fields.required(.takes).word(),
      callsEvery: try fields.required(.callsEvery).duration(atLeast: .seconds(1)),
      renews: try fields[.renews]?.flag() ?? true, waitsUntilVictimIsGone: waits,
      server: try fields[.server].map { name throws(ScenarioError) in
        try cast.server(name, of: cursor)
      } ?? .first)
  }
}
