import TokenCore

/// All the branches of a lab, and the one that is looked at. Acting in the past opens a branch; no
/// branch ever changes another.
package struct History: Sendable {
  /// Where one is.
  package private(set) var branch: Branch
  /// The others, each at the place where it was left.
  package private(set) var others: [Branch] = []
  /// How many there have ever been: a number is never given twice.
  private var opened = 1

  /// More than anybody can keep apart on a screen.
  package static let mostBranches = 24

  package init(_ branch: Branch) {
    self.branch = branch
  }

  /// All of them by their number.
  package var branches: [Branch] { (others + [branch]).sorted { $0.id < $1.id } }

  package var isFull: Bool { others.count + 1 >= Self.mostBranches }

  /// What became of a command.
  package enum Outcome: Hashable, Sendable {
    /// The branch goes on with it.
    case given
    /// It was given in the past, and a new branch goes on with it.
    case branchOpened
    /// It would have opened a branch, and there is no room for one: nothing was done.
    case noRoom
  }

  /// Gives a command at the present place. In the past it opens a branch.
  package mutating func give(_ command: Command) -> Outcome {
    guard branch.isInPast else {
      branch.give(command)
      return .given
    }
    return fork(giving: command) ? .branchOpened : .noRoom
  }

  /// Opens a branch here and gives it a command, and goes to it; what lies ahead in this one stays as
  /// it is. False where there is no room.
  @discardableResult package mutating func fork(giving command: Command) -> Bool {
    guard !isFull else { return false }
    var next = branch.withoutFuture()
    next.origin = .fork(from: branch.id, at: branch.moment, by: command)
    open(next)
    branch.give(command)
    return true
  }

  /// The branch of that number.
  package func branch(_ id: Int) -> Branch? {
    branch.id == id ? branch : others.first { $0.id == id }
  }

  /// Puts a branch beside the others and goes to it. False where there is no room.
  @discardableResult package mutating func open(_ next: Branch) -> Bool {
    guard !isFull else { return false }
    opened += 1
    others.append(branch)
    branch = next
    branch.id = opened
    branch.name = nil
    return true
  }

  /// Changes the place in the branch that is looked at.
  package mutating func move<Result>(_ change: (inout Branch) -> Result) -> Result {
    change(&branch)
  }

  /// Goes to another branch, at the place where it was left. False where there is none of that number.
  @discardableResult package mutating func go(to id: Int) -> Bool {
    guard let index = others.firstIndex(where: { $0.id == id }) else { return id == branch.id }
    swap(&branch, &others[index])
    return true
  }

  /// Names a branch, or takes the name away.
  package mutating func name(_ id: Int, _ name: String?) {
    if branch.id == id { branch.name = name }
    for index in others.indices where others[index].id == id { others[index].name = name }
  }

  /// Forgets a branch that is not the one looked at. Its children stay.
  package mutating func forget(_ id: Int) {
    others.removeAll { $0.id == id }
  }
}
