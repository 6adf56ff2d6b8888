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
  /// Measure the strategy (`startMeasuring`) once there is time for it.
  case measure(Strategy)
}

extension LabModel {
  /// Takes in what came and does all that it asks for, for whoever has no frames to draw in between.
  public mutating func update(_ action: Action) -> [Effect] {
    let effects = begin(action)
    finish()
    return effects
  }

  /// Takes in what came: pure, total, and quick. What takes longer is left to `work`. A key stops what
  /// is still under way.
  public mutating func begin(_ action: Action) -> [Effect] {
    defer { ask() }
    switch action {
    case .tick(let milliseconds):
      tick(milliseconds: milliseconds)
      return []
    case .key(let key):
      status = nil
      if stop(by: key) { return [] }
      return press(key)
    }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    if let overlay { return press(key, in: overlay) }
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
    if act.group != .program, act != .branches(.list) { duel = nil }
    if let obstacle = act.obstacle(in: self) {
      status = obstacle
      return []
    }
    switch act.row.deed {
    case .order(let command):
      if let command = command(self) { perform(command) }
      return []
    case .travel(let change):
      change(&self)
      return []
    case .change(let change): return change(&self)
    }
  }
}
