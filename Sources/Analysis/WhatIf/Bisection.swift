/// The border between the numbers for which something holds and those for which it does not.
enum Bisection {
  /// The number nearest to `holding` at which it still holds just before it fails towards `failing`:
  /// the last that holds on the way. It must hold at `holding` and fail at `failing`. Where the border
  /// is guessed well by a hint (the last that holds, or the first that fails), two questions do.
  static func lastHolding(
    from holding: Int64, to failing: Int64, hints: [Int64] = [], _ holds: (Int64) -> Bool
  ) -> Int64 {
    var (holding, failing) = (holding, failing)
    for hint in hints {
      for guess in [hint, hint &+ (failing > holding ? 1 : -1)] {
        narrow(&holding, &failing, at: guess, holds)
      }
    }
    while abs(failing - holding) > 1 {
      narrow(&holding, &failing, at: holding + (failing - holding) / 2, holds)
    }
    return holding
  }

  private static func narrow(
    _ holding: inout Int64, _ failing: inout Int64, at guess: Int64, _ holds: (Int64) -> Bool
  ) {
    guard guess > min(holding, failing), guess < max(holding, failing) else { return }
    if holds(guess) { holding = guess } else { failing = guess }
  }
}
