import Simulation

/// The name of a command in a scenario file. Each party's orders have their names in one place, with
/// what stands beside each: a new order is a new case there, and the compiler asks for the rest.
enum CommandWord: Hashable, Sendable {
  case client(ClientWord)
  case network(NetworkWord)
  case wire(WireWord)
  case administration(AdministrationWord)
  case attacker(AttackerWord)
  case visitor(VisitorWord)
}

extension CommandWord: RawRepresentable, CaseIterable {
  /// In the order in which the manual tells them.
  static let allCases: [CommandWord] =
    ClientWord.allCases.map(Self.client) + NetworkWord.allCases.map(Self.network)
    + WireWord.allCases.map(Self.wire) + AdministrationWord.allCases.map(Self.administration)
    + AttackerWord.allCases.map(Self.attacker) + VisitorWord.allCases.map(Self.visitor)

  init?(rawValue: String) {
    guard let word = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = word
  }

  var rawValue: String {
    switch self {
    case .client(let word): word.rawValue
    case .network(let word): word.rawValue
    case .wire(let word): word.rawValue
    case .administration(let word): word.rawValue
    case .attacker(let word): word.rawValue
    case .visitor(let word): word.rawValue
    }
  }
}

extension CommandWord {
  /// The keys that a line with this command takes beside `do`.
  var arguments: [ScriptKey] {
    switch self {
    case .client(let word): [.device] + word.form.keys
    case .network(let word): [.device] + word.form.keys
    case .wire(let word): word.form.keys
    case .administration(let word): word.form.keys
    case .attacker(let word): word.form.keys
    case .visitor(let word): word.form.keys
    }
  }

  /// The command, with its arguments.
  func command(_ arguments: CommandArguments) throws(ScenarioError) -> Command {
    switch self {
    case .client(let word): .client(try arguments.device(), try word.form.read(arguments))
    case .network(let word): .network(try arguments.device(), try word.form.read(arguments))
    case .wire(let word): .wire(try word.form.read(arguments))
    case .administration(let word): .administration(try word.form.read(arguments))
    case .attacker(let word): .attacker(try word.form.read(arguments))
    case .visitor(let word): .visitor(try word.form.read(arguments))
    }
  }
}

extension Command {
  /// The command's name in a scenario file.
  var word: CommandWord {
    switch self {
    case .client(_, let order): .client(order.line.word)
    case .network(_, let order): .network(order.line.word)
    case .wire(let order): .wire(order.line.word)
    case .administration(let order): .administration(order.line.word)
    case .attacker(let order): .attacker(order.line.word)
    case .visitor(let request): .visitor(request.line.word)
    }
  }

  /// What stands beside `do`.
  var arguments: [WrittenArgument] {
    switch self {
    case .client(let device, let order): [.device(device)] + order.line.arguments
    case .network(let device, let order): [.device(device)] + order.line.arguments
    case .wire(let order): order.line.arguments
    case .administration(let order): order.line.arguments
    case .attacker(let order): order.line.arguments
    case .visitor(let request): request.line.arguments
    }
  }
}
