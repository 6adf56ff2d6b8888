/// How many seconds of virtual time pass in a second of a person's time.
public struct Speed: Hashable, Sendable {
  public let factor: Int

  /// From real time to an hour a second.
  public static let steps: [Speed] =
    [1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600].map(Speed.init(factor:))

  /// A minute a second: an access token of fifteen minutes lives for a quarter of a minute.
  public static let standard = Speed(factor: 60)

  var faster: Speed? { Self.steps.first { $0.factor > factor } }
  var slower: Speed? { Self.steps.last { $0.factor < factor } }
}
