import Canvas
import Narrative
import Simulation
import TokenCore

/// What comes in from outside.
public enum Action: Hashable, Sendable {
  case key(Key)
  /// So many milliseconds of a person's time have passed.
  case tick(milliseconds: Int64)
}

/// What the model asks the program to do outside.
public enum Effect: Hashable, Sendable {
  case quit
  case copy(String)
  /// Copy the run that led here, as a scenario string.
  case copyRun
  case nextTheme
  case setMouse(Bool)
}

extension LabModel {
  /// The only way to change the model from outside: pure, total, and quick.
  public mutating func update(_ action: Action) -> [Effect] {
    switch action {
    case .tick(let milliseconds):
      tick(milliseconds: milliseconds)
      ask()
      return []
    case .key(let key):
      status = nil
      defer { ask() }
      return press(key)
    }
  }

  /// What the shown pane needs to have asked of copies of the world.
  private mutating func ask() {
    askWhatIf()
    fillHoldingsCache()
  }

  private mutating func press(_ key: Key) -> [Effect] {
    switch overlay {
    case .palette(let query, let selected): return pressInPalette(key, query, selected)
    case .strategies(let selected): return pressInStrategies(key, selected)
    case .rehearsal: return pressInRehearsal(key)
    case .help(let top): return pressInHelp(key, top)
    case .editor(let draft): return pressInEditor(key, draft)
    case .inspector(let inspector): return pressInInspector(key, inspector)
    case .goTo(let text): return pressInGoTo(key, text)
    case .branches(let selected): return pressInBranches(key, selected)
    case .naming(let id, let text): return pressInNaming(key, id, text)
    case .races(let selected): return pressInRaces(key, selected)
    case nil: break
    }
    if duel != nil, pressInDuel(key) { return [] }
    if case .character(let scalar) = key, let pane = pane(numbered: scalar) {
      zoomed = zoomed == pane ? nil : pane
      return []
    }
    guard let act = act(for: key) else {
      status = "\(key.label) does nothing here; ? shows the keys"
      return []
    }
    return attempt(act)
  }

  private func pane(numbered scalar: Unicode.Scalar) -> Pane? {
    Character(scalar).wholeNumberValue.flatMap(Pane.init(rawValue:))
  }

  /// Does the act, or says why it cannot.
  mutating func attempt(_ act: Act) -> [Effect] {
    if act.group != .program, act != .branches { duel = nil }
    if let obstacle = act.obstacle(in: self) {
      status = obstacle
      return []
    }
    if let command = act.command(in: self) {
      perform(command)
      return []
    }
    return perform(act)
  }

  private mutating func perform(_ act: Act) -> [Effect] {
    switch act {
    case .help: overlay = .help(top: 0)
    case .rehearse:
      overlay = .rehearsal
      status = "which key? It is tried on a copy; esc leaves"
    case .palette: overlay = .palette(query: "", selected: 0)
    case .strategies: openStrategies()
    case .editor: openEditor()
    case .stopWire: toggleWire()
    case .races: overlay = .races(selected: 0)
    case .runOrPause: isRunning.toggle()
    case .step: run(until: .nextEvent)
    case .slower: speed = speed.slower ?? speed
    case .faster: speed = speed.faster ?? speed
    case .untilExpiry: run(until: .nextExpiry)
    case .untilRefusal: run(until: .nextRefusal)
    case .untilDetection: run(until: .detection)
    case .untilAttackerIsOut: runUntilAttackerIsOut()
    case .stepBack: stepBack()
    case .nextDecision: run(until: .nextDecision)
    case .previousDecision: goToPreviousDecision()
    case .previousRefusal: goToPreviousRefusal()
    case .goTo: overlay = .goTo(text: "")
    case .toStart: go(to: .start)
    case .undo: undo()
    case .branches: openBranches()
    case .inspector:
      isRunning = false
      overlay = .inspector(Inspector())
    case .compareBranches: compareWithOrigin()
    case .whoIsFirst: compareWhoIsFirst()
    case .nextDevice: device = DeviceID(index: (device.index + 1) % world.clients.count)
    case .viewpoint: viewpoint = viewpoint == .everything ? .server : .everything
    case .previousRow: goUp()
    case .nextRow: goDown()
    case .newestRow: selectedRow = nil
    case .zoom: zoomed = zoomed == nil ? .why : nil
    case .nextPane: zoomed = Pane(rawValue: (zoomed?.rawValue ?? 0) + 1)
    case .back: goBack()
    case .zoomIn: timelineZoom += 1
    case .zoomOut: timelineZoom -= 1
    case .copyRow: return copyRow()
    case .copyRun: return [.copyRun]
    case .theme: return [.nextTheme]
    case .mouse:
      isMouseOn.toggle()
      status = isMouseOn ? "the mouse acts on the screen; m gives it back" : "the mouse is free"
      return [.setMouse(isMouseOn)]
    case .quit: return [.quit]
    default: break  // the orders to the world, which `attempt` has given
    }
    return []
  }

  /// Up: in the store its rows move, everywhere else the selection.
  private mutating func goUp() {
    if isWireShown {
      selectMessage(-1)
    } else if zoomed == .store {
      storeTop = max(0, min(storeTop, storeLineCount) - 1)
    } else if zoomed == .family {
      generationsUp += 1
    } else {
      selectedRow = (selectedRow ?? chronicle.rows.count - 1) - 1
    }
  }

  private mutating func goDown() {
    if isWireShown { return selectMessage(1) }
    guard zoomed != .store else { return storeTop += 1 }
    if zoomed == .family { return generationsUp -= 1 }
    guard let selectedRow else { return }
    self.selectedRow = selectedRow + 1 < chronicle.rows.count - 1 ? selectedRow + 1 : nil
  }

  private mutating func goBack() {
    if zoomed != nil {
      zoomed = nil
    } else if wire != nil {
      toggleWire()
    } else {
      selectedRow = nil
    }
  }

  private mutating func copyRow() -> [Effect] {
    guard let row = currentRow else { return [] }
    let text = trace.events[row.event].storyText(in: setting, effects: row.effects)
    status = "copied the selected event"
    return [
      .copy(
        [text.time, text.who, text.what, text.outcome, text.effect].filter { !$0.isEmpty }
          .joined(separator: "  "))
    ]
  }
}
