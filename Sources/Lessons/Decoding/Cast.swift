import Simulation
import TokenCore

/// What a story can speak of: the devices, the people at them, the resource servers, and the rules.
struct Cast {
  let devices: [DeviceSetting]
  let people: [String]
  let servers: [String]
  /// What the story begins under.
  let policy: Policy
  /// Whether a name is written out where there is only one to choose from.
  let isInFull: Bool

  init(_ setting: Setting, isInFull: Bool = false) {
    self.isInFull = isInFull
    devices = setting.devices
    people = setting.people
    policy = setting.policy
    servers = setting.resourceServers.map(\.name)
  }

  /// The device that a mapping names; the name may be left out where there is only one.
  func device(_ cursor: Cursor?, of owner: Cursor) throws(ScenarioError) -> DeviceID {
    DeviceID(index: try index(cursor, of: owner, in: devices.map(\.name), "device"))
  }

  /// The person that a mapping names; the name may be left out where there is only one.
  func person(_ cursor: Cursor?, of owner: Cursor) throws(ScenarioError) -> UserID {
    UserID(index: try index(cursor, of: owner, in: people, "person"))
  }

  /// The resource server that a mapping names; the name may be left out where there is only one.
  func server(_ cursor: Cursor?, of owner: Cursor) throws(ScenarioError) -> ResourceServerID {
    ResourceServerID(index: try index(cursor, of: owner, in: servers, "server"))
  }

  private func index(
    _ cursor: Cursor?, of owner: Cursor, in names: [String], _ key: String
  ) throws(ScenarioError) -> Int {
    if let cursor { return try cursor.index(in: names) }
    guard names.count == 1 else {
      throw owner.error(
        "\(owner.label) wants '\(key)' where there are several: \(alternatives(names))")
    }
    return 0
  }
}

extension Cursor {
  /// The place of a name in a list of names, compared byte for byte.
  func index(in names: [String]) throws(ScenarioError) -> Int {
    guard let text, let index = names.firstIndex(where: { sameBytes($0, text) }) else {
      throw wants(alternatives(names))
    }
    return index
  }
}
