import Simulation
import TokenCore

enum DeviceKey: String, FieldKey {
  case name, admin, calls, tabs
  case signsInAgain = "signs-in-again"
}

enum CallsKey: String, FieldKey {
  case every, from, until, daily
}

enum DailyKey: String, FieldKey {
  case from
  case length = "for"
  case days
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

extension Activity {
  fileprivate init(_ cursor: Cursor, lasts: TimeSpan) throws(ScenarioError) {
    let fields = try Fields<CallsKey>(cursor)
    let interval = try fields.required(.every).duration(atLeast: .seconds(1))
    try fields.refuse(.from, with: .daily)
    try fields.refuse(.until, with: .daily)
    if let daily = fields[.daily] {
      self.init(interval: interval, presence: try Self.days(daily))
    } else {
      self.init(interval: interval, presence: [try Self.span(fields, lasts: lasts)])
    }
  }

  /// One span of presence: the whole run unless the file narrows it.
  private static func span(
    _ fields: Fields<CallsKey>, lasts: TimeSpan
  ) throws(ScenarioError) -> Range<Instant> {
    let from = try fields[.from]?.instant() ?? .start
    let until = try fields[.until]?.instant() ?? .start + lasts
    guard from < until else {
      let fromText = (from - .start).shortText
      throw fields.cursor.error(
        "'from' (\(fromText)) must come before 'until' (\((until - .start).shortText))")
    }
    return from..<until
  }

  /// A span on each of so many days.
  private static func days(_ cursor: Cursor) throws(ScenarioError) -> [Range<Instant>] {
    let fields = try Fields<DailyKey>(cursor)
    let from = try fields.required(.from).instant()
    let length = try fields.required(.length).duration(atLeast: .milliseconds(1))
    let days = try fields.required(.days).number(in: 1...Int64(3650))
    guard length <= .days(1) else {
      throw fields.cursor.error(
        "'for' wants at most 1d, found \(length.shortText): the days would overlap")
    }
    return (0..<days).map { day in
      let start = from + .days(day)
      return start..<start + length
    }
  }
}

extension Cursor {
  fileprivate func durationOrNever() throws(ScenarioError) -> TimeSpan? {
    if text == "never" { return nil }
    guard let text, TimeSpan(text) != nil else { throw wants("a duration like 30s or never") }
    return try duration(atLeast: .seconds(1))
  }
}
