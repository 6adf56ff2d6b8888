import Simulation
import TokenCore

/// Every refresh token of a person's families as a tree, each with what was done with it. Its lines are
/// named here and told only when they are drawn, so that a long history costs little.
package struct Generations {
  package enum Line: Equatable {
    case family(FamilyID)
    case token(RefreshTokenID)
    case issued(RefreshTokenID)
    case copied(RefreshTokenID, at: Instant)
    case presented(RefreshTokenID, Int)
    /// An access token, given with a refresh token or by itself.
    case access(AccessTokenID)
  }

  package struct Row: Equatable {
    package let line: Line
    /// How deep in the tree.
    package let depth: Int
  }

  package private(set) var rows: [Row] = []

  private let chronicle: Chronicle
  private let withCopies: Bool

  /// The families of one person; thefts of tokens are rows too where `withCopies` says so.
  package init(
    of person: String, in server: AuthorizationServer, _ chronicle: Chronicle, withCopies: Bool
  ) {
    self.chronicle = chronicle
    self.withCopies = withCopies
    for family in server.families where sameBytes(server.user(family.user).name, person) {
      rows.append(Row(line: .family(family.id), depth: 0))
      if family.refreshTokens.isEmpty {
        rows += family.accessTokens.map { Row(line: .access($0), depth: 1) }
      }
      let children = Dictionary(grouping: family.refreshTokens) { server.record(of: $0).parent }
      for root in children[nil] ?? [] { add(root, 1, children) }
    }
  }

  /// A chain of successors stays at one depth; only a second successor goes deeper. Without recursion
  /// along the chain, which may be a thousand long.
  private mutating func add(
    _ first: RefreshTokenID, _ depth: Int, _ children: [RefreshTokenID?: [RefreshTokenID]]
  ) {
    var next: RefreshTokenID? = first
    while let id = next {
      rows.append(Row(line: .token(id), depth: depth))
      details(of: id, depth + 1)
      let successors = children[id] ?? []
      for other in successors.dropFirst() { add(other, depth + 1, children) }
      next = successors.first
    }
  }

  private mutating func details(of id: RefreshTokenID, _ depth: Int) {
    let lineage = chronicle.lineage
    var timed: [(at: Instant, line: Line)] = []
    if withCopies {
      let copies = (chronicle.refreshMarks[id] ?? []).filter { $0.kind == .stolen }
      timed += copies.map { ($0.at, .copied(id, at: $0.at)) }
    }
    for (index, presentation) in (lineage.attempts[id] ?? []).enumerated() {
      timed.append((presentation.at, .presented(id, index)))
    }
    rows.append(Row(line: .issued(id), depth: depth))
    if let access = lineage.companions[id] { rows.append(Row(line: .access(access), depth: depth)) }
    rows += timed.sorted { $0.at < $1.at }.map { Row(line: $0.line, depth: depth) }
  }
}
