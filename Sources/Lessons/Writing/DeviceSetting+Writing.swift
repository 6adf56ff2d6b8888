import Simulation
import TokenCore

extension DeviceSetting {
  /// What a person does of their own accord is told only of somebody who is ever there.
  func written(lasts: TimeSpan) -> Written {
    let isThere = !activity.presence.isEmpty
    let again = activity.signsInAgainAfter.map { Written.span($0) }
    return .fields([
      (DeviceKey.name, .text(name)), (.admin, .flag(isAdmin).unless(!isAdmin)),
      (.calls, isThere ? activity.written(lasts: lasts) : nil),
      (.tabs, .word("\(tabs)").unless(tabs == 1 || !isThere)),
      (.signsInAgain, isThere ? again : nil),
    ])
  }
}

extension Activity {
  fileprivate func written(lasts: TimeSpan) -> Written {
    let every = (CallsKey.every, Written?.some(.span(interval)))
    guard presence.count > 1 else {
      let from = presence.first?.lowerBound ?? .start
      let until = presence.first?.upperBound ?? .start + lasts
      return .fields([
        every, (.from, .moment(from).unless(from == .start)),
        (.until, .end(until).unless(until == .start + lasts)),
      ])
    }
    if let daily = writtenDays { return .fields([every, (.daily, daily)]) }
    let spans = presence.map { span in
      Written.fields([
        (SpanKey.from, .moment(span.lowerBound)), (.until, .end(span.upperBound)),
      ])
    }
    return .fields([every, (.spans, .list(spans))])
  }

  /// The spans as one that comes again every day, where that is what they are.
  private var writtenDays: Written? {
    guard let first = presence.first else { return nil }
    let length = first.upperBound - first.lowerBound
    let isDaily = presence.enumerated().allSatisfy { day, span in
      span.lowerBound == first.lowerBound + .days(Int64(day))
        && span.upperBound - span.lowerBound == length
    }
    guard isDaily, length <= .days(1) else { return nil }
    return .fields([
      (DailyKey.from, .moment(first.lowerBound)), (.length, .span(length)),
      (.days, .word("\(presence.count)")),
    ])
  }
}

extension Written {
  /// When somebody leaves.
  fileprivate static func end(_ instant: Instant) -> Written {
    instant == .distantFuture ? .word("never") : .moment(instant)
  }
}

extension OtherClient {
  func written(in cast: Cast) -> Written {
    .fields([
      (ClientKey.id, .text(clientID)), (.secret, secret.map(Written.text)),
      (.server, server.map { .text(cast.servers[$0.index]) }),
    ])
  }
}

extension AttackPlan {
  func written(in cast: Cast) -> Written {
    .fields([
      (AttackKey.at, .moment(at)), (.device, cast.written(device)), (.takes, .named(takes)),
      (.callsEvery, .span(callsEvery)), (.renews, .flag(renews).unless(renews)),
      (.server, cast.written(server)?.unless(server == .first)),
      (.waits, .flag(waitsUntilVictimIsGone).unless(!waitsUntilVictimIsGone)),
    ])
  }
}
