import Canvas
import Simulation

/// Everything that a key or the command palette can do. One table: dispatch, key bar, help and
/// palette all read its rows, so that they cannot disagree. Each part of it is one file; a new act is
/// a new case there, and the compiler asks for its row.
public enum Act: Hashable, Sendable {
  case help(HelpAct)
  case time(TimeAct)
  case branches(BranchAct)
  case client(ClientAct)
  case server(ServerAct)
  case attacker(AttackerAct)
  case wire(WireAct)
  case setup(SetupAct)
  case looking(LookingAct)
  case program(ProgramAct)

  /// Which part of the help it stands in.
  public enum Group: String, CaseIterable, Sendable {
    case time = "Time"
    case branches = "Branches"
    case client = "The client"
    case server = "The server"
    case attacker = "The attacker"
    case wire = "The wire"
    case looking = "Looking"
    case program = "The program"
  }
}

extension Act: CaseIterable {
  /// The table's order, which the palette shows.
  public static let allCases: [Act] =
    HelpAct.allCases.map(Self.help) + TimeAct.allCases.map(Self.time)
    + BranchAct.allCases.map(Self.branches) + ClientAct.allCases.map(Self.client)
    + ServerAct.allCases.map(Self.server) + AttackerAct.allCases.map(Self.attacker)
    + WireAct.allCases.map(Self.wire) + SetupAct.allCases.map(Self.setup)
    + LookingAct.allCases.map(Self.looking) + ProgramAct.allCases.map(Self.program)

  var row: ActRow {
    switch self {
    case .help(let act): act.row
    case .time(let act): act.row
    case .branches(let act): act.row
    case .client(let act): act.row
    case .server(let act): act.row
    case .attacker(let act): act.row
    case .wire(let act): act.row
    case .setup(let act): act.row
    case .looking(let act): act.row
    case .program(let act): act.row
    }
  }

  public var group: Group {
    switch self {
    case .time: .time
    case .branches: .branches
    case .client, .wire(.refreshInAnotherTab): .client
    case .server: .server
    case .attacker: .attacker
    case .wire: .wire
    case .looking: .looking
    case .help, .setup, .program: .program
    }
  }
}

extension Act {
  /// The keys that do it; the first is the one shown. What has none is found in the palette.
  public var keys: [Key] { row.keys }

  /// The keys that do it while the stopped wire is shown. There they come before what the same keys
  /// do elsewhere.
  public var wireKeys: [Key] { row.wireKeys }

  /// The keys as help and palette show them: what has none is typed after `:`.
  var keyText: String {
    let keys = keys + wireKeys
    return keys.isEmpty ? ":" : keys.map(\.label).joined(separator: " ")
  }

  /// One or two words for the key bar.
  public var label: String { row.label }

  /// A sentence for the help and the palette.
  public var sentence: String { row.sentence }

  /// Why the act would do nothing now; nil when it would do something.
  public func obstacle(in model: LabModel) -> String? {
    let row = row
    switch row.deed {
    case .order(let command):
      let obstacle = command(model).map(model.world.obstacle(to:)) ?? row.obstacle(model)
      return obstacle ?? model.keepingObstacle
    case .travel, .change: return row.obstacle(model)
    }
  }

  /// Whether it gives an order or goes to another moment: what there is to rehearse.
  var changesTheWorld: Bool {
    switch row.deed {
    case .order, .travel: true
    case .change: false
    }
  }
}

extension Key: ExpressibleByUnicodeScalarLiteral {
  public init(unicodeScalarLiteral value: Unicode.Scalar) {
    self = .character(value)
  }
}
