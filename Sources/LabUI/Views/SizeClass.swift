import Canvas

/// How much of the lab fits on a screen: a function of its size and nothing else. No size is refused.
public enum SizeClass: Comparable, Sendable {
  case none, tiny, extraSmall, small, medium, large, extraLarge

  public init(_ size: Size) {
    switch (size.width, size.height) {
    case (180..., 50...): self = .extraLarge
    case (110..., 32...): self = .large
    case (80..., 24...): self = .medium
    case (56..., 14...): self = .small
    case (36..., 8...): self = .extraSmall
    case (12..., 2...): self = .tiny
    default: self = .none
    }
  }
}
