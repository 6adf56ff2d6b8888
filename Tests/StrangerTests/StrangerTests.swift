import Foundation
import JOSE
import Testing
import TokenCore

/// The server as somebody uses it who has `Sources/README.md` and the libraries, and nothing else.
struct StrangerTests {
  private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let repository = here.deletingLastPathComponent().deletingLastPathComponent()
  private static let story = here.appendingPathComponent("ClientStory.swift")

  @Test func `a token that comes twice is refused, and the family ends`() throws {
    let (told, introspected) = try #require(clientStory())
    #expect(told.map(\.status) == [200, 200, 400])
    #expect(told.last == .error(.invalidGrant, status: 400))
    #expect(introspected == .inactive)
    let grant = try #require(told[1].grant)
    #expect(grant.expiresIn == 900 && grant.scope == Scope("read") && grant.refreshToken != nil)
  }

  @Test func `the lines that the README shows are these`() throws {
    let readme = try String(
      contentsOf: Self.repository.appendingPathComponent("Sources/README.md"), encoding: .utf8)
    let story = try String(contentsOf: Self.story, encoding: .utf8)
    #expect(readme.contains("```swift\n\(story)```\n"))
  }

  /// Inside this package more can be seen than outside; the compiler is asked to look from outside.
  @Test func `they compile in another package`() throws {
    let modules = try #require(Self.modules)
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments =
      ["swiftc", "-typecheck", "-package-name", "stranger", "-swift-version", "6"]
      + ["-I", modules.path] + Self.cModules.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
      + [Self.story.path]
    let complaints = Pipe()
    compiler.standardError = complaints
    try compiler.run()
    let text = String(
      decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    compiler.waitUntilExit()
    #expect(compiler.terminationStatus == 0, "\(text)")
  }

  /// Where this build has its compiled modules: beside the tests that are running.
  private static var modules: URL? {
    let build = repository.appendingPathComponent(".build")
    let folders = ["debug", "release"].map { build.appendingPathComponent("\($0)/Modules") }
    return folders.first {
      FileManager.default.fileExists(atPath: $0.appendingPathComponent("JOSE.swiftmodule").path)
    }
  }

  /// swift-crypto's C modules, which `JOSE` stands on.
  private static var cModules: [String] {
    let sources = repository.appendingPathComponent(".build/checkouts/swift-crypto/Sources")
    return ["CCryptoBoringSSL", "CCryptoBoringSSLShims", "CXKCP", "CXKCPShims"].map {
      sources.appendingPathComponent("\($0)/include/module.modulemap").path
    }
  }
}
