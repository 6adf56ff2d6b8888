import Simulation
import TokenCore

enum DeviceKey: String, FieldKey {
  case name, admin, calls, tabs
  case signsInAgain = "signs-in-again"
}

extension [DeviceSetting] {
  /// The devices of a file, or alice's laptop where it names none.
  init(_ cursor: Cursor?, lasts: TimeSpan) throws(ScenarioError) {
    self = []
    guard let cursor else {
      append(.alice)
      return
    }
    for item in try cursor.items("a device", atMost: 64) {
      let device = try DeviceSetting(item, lasts: lasts)
      guard !contains(where: { $0.name == device.name }) else {
        throw item.error("expected each device once, found \(quoted(device.name)) more than once")
      }
      append(device)
    }
    guard !isEmpty else { throw cursor.error("\(cursor.label) wants at least one device") }
  }
}

extension DeviceSetting {
  /// The name in files: `alice@laptop`.
  var name: String { "\(person)@\(device)" }

  fileprivate init(_ cursor: Cursor, lasts: TimeSpan) throws(ScenarioError) {
    let fields = try Fields<DeviceKey>(cursor)
    let (person, device) = try fields.required(.name).deviceName()
    self.init(person: person, device: device, isAdmin: try fields[.admin]?.flag() ?? false)
    guard let calls = fields[.calls] else {
      try fields.refuse([.tabs], because: "without 'calls': a command is given to one tab")
      try fields.refuse(
        [.signsInAgain], because: "without 'calls': a person who is not there signs in nowhere")
      return
    }
    activity = try Activity(calls, lasts: lasts)
    tabs = try fields[.tabs]?.number(in: 1...16) ?? 1
    activity.signsInAgainAfter = try fields[.signsInAgain]?.durationOrNever()
  }
}

extension Cursor {
  fileprivate func durationOrNever() throws(ScenarioError) -> TimeSpan? {
    if text == "never" { return nil }
    guard let text, TimeSpan(text) != nil else { throw wants("a duration like 30s or never") }
    return try duration(atLeast: .seconds(1))
  }
}
