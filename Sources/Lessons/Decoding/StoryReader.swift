import Simulation
import TokenCore

enum StoryKey: String, FieldKey {
  case at
  case command = "do"
  case device, together
}

/// Reads a story against the devices that it is about.
struct StoryReader {
  static let maximumLines = 10_000

  let devices: [DeviceSetting]
  let lasts: TimeSpan

  init(_ devices: [DeviceSetting], lasts: TimeSpan) {
    self.devices = devices
    self.lasts = lasts
  }

  /// The lines by time; those of the same time stay in the file's order.
  func lines(_ cursor: Cursor) throws(ScenarioError) -> [StoryLine] {
    var lines: [StoryLine] = []
    for item in try cursor.items("a story line", atMost: Self.maximumLines) {
      lines += try self.lines(of: item)
      guard lines.count <= Self.maximumLines else {
        throw item.error("a story has at most \(Self.maximumLines) commands, found more")
      }
    }
    return lines.enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }

  /// One item of the story: one command, or several at the same instant.
  private func lines(of item: Cursor) throws(ScenarioError) -> [StoryLine] {
    let fields = try Fields<StoryKey>(item)
    let at = try instant(try fields.required(.at))
    guard let together = fields[.together] else {
      _ = try fields.required(.command, or: StoryKey.together.rawValue)
      return [StoryLine(at: at, command: try command(fields))]
    }
    try fields.refuse([.command, .device], because: "beside 'together'")
    var lines: [StoryLine] = []
    for part in try together.items("a command", atMost: Self.maximumLines) {
      let fields = try Fields<StoryKey>(part)
      try fields.refuse([.at, .together], because: "inside 'together'")
      lines.append(StoryLine(at: at, command: try command(fields)))
    }
    return lines
  }

  private func command(_ fields: Fields<StoryKey>) throws(ScenarioError) -> Command {
    let word: CommandWord = try fields.required(.command).word()
    let known: [StoryKey] = [.at, .together, .command] + word.arguments
    try fields.refuse(
      StoryKey.allCases.filter { !known.contains($0) }, because: "with do: \(word.rawValue)")
    return try word.command(CommandArguments(fields: fields, devices: devices))
  }

  private func instant(_ cursor: Cursor) throws(ScenarioError) -> Instant {
    let at = try cursor.instant()
    guard at <= .start + lasts else {
      throw cursor.wants("a time within 'lasts' (\(lasts.shortText))")
    }
    return at
  }
}

/// What a command can be given, read from its line.
struct CommandArguments {
  let fields: Fields<StoryKey>
  let devices: [DeviceSetting]

  /// The device that the line names; it may be left out where there is only one.
  func device() throws(ScenarioError) -> DeviceID {
    let names = devices.map(\.name)
    guard let cursor = fields[.device] else {
      guard devices.count == 1 else {
        throw fields.cursor.error(
          "\(fields.cursor.label) wants 'device' where there are several: \(alternatives(names))")
      }
      return DeviceID(index: 0)
    }
    guard let text = cursor.text, let index = names.firstIndex(where: { sameBytes($0, text) })
    else { throw cursor.wants(alternatives(names)) }
    return DeviceID(index: index)
  }
}
