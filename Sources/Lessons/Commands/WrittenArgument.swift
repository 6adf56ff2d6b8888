import Simulation
import TokenCore

/// One thing that stands beside an order's name, on its way into a file.
struct WrittenArgument {
  let key: ScriptKey
  /// What is written; nil where the cast leaves no choice.
  let written: (Cast) -> Written?

  static func device(_ device: DeviceID) -> Self {
    Self(key: .device) { $0.written(device) }
  }

  static func person(_ user: UserID) -> Self {
    Self(key: .person) { $0.written(user) }
  }

  static func server(_ server: ResourceServerID) -> Self {
    Self(key: .server) { $0.written(server) }
  }

  static func delay(_ span: TimeSpan) -> Self {
    Self(key: .by) { _ in .span(span) }
  }

  static func span(_ span: TimeSpan) -> Self {
    Self(key: .span) { _ in .span(span) }
  }

  static func message(_ key: ScriptKey, _ number: Int) -> Self {
    Self(key: key) { _ in .number(number) }
  }

  static func flag(_ key: ScriptKey, _ isTrue: Bool) -> Self {
    Self(key: key) { _ in .flag(isTrue) }
  }

  static func token(_ token: HeldRefreshToken) -> Self {
    Self(key: .token) { _ in token.written }
  }

  static func scope(_ scope: String) -> Self {
    Self(key: .scope) { _ in .word(scope) }
  }

  /// The strategy that has the policy, where one does.
  static func strategy(_ policy: Policy) -> Self {
    Self(key: .strategy) { _ in policy.strategy.map { .word($0.id) } }
  }

  /// The policy itself, where no strategy has it.
  static func policy(_ policy: Policy) -> Self {
    Self(key: .policy) { _ in
      policy.strategy == nil ? policy.written(name: nil, instead: true) : nil
    }
  }

  static func text(_ text: String) -> Self {
    Self(key: .text) { _ in .text(text) }
  }
}
