import JOSE
import Simulation
import Soak
import Testing
import TokenCore

@testable import Narrative

/// Whatever is said of an answer is so in the world that has just given it.
struct ReasonTests {
  @Test func `a sentence about an answer is true of the world that gave it`() {
    var seen: Set<String> = []
    for seed in 0..<200 as Range<UInt64> {
      let strategy = Strategy.catalogue[Int(seed) % Strategy.catalogue.count]
      seen.formUnion(claims(under: seed % 2 == 0 ? strategy : nil, seed: seed))
    }
    #expect(seen == Set(Said.claims.map(\.words)), "each claim is made somewhere")
  }

  /// Plays a random story under the strategy, or under the rules that it drew itself, and holds what is
  /// said against it; gives the claims made.
  private func claims(under strategy: Strategy?, seed: UInt64) -> Set<String> {
    let random = RandomRun.played(seed: seed, steps: 150, LabCryptography())
    let setting = random.world.setting
    var world = World(strategy.map(setting.under) ?? setting, LabCryptography())
    for line in random.script { world.schedule(line.command, at: line.at) }
    var trace = Trace()
    var made: Set<String> = []
    for _ in 0..<600 where world.step(into: &trace) {
      let news = Array(trace.drain())
      for case (let id, let exchange?) in news.map({ ($0.id, $0.kind.exchange) }) {
        let effects = news.filter { $0.cause == id }.compactMap(\.kind.serverEvent)
        let said = Said(exchange, effects, world)
        let sentence = Reason(of: exchange, under: world.policy).sentence
        for claim in Said.claims where sentence.contains(claim.words) {
          made.insert(claim.words)
          #expect(claim.isTrue(said), "\(strategy?.id ?? "own rules"), seed \(seed): \(sentence)")
        }
      }
    }
    return made
  }

  @Test func `every granted request has its own place in a specification`() {
    let citations: [(Grounds, String)] = [
      (.signedIn, "RFC 6749 §4.1.2"), (.codeExchanged, "RFC 6749 §4.1.3"),
      (.rotated, "RFC 6749 §6, RFC 9700 §4.14.2"), (.kept, "RFC 6749 §6"),
      (.retried, "no RFC has this rule"), (.served, "RFC 9068 §4, RFC 7009 §3"),
      (.nothingToRevoke, "RFC 7009 §2.2"), (.inactive, "RFC 7662 §2.2"),
    ]
    for (grounds, citation) in citations {
      #expect(grounds.reason(under: Strategy.rotationStrict.policy).citation == citation)
    }
  }
}

/// An answer, what changed with it, and the world afterwards.
private struct Said {
  let exchange: Exchange
  let effects: [ServerEvent]
  let world: World

  init(_ exchange: Exchange, _ effects: [ServerEvent], _ world: World) {
    self.exchange = exchange
    self.effects = effects
    self.world = world
  }

  struct Claim: Sendable {
    let words: String
    let isTrue: @Sendable (Said) -> Bool
  }

  static let claims = [
    Claim(words: "the family ends now") { $0.family?.isRevoked == true },
    Claim(words: "and its access tokens with it") { $0.isNoneServed },
    Claim(words: "has no access token that lives") { $0.isNoneServed },
    Claim(words: "end at exp only, or with their key") { said in
      said.held.isEmpty || said.held.contains { said.isServed($0) } || said.isSomeUnheld
        || said.isKeyWithdrawn
    },
    Claim(words: "its family goes on") { $0.family?.isRevoked == false },
    Claim(words: "so it is spent now") { said in
      said.refresh.map { !said.server.record(of: $0).isCurrent } ?? true
    },
    Claim(words: "its successor takes its place") { said in
      said.effects.contains { if case .refreshTokenIssued = $0 { true } else { false } }
    },
    Claim(words: "however often it is used") { said in
      said.refresh.map { said.server.record(of: $0).isCurrent } ?? true
    },
    Claim(words: "answered again") { $0.family?.isRevoked != true },
    Claim(words: "it ends the family") { $0.family?.isRevoked == true },
    Claim(words: "every family of that user ends") { said in
      said.families.filter { $0.user == said.family?.user }.allSatisfy { $0.state != .active }
    },
    Claim(words: "and nothing ends; later it is a reuse") { $0.family?.isRevoked == false },
    Claim(words: "its family was revoked") { $0.family?.isRevoked == true },
    Claim(words: "a family begins") { said in
      said.effects.contains { if case .familyStarted = $0 { true } else { false } }
    },
    Claim(words: "nobody was asked") { said in
      !said.effects.contains { if case .sessionStarted = $0 { true } else { false } }
    },
    Claim(words: "every access token from before is refused") { $0.isNoneServed },
    Claim(words: "families that came of it end") { said in
      said.endedSessions.allSatisfy { id in
        said.families.filter { $0.session == id }.allSatisfy { $0.state != .active }
      }
    },
    Claim(words: "is dead at exp") { said in
      said.access.map { said.server.record(of: $0).expiresAt <= said.world.now } ?? true
    },
  ]

  var server: AuthorizationServer { world.authorizationServer }
  var families: [TokenFamily] { Array(server.families) }

  var refresh: RefreshTokenID? {
    switch exchange.request {
    case .tokenRequest(let request): request.label
    case .revocationRequest(let request): request.label
    default: nil
    }
  }

  var access: AccessTokenID? {
    switch exchange.request {
    case .tokenRequest(let request): request.accessLabel
    case .revocationRequest(let request): request.accessLabel
    case .resourceRequest(let request): request.token?.label
    default: nil
    }
  }

  var family: TokenFamily? {
    let id =
      refresh.map { server.record(of: $0).family } ?? access.map { server.record(of: $0).family }
    return id.map(server.family)
  }

  var endedSessions: [SSOSessionID] {
    effects.compactMap { if case .sessionEnded(let id, _) = $0 { id } else { nil } }
  }

  /// The family's access tokens, as far as somebody has them.
  var held: [AccessToken] {
    let tokens = world.clients.compactMap(\.storage.accessToken) + world.attacker.accessTokens
    return tokens.filter { token in
      token.label.map { server.record(of: $0).family == family?.id } ?? false
    }
  }

  /// Whether the family has access tokens that nobody has any more.
  var isSomeUnheld: Bool { held.count < (family?.accessTokens.count ?? 0) }

  var isKeyWithdrawn: Bool { !server.signingKeys.contains { $0.keyID == "lab-1" } }

  var isNoneServed: Bool {
    world.policy.accessToken.check.belief > .zero || held.allSatisfy { !isServed($0) }
  }

  /// Whether the API, asked with it by whoever has it, serves it.
  func isServed(_ token: AccessToken) -> Bool {
    let parties = [Party.attacker] + world.clients.map { .client($0.id) }
    return parties.contains { party in
      world.asked(world.call(with: token, to: .profile, from: party), at: world.now).decision
        .isAccepted
    }
  }
}
