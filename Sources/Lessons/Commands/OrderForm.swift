/// The names of one party's orders in a scenario file.
protocol OrderWord: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  associatedtype Order

  /// What stands beside the name, and the order that is read from it.
  var form: OrderForm<Order> { get }
}

/// What stands beside an order's name in a file, and the order that is made of it.
struct OrderForm<Order> {
  let keys: [ScriptKey]
  let read: (CommandArguments) throws(ScenarioError) -> Order

  /// An order that takes nothing.
  init(_ order: Order) {
    keys = []
    read = { _ in order }
  }

  init<Value>(_ argument: ReadArgument<Value>, _ order: @escaping (Value) -> Order) {
    keys = argument.keys
    read = { arguments throws(ScenarioError) in order(try argument.read(arguments)) }
  }

  init<First, Second>(
    _ first: ReadArgument<First>, _ second: ReadArgument<Second>,
    _ order: @escaping (First, Second) -> Order
  ) {
    keys = first.keys + second.keys
    read = { arguments throws(ScenarioError) in
      order(try first.read(arguments), try second.read(arguments))
    }
  }
}

/// An order as a file says it: its name, and what stands beside it.
struct OrderLine<Word: OrderWord> {
  let word: Word
  let arguments: [WrittenArgument]

  init(_ word: Word, _ arguments: WrittenArgument...) {
    self.init(word, arguments)
  }

  init(_ word: Word, _ arguments: [WrittenArgument]) {
    self.word = word
    self.arguments = arguments
  }
}
