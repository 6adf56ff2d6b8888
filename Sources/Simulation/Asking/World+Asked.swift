import TokenCore

/// Questions to the servers on copies: nothing of this changes the world that is asked.
extension World {
  /// How the servers, as they stand in this world, would answer the request if it arrived at that
  /// instant, earlier or later than this world's clock says. A proof of possession is made anew where
  /// the time is another one.
  package func asked(_ presentation: Presentation, at instant: Instant) -> Exchange {
    var copy = self
    return copy.answer(presentation, at: instant)
  }

  /// The world after it has answered the request at that instant; nobody else acts.
  package func after(answered presentation: Presentation, at instant: Instant) -> World {
    var copy = self
    _ = copy.answer(presentation, at: instant)
    return copy
  }

  private mutating func answer(_ presentation: Presentation, at instant: Instant) -> Exchange {
    isolate(at: instant)
    let message = Message(
      id: nextMessage, from: presentation.from, to: presentation.to,
      payload: payload(of: presentation, at: instant), request: 0,
      sentAt: instant - presentation.delay, arrivesAt: instant)
    var trace = Trace()
    serve(message, because: 0, &trace)
    guard let exchange = trace.events.lazy.compactMap(\.kind.exchange).first else {
      preconditionFailure("only a request can be put again, not \(presentation.request)")
    }
    return exchange
  }

  /// Lets nothing be due and nothing be on the wire, so that only what is asked for happens. What the
  /// APIs are told by then they know.
  mutating func isolate(at instant: Instant) {
    deliverSignals(upTo: instant)
    now = instant
    queue = EventQueue()
    faults = []
    heldMessages = []
    captures = Captures()
    inFlight = 0
  }

  /// At its own time the request is itself; at another the same key makes another proof, as old on
  /// arrival as the first.
  private func payload(of presentation: Presentation, at instant: Instant) -> Payload {
    if presentation.isPrepared {
      var request = presentation.request
      request.proof = attacker.preparedProof(for: request, at: instant)?.text
      return request
    }
    guard let key = presentation.key, instant != presentation.arrivedAt else {
      return presentation.request
    }
    return proven(
      presentation, by: key, named: "again", sentAt: instant - presentation.delay)
  }

  /// The world just after the command has been carried out and whatever it sent has been answered,
  /// while everybody else keeps still; nil where the command can do nothing.
  package func after(_ command: Command) -> World? {
    guard obstacle(to: command) == nil else { return nil }
    var copy = self
    var trace = Trace()
    copy.isolate(at: now)
    copy.perform(command, &trace)
    for _ in 0..<Self.maximumSteps where copy.hasMessagesInFlight {
      _ = copy.step(into: &trace)
    }
    return copy
  }

  /// Steps: more than a sign-in with all its retries takes.
  private static let maximumSteps = 100
}

/// Copies with other servers.
extension World {
  /// With an authorization server as it would stand had something been otherwise.
  package func supposing(_ server: AuthorizationServer) -> World {
    var world = self
    world.authorizationServer = server
    return world
  }

  /// Had no write been about to fail: whoever meets that tries again.
  package var withSoundStore: World {
    authorizationServer.isBroken(.store)
      ? supposing(authorizationServer.supposing(sound: .store)) : self
  }

  /// Had all servers had this policy all along, each by the rules that it makes of one.
  package func supposing(_ policy: Policy) -> World {
    var world = self
    world.authorizationServer = authorizationServer.supposing(policy)
    world.resourceServers = zip(resourceServers, setting.resourceServers).map {
      $0.supposing(
        $1.rules(under: policy.accessToken), givesNextToken: policy.renewal == .everyRequest,
        asksForHeader: policy.session?.asksForHeader ?? false, proofNonce: policy.proofNonce)
    }
    return world
  }

  /// Had each shared secret been the seed of a pair, of which the APIs hold the public half.
  package var supposingKeyPairs: World {
    var world = self
    world.authorizationServer = authorizationServer.supposingKeyPairs(cryptography)
    world.resourceServers = resourceServers.map { $0.supposingKeyPairs(cryptography) }
    return world
  }

  /// Had the API seen the access token of the one request where it saw that of the other.
  package func supposing(_ request: Presentation, insteadOf old: Presentation) -> World {
    guard let text = request.accessTokenText, let oldText = old.accessTokenText else { return self }
    var world = self
    world.resourceServers = resourceServers.map { $0.supposing(text, insteadOf: oldText) }
    return world
  }

  /// When an API last fetched the key set or the status list, or was told of an end, if ever: what it
  /// believes changes then.
  package var lastNews: Instant? { resourceServers.compactMap(\.lastNews).max() }

  /// Had the API just been started.
  package var withoutAPIMemory: World {
    var world = self
    world.resourceServers = resourceServers.map(\.withoutMemory)
    return world
  }
}
