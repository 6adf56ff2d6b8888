import Simulation
import TokenCore

/// Why a server answered as it did: a sentence that is true wherever it is said, and where the rule
/// stands that decided. Every sentence about an answer is in `Reason+Granted` and `Reason+Refused`.
package struct Reason: Hashable, Sendable {
  package let sentence: String
  /// `RFC 6749 §6`, or that no RFC has the rule.
  package let citation: String

  init(_ sentence: String, _ citation: String) {
    self.sentence = sentence
    self.citation = citation
  }

  /// The reason of an answer that was given under the policy.
  package init(of exchange: Exchange, under policy: Policy) {
    if let denial = exchange.decision.denial {
      self.init(refusing: exchange, for: denial.reason, under: policy)
    } else if let grounds = exchange.grounds {
      self = grounds.reason(under: policy)
    } else {
      preconditionFailure("an answer is a refusal or has grounds")
    }
  }

  /// Sentence and citation on one line.
  package var text: String { "\(sentence) (\(citation))" }
}
