import Analysis
import Canvas
import Narrative
import Simulation
import TokenCore

/// What comes in from outside.
public enum Action: Hashable, Sendable {
  case key(Key)
  /// So many milliseconds of a person's time have passed.
  case tick(milliseconds: Int64)
  /// A strategy's day, which the model had asked for, has been measured.
  case measured(strategyID: String, Measures)
}

/// What the model asks the program to do outside.
public enum Effect: Hashable, Sendable {
  case quit
  case copy(String)
  /// Copy the run that led here, as a scenario string.
  case copyRun
  case nextTheme
  case setMouse(Bool)
  /// Run the strategy's `MeasuringDay` and come back with what it measured.
  case measure(Strategy)
}

extension LabModel {
  /// The only way to change the model from outside: pure, total, and quick.
  public mutating func update(_ action: Action) -> [Effect] {
    switch action {
    case .tick(let milliseconds):
      tick(milliseconds: milliseconds)
      ask()
      return []
    case .measured(let id, let measures):
      measureLines[id] = MeasureText.lines(of: measures)
      return []
    case .key(let key):
      status = nil
      defer { ask() }
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
