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
      afterApplication =
        session != nil || habit.storage.survivesClosing || !habit.storage.isOnDevice
    }
  }

  /// The person closes the browser. Nobody is told: what the server holds goes on, and so does every
  /// copy (SP 800-63B-4 §5.1: no server goes by a cookie's end). The cookie of the SSO session ends with
  /// the browser.
  mutating func closeBrowser() -> [Directive] {
    let held = holdsSession
    let (cause, failed) = (closingCause, abandon(as: .browserClosed))
    cookie = nil
    phase = .closed(cause)
    let directives = [Directive.note(.browserClosed)] + failed
    guard held, !keepsTokens.afterBrowser else { return directives }
    if backend == nil { storage = Storage() }
    backend?.cookie = nil
    phase = .closed(.notKept)
    return directives + [.note(.signedOut(.notKept))]
  }

  /// Whether the browser can go on where it was.
  private var holdsSession: Bool { backend.map { $0.cookie != nil } ?? !storage.isEmpty }

  /// What the browser waits for; the application's own server goes on.
  private mutating func abandon(as failure: CallFailure) -> [Directive] {
    backend == nil ? abandonCalls(as: failure) : giveUpStepUp() + abandonPages(as: failure)
  }

  /// The person opens it again: whatever is left is used as if nothing had been.
  mutating func openBrowser() -> [Directive] {
    guard case .closed(let cause) = phase else { return [] }
    phase = holdsSession ? .signedIn : .signedOut(cause)
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
    let open = askers
    calls = [:]
    refreshes = []
    stepUp = nil
    renewalTicket = nil
    return open.flatMap { ended(failure, for: $0) }
  }

  /// Who waits for the calls that are under way; nil for the person at the device.
  var askers: [Backend.Asker?] {
    calls.sorted { $0.key < $1.key }.map(\.value.asker)
      + refreshes.flatMap { $0.calls.map(\.asker) } + (stepUp?.calls.map(\.asker) ?? [])
  }
}
