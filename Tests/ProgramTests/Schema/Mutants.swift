import Foundation
import Testing

/// A document with one thing wrong in it, many times over: one event of each kind is kept, and each
/// member of each object is left out once, and made to be of another type once; each object gets a
/// member that nobody knows.
struct Mutants {
  private(set) var documents: [(name: String, text: String)] = []

  init(of text: String) throws {
    let whole = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let events = try #require(whole["events"] as? [[String: Any]])
    var seen: Set<String> = []
    let kept = events.filter { seen.insert($0["kind"] as? String ?? "").inserted }
    var frame = whole
    frame["events"] = []
    try change(frame, at: "document") { $0 }
    for event in kept {
      try change(event, at: event["kind"] as? String ?? "") { changed in
        var document = frame
        document["events"] = [changed]
        return document
      }
    }
  }

  private mutating func change(
    _ object: [String: Any], at place: String, _ whole: ([String: Any]) -> [String: Any]
  ) throws {
    try add(place + " with one more", whole(object.merging(["nobody": 1]) { $1 }))
    for (name, value) in object.sorted(by: { $0.key < $1.key }) {
      var lesser = object
      lesser[name] = nil
      try add("\(place) without \(name)", whole(lesser))
      // A claim of a token and the names of things are anybody's; the rest has a type or a list.
      try add(
        "\(place) with another \(name)", whole(object.merging([name: ["nobody": true]]) { $1 }))
      guard name != "claims" else { continue }
      let child = value as? [String: Any] ?? (value as? [[String: Any]])?.first
      guard let child else { continue }
      try change(child, at: "\(place)/\(name)") { changed in
        whole(object.merging([name: value is [Any] ? [changed] : changed]) { $1 })
      }
    }
  }

  private mutating func add(_ name: String, _ document: [String: Any]) throws {
    let data = try JSONSerialization.data(withJSONObject: document)
    documents.append((name, String(decoding: data, as: UTF8.self)))
  }
}
