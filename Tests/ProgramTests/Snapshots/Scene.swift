import Canvas
import JOSE
import LabUI
import Testing
import TokenCore

@testable import tokenlab

/// A moment worth a picture: `tokenlab frame` with the same words prints it.
struct Scene: CustomTestStringConvertible, Sendable {
  let name: String
  let scenario: String
  let at: String
  var keys = ""

  var testDescription: String { name }

  func model() throws -> LabModel {
    var model = LabModel(
      try Options.scenario(scenario, strategy: nil, seed: nil), LabCryptography())
    model.advance(to: .start + (try Options.time(at, for: "--at")))
    for label in keys.split(separator: " ") {
      let effects = model.update(.key(try #require(Key(label: String(label)))))
      model.measure(for: effects)
    }
    return model
  }

  /// What follows `tokenlab` to print it.
  func arguments(size: String, isASCII: Bool = false) -> [String] {
    ["frame", scenario, "--at", at, "--size", size] + (keys.isEmpty ? [] : ["--keys", keys])
      + (isASCII ? ["--ascii"] : [])
  }

  static let signedIn = Scene(name: "signed-in", scenario: "first-login", at: "1m30s")
  static let stolen = Scene(name: "stolen", scenario: "victim-first", at: "12m")
  static let reuse = Scene(name: "reuse", scenario: "victim-first", at: "20m30s")
  static let falseAlarm = Scene(name: "false-alarm", scenario: "lost-response", at: "16m10s")
  static let help = Scene(name: "help", scenario: "victim-first", at: "20m30s", keys: "?")
  static let palette = Scene(
    name: "palette", scenario: "victim-first", at: "20m30s", keys: ": c o p i e s down")
  static let strategies = Scene(
    name: "strategies", scenario: "victim-first", at: "20m30s", keys: "p down")
  static let why = Scene(name: "why", scenario: "victim-first", at: "20m30s", keys: "8")
  static let family = Scene(name: "family", scenario: "attacker-first", at: "16m30s", keys: "4")
  static let timeline = Scene(name: "timeline", scenario: "attacker-first", at: "27m", keys: "5 -")
  static let store = Scene(name: "store", scenario: "victim-first", at: "20m30s", keys: "9")
  static let editor = Scene(
    name: "editor", scenario: "victim-first", at: "20m30s", keys: "P right right right down right")
  static let wire = Scene(
    name: "wire", scenario: "victim-first", at: "12m", keys: "w r R t u down h")
  static let races = Scene(
    name: "races", scenario: "victim-first", at: "12m", keys: "M down down")
  static let duel = Scene(name: "duel", scenario: "victim-first", at: "14m", keys: "V")
  static let underAnother = Scene(
    name: "under-another", scenario: "victim-first", at: "21m", keys: "p down down =")
  static let branches = Scene(
    name: "branches", scenario: "victim-first", at: "21m", keys: "< , R B")
  static let holdings = Scene(
    name: "holdings", scenario: "victim-first", at: "14m", keys: "S K 3")
  static let residualAccess = Scene(name: "ruler", scenario: "victim-first", at: "21m", keys: "2")
  static let serversView = Scene(
    name: "servers-view", scenario: "victim-first", at: "20m30s", keys: "v")
  static let inspector = Scene(
    name: "inspector", scenario: "victim-first", at: "21m", keys: "I down down down x")
  static let obstacle = Scene(name: "obstacle", scenario: "first-login", at: "1m30s", keys: "R")
  static let selected = Scene(
    name: "selected", scenario: "attacker-first", at: "27m", keys: "up up up up up")
}
