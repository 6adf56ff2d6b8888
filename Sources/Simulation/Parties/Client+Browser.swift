import TokenCore

extension Client {
  /// What a closing leaves in the storage.
  package struct Keeping: Hashable, Sendable {
    /// Whether it is there when the browser is opened again.
    package let afterBrowser: Bool
    /// Whether it is there when the application starts again in a browser that went on. Cookies are the
    /// browser's.
    let afterApplication: Bool

    init(_ policy: Policy, _ habit: ClientHabit) {
      let session = policy.session
      afterBrowser = session?.cookie.survivesClosing ?? habit.storage.survivesClosing
      afterApplication = session != nil || habit.storage.survivesClosing
    }
  }

  /// The person closes the browser. Nobody is told: what the server holds goes on, and so does every
  /// copy (SP 800-63B-4 §5.1: no server goes by a cookie's end). The cookie of the SSO session ends with
  /// the browser.
  mutating func closeBrowser() -> [Directive] {
    let held = !storage.isEmpty
    let (cause, failed) = (closingCause, abandonCalls(as: .browserClosed))
    cookie = nil
    phase = .closed(cause)
    let directives = [Directive.note(.browserClosed)] + failed
    guard held, !keepsTokens.afterBrowser else { return directives }
    storage = Storage()
    phase = .closed(.notKept)
    return directives + [.note(.signedOut(.notKept))]
  }

  /// The person opens it again: whatever is left is used as if nothing had been.
  mutating func openBrowser() -> [Directive] {
    guard case .closed(let cause) = phase else { return [] }
    phase = storage.isEmpty ? .signedOut(cause) : .signedIn
    return [.note(.browserOpened)] + (isSignedIn ? armRenewalTimer() : [])
  }

  /// Why it holds no tokens; nil where it does, or never did.
  private var closingCause: SignOutCause? {
    switch phase {
    case .signedOut(let cause), .closed(let cause): cause
    case .authorizing, .exchanging: .signInUnanswered
    case .signedIn: nil
    }
  }

  /// Waits for no answer and no timer any more.
  mutating func abandonCalls(as failure: CallFailure) -> [Directive] {
    let open = calls.count + refreshes.reduce(0) { $0 + $1.calls.count }
    calls = [:]
    refreshes = []
    renewalTicket = nil
    return Array(repeating: .note(.callFailed(failure)), count: open)
  }
}
