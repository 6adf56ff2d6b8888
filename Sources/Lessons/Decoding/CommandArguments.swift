import Simulation
import TokenCore

/// What a command can be given, read from its line.
struct CommandArguments {
  let fields: Fields<StoryKey>
  let cast: Cast

  func device() throws(ScenarioError) -> DeviceID {
    try cast.device(fields[.device], of: fields.cursor)
  }

  func person() throws(ScenarioError) -> UserID {
    try cast.person(fields[.person], of: fields.cursor)
  }

  func delay() throws(ScenarioError) -> TimeSpan {
    try fields.required(.by).duration(atLeast: .milliseconds(1))
  }

  func flag(_ key: StoryKey) throws(ScenarioError) -> Bool {
    try fields.required(key).flag()
  }

  func request() throws(ScenarioError) -> ExplicitRequest {
    let endpoint: ExplicitRequest.Endpoint = try fields.required(.endpoint).word()
    if endpoint == .api {
      try fields.refuse([.basic], because: "with to: api, which takes a token")
    }
    return ExplicitRequest(
      endpoint: endpoint,
      parameters: try cast.parameters(fields[.parameters]),
      basic: try fields[.basic].map(ClientCredentials.init))
  }
}
