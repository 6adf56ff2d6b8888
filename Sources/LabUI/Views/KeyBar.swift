import Canvas

/// The keys at the bottom, in order of use, as far as the width goes.
struct KeyBar {
  /// A key and what it does; dim where it would do nothing now.
  struct Entry {
    let key: Key
    let label: String
    var isPossible = true
  }

  let entries: [Entry]

  func draw(_ frame: inout Frame, _ rect: Rect) {
    var x = rect.x + 1
    for entry in entries {
      let labelX = x + Text.width(entry.key.label) + 1
      let end = labelX + Text.width(entry.label)
      guard end < rect.right else { break }
      frame.put(entry.key.label, x: x, y: rect.y, role: .key)
      frame.put(entry.label, x: labelX, y: rect.y, role: entry.isPossible ? .text : .dim)
      frame.hit(Rect(x: x, y: rect.y, width: end - x, height: 1), entry.key)
      x = end + 2
    }
  }
}

extension KeyBar {
  /// `?` comes first and is never dropped.
  init(of model: LabModel) {
    entries = (model.isWireShown ? Self.wireActs : Self.acts).map { act in
      KeyBar.Entry(
        key: (model.isWireShown ? act.wireKeys + act.keys : act.keys)[0],
        label: act == .time(.runOrPause) && model.isRunning ? "pause" : act.label,
        isPossible: act.obstacle(in: model) == nil)
    }
  }

  private static let acts: [Act] = [
    .help(.keys), .time(.runOrPause), .attacker(.stealRefreshToken), .client(.refresh),
    .attacker(.refresh), .client(.signIn), .program(.quit), .time(.step),
    .setup(.strategies), .client(.callAPI), .attacker(.callAPI), .help(.palette),
    .time(.stepBack), .branches(.list), .branches(.whoIsFirst), .looking(.zoom),
    .attacker(.stealAccessToken), .client(.logOut), .wire(.stop), .wire(.races),
    .time(.untilExpiry), .time(.untilRefusal), .time(.faster), .time(.slower),
    .client(.dropNextResponse),
  ]

  /// On the stopped wire its own keys come first, then what sends something.
  private static let wireActs: [Act] = [
    .help(.keys), .time(.runOrPause), .wire(.deliver), .wire(.swap), .wire(.hold),
    .wire(.release), .wire(.drop), .wire(.duplicate), .looking(.back), .client(.refresh),
    .attacker(.refresh), .attacker(.stealRefreshToken), .client(.callAPI), .attacker(.callAPI),
    .client(.signIn), .client(.logOut), .time(.step), .wire(.races), .help(.palette),
    .program(.quit),
  ]

  /// Of two branches side by side.
  static let duel = KeyBar(
    entries: [
      Entry(key: "?", label: "help"), Entry(key: " ", label: "run, pause"),
      Entry(key: ".", label: "step"), Entry(key: ",", label: "step back"),
      Entry(key: "d", label: "difference"), Entry(key: "1", label: "to the left one"),
      Entry(key: "2", label: "to the right one"), Entry(key: .escape, label: "leave"),
      Entry(key: "q", label: "quit"),
    ])
}
