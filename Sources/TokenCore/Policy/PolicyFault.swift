/// Why a policy cannot be: two settings that contradict each other, or one that nothing can mean.
public struct PolicyFault: Hashable, Sendable, CustomStringConvertible {
  /// The setting, and what it must be or contradicts.
  public let description: String

  init(_ first: String, contradicts second: String, because reason: String) {
    description = "\(first) contradicts \(second): \(reason)"
  }

  init(_ setting: String, must: String, found: TimeSpan) {
    description = "\(setting) must be \(must), found \(found.shortText)"
  }
}

/// Something legal but odd about a policy, and who says so.
public struct PolicyRemark: Hashable, Sendable, CustomStringConvertible {
  /// What is odd.
  public let text: String
  /// The specification, with its section; `no RFC` for what none speaks of.
  public let source: String
  /// The axis that it is about.
  package let axis: PolicyAxis

  init(_ axis: PolicyAxis, _ text: String, source: String = "no RFC") {
    self.axis = axis
    self.text = text
    self.source = source
  }

  /// The text, and the source in parentheses.
  public var description: String { "\(text) (\(source))" }
}

extension Policy {
  /// Everything that makes this policy impossible; empty for one that can run.
  public var faults: [PolicyFault] {
    durationFaults + accessFaults + (refresh.map(faults) ?? [])
  }

  /// A length of time that its axis has no room for.
  private var durationFaults: [PolicyFault] {
    let rules = Rules(policy: self)
    return PolicyAxis.allCases.compactMap { axis in
      guard case .span(let scale) = axis.described.scale,
        case .set(let span) = scale.reading(of: rules), span < min(scale.least, .milliseconds(1))
      else { return nil }
      let must = scale.least > .zero ? "above zero" : "zero or more"
      return PolicyFault(axis.name, must: must, found: span)
    }
  }

  private var accessFaults: [PolicyFault] {
    var faults: [PolicyFault] = []
    if accessToken.lifetime.milliseconds % 1000 != 0 {
      faults.append(
        PolicyFault("access lifetime", must: "whole seconds", found: accessToken.lifetime))
    }
    faults += shortExpiryFaults + maxAgeFaults
    if accessToken.form.isHandle, !accessToken.check.judgesHandles {
      faults.append(
        PolicyFault(
          "access form reference", contradicts: "API check \(accessToken.check.kind.word)",
          because: "an opaque handle says nothing, so somebody has to be asked about it"))
    }
    if session != nil, !accessToken.form.isHandle {
      faults.append(
        PolicyFault(
          "renewal session", contradicts: "access form self-contained",
          because: "a session is named by a handle"))
    } else if session != nil, accessToken.check != .sessionRecord {
      faults.append(
        PolicyFault(
          "renewal session", contradicts: "API check \(accessToken.check.kind.word)",
          because: "use keeps a session alive only where its record is looked at"))
    }
    if case .introspection = accessToken.check, accessToken.form.isHandle,
      accessToken.onOutage == .failOpen
    {
      faults.append(
        PolicyFault(
          "introspection down fail-open", contradicts: "access form reference",
          because: "a handle says nothing to go by"))
    }

    if session != nil, accessToken.binding.needsProof {
      faults.append(
        PolicyFault(
          "renewal session", contradicts: "AT bound to key",
          because: "a browser sends a cookie by itself, and no proof with it"))
    }
    if reissue != nil, accessToken.form.isHandle {
      faults.append(
        PolicyFault(
          "renewal re-issue", contradicts: "access form reference",
          because: "the expired token itself has to say when it was issued"))
    }
    return faults
  }

  private var maxAgeFaults: [PolicyFault] {
    guard let age = accessToken.maxAge else { return [] }
    var faults: [PolicyFault] = []
    if age.milliseconds % 1000 != 0 {
      faults.append(PolicyFault("max age", must: "whole seconds", found: age))
    }
    if session != nil {
      faults.append(
        PolicyFault(
          "renewal session", contradicts: "max age \(age.shortText)",
          because: "a cookie's refusal has no challenge that could ask for a sign-in"))
    }
    return faults
  }

  private var shortExpiryFaults: [PolicyFault] {
    guard let span = accessToken.shortExpiry.span else { return [] }
    var faults: [PolicyFault] = []
    if span.milliseconds % 1000 != 0 {
      faults.append(PolicyFault("short expiry", must: "whole seconds", found: span))
    }
    if span >= accessToken.lifetime {
      faults.append(
        PolicyFault(
          "short expiry \(span.shortText)",
          contradicts: "access lifetime \(accessToken.lifetime.shortText)",
          because: "after exp there is nothing left to end"))
    }
    if accessToken.form.isHandle {
      faults.append(
        PolicyFault(
          "short expiry \(span.shortText)", contradicts: "access form reference",
          because: "an opaque handle has no claims"))
    }
    return faults
  }

  private func faults(of refresh: RefreshPolicy) -> [PolicyFault] {
    guard case .signed = refresh.form else { return faultsOfRows(refresh) }
    var faults: [PolicyFault] = []
    if refresh.binding.needsProof {
      faults.append(
        PolicyFault(
          "refresh form signed", contradicts: "RT bound to key",
          because: "a server that keeps nothing has no key to compare with"))
    }
    if refresh.rotation.spends {
      faults.append(
        PolicyFault(
          "refresh form signed", contradicts: "rotation rotating",
          because: "a server that keeps nothing cannot know what was spent"))
    }
    if refresh.rotation == .reusable, refresh.spendingGap > .zero {
      faults.append(
        PolicyFault(
          "refresh form signed", contradicts: "spending gap \(refresh.spendingGap.shortText)",
          because: "no token is ever spent"))
    }
    if let memory = refresh.memory {
      faults.append(
        PolicyFault(
          "refresh form signed", contradicts: "memory \(memory.shortText)",
          because: "there is nothing to remember"))
    }
    return faults
  }

  private func faultsOfRows(_ refresh: RefreshPolicy) -> [PolicyFault] {
    guard !refresh.rotation.spends else { return [] }
    let gap = refresh.spendingGap
    let contradictions =
      [refresh.memory.map { "memory \($0.shortText)" }]
      + [gap == .zero ? nil : "spending gap \(gap.shortText)"]
    return contradictions.compactMap(\.self).map {
      PolicyFault(
        "rotation \(refresh.rotation.kind.word)", contradicts: $0,
        because: "no token is ever spent")
    }
  }
}
