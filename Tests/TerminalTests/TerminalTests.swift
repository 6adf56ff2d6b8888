import TestTerminals
import Testing

@testable import Terminal

/// There is one terminal in a process, so these tests run one after the other.
@Suite(.serialized) enum TerminalTests {}

extension PseudoTerminal {
  func openScreen(term: String = "xterm-256color", isASCIIOnly: Bool = false) throws
    -> TerminalScreen
  {
    try TerminalScreen.open(
      term: term, isASCIIOnly: isASCIIOnly, input: program, output: program)
  }
}
