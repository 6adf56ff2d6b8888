import Foundation
import Testing

@testable import TokenCore

/// A state that cannot be is refused, and says where.
struct DamagedStateTests {
  /// A server after a sign-in and a refresh, as it is written out.
  private func state(_ policy: Policy = .rotating()) throws -> [String: Any] {
    var bench = Bench(policy)
    _ = try bench.refresh(bench.signIn(), at: [.at(.minutes(1))])
    let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(bench.server))
    return try #require(object as? [String: Any])
  }

  /// What is said of a state in which the value at a path is another one; nil for one that is gone.
  private func complaint(_ path: String, _ value: Any?) throws -> String {
    let spoiled = replacing(parts(of: path), in: try state(), with: value)
    return try complaint(of: JSONSerialization.data(withJSONObject: #require(spoiled)))
  }

  private func complaint(of data: Data) throws -> String {
    do {
      _ = try JSONDecoder().decode(AuthorizationServer.self, from: data)
      return "taken"
    } catch DecodingError.dataCorrupted(let context) {
      return context.debugDescription
    }
  }

  private func parts(of path: String) -> ArraySlice<String> {
    path.split(separator: ".").map(String.init)[...]
  }

  private func value(at path: String, in tree: Any) -> Any? {
    parts(of: path).reduce(tree) { tree, part in
      (tree as? [String: Any])?[part] ?? Int(part).flatMap { (tree as? [Any])?[$0] }
    }
  }

  private func replacing(_ path: ArraySlice<String>, in tree: Any, with value: Any?) -> Any? {
    guard let first = path.first else { return value }
    if var members = tree as? [String: Any] {
      members[first] = replacing(path.dropFirst(), in: members[first] ?? [:], with: value)
      return members
    }
    guard var list = tree as? [Any], let index = Int(first), list.indices.contains(index) else {
      return value
    }
    list[index] = replacing(path.dropFirst(), in: list[index], with: value) ?? NSNull()
    return list
  }

  @Test(
    arguments: [
      ("kind", "resource server", "kind: expected authorization server, found resource server"),
      ("audiences", [String](), "audiences: expected an audience, found none"),
      ("signingKeys", [String](), "signingKeys: expected a key, found none"),
      (
        "signingKeys.0.secret", "00",
        "signingKeys[0].secret: expected 64 hexadecimal digits, found 2 characters"
      ),
      (
        "signingKeys.0.verifyingKey.signature", "hs256",
        "signingKeys[0].secret: expected the shared secret of the verifying key, found another one"
      ),
      (
        "refreshTokens.0.digest", "zz",
        "refreshTokens[0].digest: expected 64 hexadecimal digits, found \"zz\""
      ),
      (
        "policy.accessToken.form", "round",
        "policy.accessToken.form: expected one of self-contained, reference, found \"round\""
      ),
      ("keyCount", "one", "keyCount: expected Int, found another kind of value"),
      ("users.0.name", 7, "users[0].name: expected String, found another kind of value"),
      ("families", "none", "families: expected Array<Any>, found another kind of value"),
    ] as [(String, any Sendable, String)])
  func `what is no value of its kind is refused`(
    _ path: String, _ value: any Sendable, _ text: String
  ) throws {
    #expect(try complaint(path, value) == text)
  }

  @Test(
    arguments: [
      ("version", 1, "version: expected 2, found 1"),
      ("keyCount", .max, "keyCount: expected 1 to 4294967296, found \(Int.max)"),
      ("users.0.id", 1, "users[0].id: expected u1, found u2"),
      ("users.0.id", -1, "users[0].id: expected 0 or more, found -1"),
      ("codes.0.client", 9, "codes[0].client: expected one of 4 rows, found c10"),
      ("codes.0.session", 3, "codes[0].session: expected one of 1 rows, found s4"),
      ("ssoSessions.0.user", 2, "ssoSessions[0].user: expected one of 2 rows, found u3"),
      ("families.0.session", 1, "families[0].session: expected one of 1 rows, found s2"),
      ("families.0.user", 5, "families[0].user: expected one of 2 rows, found u6"),
      ("refreshTokens.1.parent", 7, "refreshTokens[1].parent: expected one of 1 rows, found RT8"),
      ("refreshTokens.1.generation", 5, "refreshTokens[1].generation: expected 2, found 5"),
      (
        "refreshTokens.0.state.spent.successor", 0,
        "refreshTokens[0].successor: expected a later token, found RT1"
      ),
      (
        "policy.accessToken.lifetime", 0,
        "policy.accessToken.lifetime: expected a second or more, found 0s"
      ),
    ] as [(String, Int, String)])
  func `a row that cannot be where it is is refused`(
    _ path: String, _ value: Int, _ text: String
  ) throws {
    #expect(try complaint(path, value) == text)
  }

  @Test(arguments: ["kind", "version", "issuer", "retryCopies", "families.0.scope"])
  func `what is missing is named with its place`(path: String) throws {
    let place = path.replacing(".0", with: "[0]")
    #expect(try complaint(path, nil) == "\(place): expected a value, found none")
  }

  @Test(
    arguments: [
      ("users", "name"), ("registrations", "clientID"), ("accessTokens", "tokenID"),
      ("refreshTokens", "digest"),
    ])
  func `two rows that say the same are refused`(table: String, member: String) throws {
    let first = try #require(value(at: "\(table).0.\(member)", in: state()))
    let text = try complaint("\(table).1.\(member)", first)
    #expect(text == "\(table)[1].\(member): expected another than in \(table)[0], found the same")
  }

  @Test func `a state that ends early is refused`() throws {
    let data = try JSONSerialization.data(withJSONObject: state())
    for length in stride(from: 0, to: data.count, by: 41) {
      #expect(try complaint(of: data.prefix(length)) != "taken", "\(length) bytes")
    }
  }

  /// Whatever a byte becomes, the state is refused or serves requests.
  @Test(arguments: 0..<8 as Range<UInt64>)
  func `a byte that is another one ends nothing`(seed: UInt64) throws {
    var random = RandomStream(seed: seed, label: "damage")
    var bench = Bench(.rotating(grace: .tenSeconds(.sameSuccessor)))
    let grant = try bench.signIn()
    _ = try bench.refresh(grant, at: [.at(.minutes(1))])
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let bytes = Array(try encoder.encode(bench.server))
    for _ in 0..<100 {
      var spoiled = bytes
      let place = Int.random(in: bytes.indices, using: &random)
      spoiled[place] = UInt8.random(in: 32...126, using: &random)
      let server = try? JSONDecoder().decode(AuthorizationServer.self, from: Data(spoiled))
      guard let server else { continue }
      bench.server = server
      for minutes in [1, 2, 30, 60 * 24 * 40] as [Int64] {
        _ = bench.refresh(grant.refreshToken, at: .at(.minutes(minutes)))
        _ = bench.call(grant.accessToken, at: .at(.minutes(minutes)))
      }
    }
  }

  @Test func `changes that cannot follow are refused and change nothing`() throws {
    var bench = Bench(.rotating())
    let before = bench.server
    let (_, changes) = bench.server.recording { server in
      server.addUser(named: "carol")
      _ = server.changePassword(of: UserID(index: 0), revoking: false, at: .start)
    }
    let after = bench.server
    var server = before
    try server.apply(changes)
    #expect(server == after)
    #expect(
      throws: StateFlaw(
        "changes[0].familyEnded", expected: "one of 0 rows", found: "f1")
    ) { try server.apply([.familyEnded(FamilyID(index: 0), .active)]) }
    #expect(server == after)
  }
}
