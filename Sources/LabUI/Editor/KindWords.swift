import Narrative
import Simulation
import TokenCore

/// The kinds of a choice without the spans that go with them: those are axes of their own.
extension AccessTokenCheck {
  var kindWords: String {
    if case .introspection = self { "introspection" } else { words }
  }
}

extension Renewal {
  var kindWords: String {
    switch self {
    case .none: "none: sign in again"
    case .reissue: "re-issue"
    case .everyRequest: "a token per request"
    case .session: "server session"
    case .refreshToken: "refresh token"
    }
  }
}

extension RefreshForm {
  var words: String {
    switch self {
    case .opaque: "opaque"
    case .signed(let isTyped): isTyped ? "signed JWT" : "signed JWT, untyped"
    }
  }
}

extension Grace {
  var kindWords: String {
    switch self {
    case .none: "none"
    case .window: "a window"
    case .untilSuccessorUsed: "until successor used"
    }
  }
}

extension RenewalHabit {
  var kindWords: String {
    switch self {
    case .whenRefused: "after a 401"
    case .beforeExpiry: "before expiry"
    case .onTimer: "on a timer"
    case .asksThePerson: "never: asks to sign in"
    }
  }
}

extension RefreshGuard {
  var words: String {
    switch self {
    case .none: "no guard"
    case .perTab: "per tab"
    case .acrossTabs: "across tabs"
    }
  }
}

extension TimeSpan {
  /// `right`, `5m ahead`, `1m behind`.
  var offsetWords: String {
    if self == .zero { return "right" }
    return self > .zero ? "\(shortText) ahead" : "\(times(-1).shortText) behind"
  }
}
