import TokenCore

/// Writes a world's canonical form: the parties with what they hold and the wire first, then the rows
/// that can be reached from there.
struct CanonicalWriter {
  let world: World
  private(set) var atoms: [CanonicalAtom] = []
  /// Every thing that was mentioned, with its place among them.
  private var names: [Thing: Int] = [:]
  /// Rows to be written, in the order in which they were reached.
  private var rows: [Row] = []
  private var reached: Set<Row> = []
  /// Whether a command waits that may name anything.
  let keepsNumbers: Bool
  /// The keys that a token can be checked with, or was signed with by the thief.
  let keys: [VerifyingKey]

  /// What has a name in the form.
  enum Thing: Hashable {
    case row(Row)
    case text([UInt8])
    case request(Party, Int)
    case ticket(DeviceID, Int)
    case message(Int)
  }

  enum Row: Hashable {
    case accessToken(AccessTokenID)
    case refreshToken(RefreshTokenID)
    case family(FamilyID)
    case code(Int)
    case session(SSOSessionID)
  }

  init(_ world: World) {
    self.world = world
    keepsNumbers = world.queue.unordered.contains {
      if case .command = $0.event { true } else { false }
    }
    var keys: [VerifyingKey] = []
    let known =
      world.authorizationServer.publishedKeys + world.resourceServers.flatMap(\.keySet)
      + [world.attacker.signingKey?.verifyingKey].compactMap(\.self)
    for key in known where !keys.contains(key) { keys.append(key) }
    self.keys = keys
  }

  mutating func write() {
    put(.number(world.now.milliseconds % 1000))
    if keepsNumbers {
      put(.number(Int64(world.nextMessage)))
      put(.number(Int64(world.authorizationServer.refreshTokens.count)))
    }
    writePeriod()
    for client in world.clients { write(client) }
    write(world.visitor)
    writeWire()
    write(world.attacker)
    writeAccounts()
    writeRetryCopies()
    var next = 0
    while next < rows.count {
      write(rows[next])
      next += 1
    }
    for server in world.resourceServers { write(server) }
  }

  /// How long it is until the servers have other nonces.
  private mutating func writePeriod() {
    guard let period = world.authorizationServer.nonces?.period else { return }
    let past = (world.now - .start).milliseconds % period.milliseconds
    put(.number(period.milliseconds - past))
  }

  mutating func put(_ atom: CanonicalAtom) { atoms.append(atom) }
  mutating func put(_ word: String) { put(.word(word)) }
  mutating func put(_ flag: Bool) { put(.flag(flag)) }
  mutating func put(_ number: Int) { put(.number(Int64(number))) }

  /// Text as it stands, or that there is none.
  mutating func put(verbatim text: String?) {
    put(text.map { .text(Array($0.utf8)) } ?? .word("none"))
  }

  /// How long it is until then; once it is over for longer than the slack, only that.
  mutating func put(end: Instant?, slack: TimeSpan = .zero) {
    guard let end, end != .distantFuture else { return put("never") }
    put(.span(max(end - world.now, .zero - slack)))
  }

  /// Names a thing; says whether this was its first mention.
  @discardableResult
  mutating func mention(_ thing: Thing) -> Bool {
    if let name = names[thing] {
      put(.name(name))
      return false
    }
    put(.name(names.count))
    names[thing] = names.count
    return true
  }

  /// Names a row that something can be read from, so that it is written too.
  mutating func reach(_ row: Row) {
    mention(.row(row))
    if reached.insert(row).inserted { rows.append(row) }
  }

  /// The place of the first mention; nil for what the form does not mention.
  func name(of thing: Thing) -> Int? { names[thing] }
}
