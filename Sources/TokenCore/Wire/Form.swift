/// The parameters of a form-encoded request body, in the order in which they were sent.
public struct Form: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// A name and its value, decoded.
  public struct Parameter: Hashable, Sendable {
    /// Before the equals sign.
    public let name: String
    /// After it; may be empty.
    public let value: String

    /// A parameter as it was sent; names may repeat.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// All of them, in order.
  public private(set) var parameters: [Parameter]

  /// A form of these parameters, in this order.
  public init(_ parameters: [Parameter] = []) {
    self.parameters = parameters
  }

  /// `["grant_type": "refresh_token", …]`: in the order written, and a name may repeat.
  public init(dictionaryLiteral elements: (String, String)...) {
    parameters = elements.map { Parameter($0.0, $0.1) }
  }

  /// Adds a parameter at the end, whether or not there is one of that name.
  public mutating func append(_ name: String, _ value: String) {
    parameters.append(Parameter(name, value))
  }

  /// The parameter of that name. An empty value counts as left out, and a name that occurs twice is
  /// never resolved to one of its values (RFC 6749 §3.2).
  public subscript(_ name: String) -> Field {
    var found: String?
    for parameter in parameters where sameBytes(parameter.name, name) {
      guard found == nil else { return .repeated }
      found = parameter.value
    }
    guard let found, !found.isEmpty else { return .missing }
    return .value(found)
  }

  /// What a form says under a name.
  public enum Field: Equatable, Sendable {
    /// There is no such parameter, or its value is empty.
    case missing
    /// There is exactly one.
    case value(String)
    /// There are several.
    case repeated

    /// The value, where there is exactly one.
    public var text: String? {
      if case .value(let text) = self { text } else { nil }
    }
  }

  /// The first name that occurs more than once: such a request is malformed (RFC 6749 §3.2).
  public var repeatedName: String? {
    parameters.first { self[$0.name] == .repeated }?.name
  }
}

/// Equality of names and secrets as protocols mean it: byte for byte, with no Unicode equivalence
/// (RFC 7519 §7.3, RFC 8414 §4).
///
/// A plain loop over the bytes: verifying one access token asks it many times.
package func sameBytes(_ left: String, _ right: String) -> Bool {
  var (left, right) = (left, right)
  return left.withUTF8 { left in
    right.withUTF8 { right in
      guard left.count == right.count else { return false }
      var index = 0
      while index < left.count, left[index] == right[index] { index += 1 }
      return index == left.count
    }
  }
}
