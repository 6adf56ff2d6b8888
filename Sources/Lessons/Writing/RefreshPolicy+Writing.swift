import TokenCore

extension RefreshPolicy {
  var written: Written {
    .fields([
      (RefreshTokenKey.form, .choice(form.kind).unless(form == .opaque)),
      (.idle, .span(idleLifetime, or: "none")), (.absolute, .span(absoluteLifetime, or: "none")),
      (.rotation, .choice(rotation.kind)), (.onReuse, rotation.writtenResponse),
      (.grace, rotation.grace.written), (.memory, memory.map { .span($0) }),
      (.boundTo, .choice(binding).unless(binding == .bearer)),
      (.client, .choice(client).unless(client == .public)),
      (.spendsAfter, .span(spendingGap).unless(spendingGap == .zero)),
    ])
  }
}

extension Rotation {
  fileprivate var writtenResponse: Written? {
    switch self {
    case .reusable, .renewed: nil
    case .rotating(let response, _): .choice(response)
    }
  }
}

extension Grace {
  fileprivate var written: Written? {
    window?.written ?? Written.choice(kind).unless(self == .none)
  }
}

extension GraceWindow {
  fileprivate var written: Written {
    let usual = GraceWindow(length: length, answer: answer)
    return .fields([
      (GraceKey.window, .span(length)), (.answer, .choice(answer)),
      (.reach, .choice(reach).unless(reach == usual.reach)),
      (.anchor, .choice(anchor).unless(anchor == usual.anchor)),
      (.times, times.map(Written.number)),
    ])
  }
}
