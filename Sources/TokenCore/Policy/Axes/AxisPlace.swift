/// Where in the rules a value lies.
struct AxisPlace<Value>: Sendable {
  /// The value; nil where these rules have no such place.
  let read: @Sendable (Rules) -> Value?
  /// Puts a value there; changes nothing where there is no such place.
  let write: @Sendable (inout Rules, Value) -> Void

  /// A place that all rules have.
  static func at(_ path: WritableKeyPath<Rules, Value> & Sendable) -> AxisPlace {
    AxisPlace {
      $0[keyPath: path]
    } write: {
      $0[keyPath: path] = $1
    }
  }

  /// A place that some rules have.
  static func at(_ path: WritableKeyPath<Rules, Value?> & Sendable) -> AxisPlace {
    AxisPlace {
      $0[keyPath: path]
    } write: {
      $0[keyPath: path] = $1
    }
  }

  /// A place in a part that some rules have.
  static func at<Part>(
    _ part: WritableKeyPath<Rules, Part?> & Sendable,
    _ path: WritableKeyPath<Part, Value> & Sendable
  ) -> AxisPlace {
    AxisPlace {
      $0[keyPath: part]?[keyPath: path]
    } write: {
      $0[keyPath: part]?[keyPath: path] = $1
    }
  }
}
