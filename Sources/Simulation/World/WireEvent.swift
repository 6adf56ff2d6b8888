import TokenCore

/// What befell a message between its sender and its receiver. What was dropped is `lost`.
public enum WireEvent: Hashable, Sendable {
  /// It was stopped; `arrivesAt` is when it would have arrived.
  case held(Message)
  /// It goes on.
  case released(Message)
  /// It arrives at once.
  case hurried(Message)
  /// The second message carries what the first does. No party sent it.
  case duplicated(Message, as: Message)
  /// What the first message carried is sent once more, as the second. No party sent that one.
  case repeated(Message, as: Message)
  /// Each has the other's place now.
  case swapped(Message, Message)
}

/// A message that was stopped on its way.
package struct HeldMessage: Hashable, Sendable {
  package let message: Message
  /// How much of its way is left: it arrives so long after it is released.
  package let remaining: TimeSpan
  /// The event that put it on the wire.
  let cause: Int
}
