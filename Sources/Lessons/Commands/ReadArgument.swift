import Simulation
import TokenCore

/// One thing that stands beside an order's name, as it is read from a file.
struct ReadArgument<Value> {
  let keys: [ScriptKey]
  let read: (CommandArguments) throws(ScenarioError) -> Value

  fileprivate init(
    _ keys: ScriptKey..., read: @escaping (CommandArguments) throws(ScenarioError) -> Value
  ) {
    self.keys = keys
    self.read = read
  }
}

extension ReadArgument<DeviceID> {
  static var device: Self {
    Self(.device) { arguments throws(ScenarioError) in try arguments.device() }
  }
}

extension ReadArgument<UserID> {
  static var person: Self {
    Self(.person) { arguments throws(ScenarioError) in try arguments.person() }
  }
}

extension ReadArgument<ResourceServerID> {
  static var server: Self {
    Self(.server) { arguments throws(ScenarioError) in try arguments.server() }
  }
}

extension ReadArgument<TimeSpan> {
  static var delay: Self {
    Self(.by) { arguments throws(ScenarioError) in try arguments.delay() }
  }

  /// How much of the future is provided for.
  static var span: Self {
    Self(.span) { arguments throws(ScenarioError) in try arguments.span() }
  }
}

extension ReadArgument<Int> {
  /// The number of a message.
  static func message(_ key: ScriptKey) -> Self {
    Self(key) { arguments throws(ScenarioError) in try arguments.message(key) }
  }
}

extension ReadArgument<Bool> {
  static func flag(_ key: ScriptKey) -> Self {
    Self(key) { arguments throws(ScenarioError) in try arguments.flag(key) }
  }
}

extension ReadArgument<HeldRefreshToken> {
  static var token: Self {
    Self(.token) { arguments throws(ScenarioError) in try arguments.heldRefreshToken() }
  }
}

extension ReadArgument<String> {
  /// One of the scope tokens that the application asks for.
  static var scope: Self {
    Self(.scope) { arguments throws(ScenarioError) in try arguments.scope() }
  }

  static var text: Self {
    Self(.text) { arguments throws(ScenarioError) in try arguments.tokenText() }
  }
}

extension ReadArgument<Policy> {
  /// A shipped strategy's, or what of it is to be otherwise.
  static var policy: Self {
    Self(.strategy, .policy) { arguments throws(ScenarioError) in try arguments.policy() }
  }
}

extension ReadArgument<ExplicitRequest> {
  static var request: Self {
    Self(
      .endpoint, .server, .person, .parameters, .basic, .cookie, .proof, .headers, .keep
    ) { arguments throws(ScenarioError) in
      try arguments.request()
    }
  }
}
