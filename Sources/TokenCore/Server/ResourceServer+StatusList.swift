/// What a list says that the authorization server publishes for everybody: no question names the token.
extension ResourceServer {
  /// Goes by its own copy of the list while that is no older than the ttl, and fetches it otherwise.
  func checkStatus(
    _ visit: consuming ResourceVisit, keepingFor ttl: TimeSpan
  ) -> ResourceStep {
    guard let reference = visit.claims?.status else {
      visit.decision.fail(.statusValid, Denial(.statusInvalid))
      return visit.answered
    }
    if let statusList, visit.now < statusList.issuedAt + ttl {
      return judge(visit, reference, by: statusList)
    }
    return visit.asking(.statusList(uri: reference.uri))
  }

  /// The list has been fetched. A list without an end of its own is believed for its ttl.
  mutating func goOn(
    _ visit: consuming ResourceVisit, knowing list: StatusList
  ) -> ResourceStep {
    guard let reference = visit.claims?.status else { preconditionFailure("fetched for no token") }
    statusList = list
    visit.cost.reads += 1
    visit.events.append(
      .statusListFetched(
        by: audience, invalid: list.invalid.count, keptUntil: visit.now + list.ttl))
    return judge(visit, reference, by: list)
  }

  private func judge(
    _ visit: consuming ResourceVisit, _ reference: StatusReference, by list: StatusList
  ) -> ResourceStep {
    let facts = [
      Fact(.statusIndex, .text("\(reference.index)")), Fact(.listFrom, .instant(list.issuedAt)),
      Fact(.now, .instant(visit.now)),
    ]
    guard sameBytes(list.uri, reference.uri), list.isValid(at: reference.index) else {
      visit.decision.fail(.statusValid, Denial(.statusInvalid, facts))
      return visit.answered
    }
    visit.decision.pass(.statusValid, facts)
    return checkScope(visit)
  }
}
