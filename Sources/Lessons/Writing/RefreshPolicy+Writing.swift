import TokenCore

extension RefreshPolicy {
  var written: Written {
    .fields([
      (RefreshTokenKey.form, .named(form, in: RefreshForm.words)?.unless(form == .opaque)),
      (.idle, .span(idleLifetime, or: "none")), (.absolute, .span(absoluteLifetime, or: "none")),
      (.rotation, rotation.written), (.onReuse, rotation.writtenResponse),
      (.grace, rotation.grace.written), (.memory, memory.map { .span($0) }),
      (.boundTo, .named(binding, in: SenderConstraint.words)?.unless(binding == .bearer)),
      (.client, .named(client).unless(client == .public)),
    ])
  }
}

extension Rotation {
  fileprivate var written: Written {
    switch self {
    case .reusable: .word("reusable")
    case .rotating: .word("rotating")
    }
  }

  fileprivate var writtenResponse: Written? {
    switch self {
    case .reusable: nil
    case .rotating(let response, _): .named(response)
    }
  }
}

extension Grace {
  fileprivate var written: Written? {
    switch self {
    case .none: nil
    case .untilSuccessorUsed: .word("until-successor-used")
    case .window(let window): window.written
    }
  }
}

extension GraceWindow {
  fileprivate var written: Written {
    let usual = GraceWindow(length: length, answer: answer)
    return .fields([
      (GraceKey.window, .span(length)), (.answer, .named(answer)),
      (.reach, .named(reach).unless(reach == usual.reach)),
      (.anchor, .named(anchor).unless(anchor == usual.anchor)),
    ])
  }
}
