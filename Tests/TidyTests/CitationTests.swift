import Foundation
import Testing

/// Whatever is cited is there, under that number.
struct CitationTests {
  private static let texts: [String] = {
    let paths = ["Sources", "Assets"].flatMap { folder in
      let url = SourceFile.repository.appendingPathComponent(folder)
      let all = (try? FileManager.default.subpathsOfDirectory(atPath: url.path)) ?? []
      return all.sorted().map { "\(folder)/\($0)" }
    }
    return (paths + ["README.md"]).filter { path in
      [".swift", ".yaml", ".md", ".c", ".h"].contains { path.hasSuffix($0) }
    }
  }()

  @Test(arguments: texts) func `every cited section is one of its specification`(path: String)
    throws
  {
    let text = try SourceFile(path).lines.map { line in
      line.trimmingCharacters(in: .whitespaces).replacing(#/^(///?|#|" ?\+? ?")\s*/#, with: "")
    }.joined(separator: " ")
    for match in text.matches(
      of:
        #/(RFC \d+(?:bis)?|OpenID Connect [A-Za-z -]+1\.0|FAPI 2\.0|SP 800-63B-4),? ((?:§\d[\d.]*(?:, | and )?)+)/#
    ) {
      let known = Citations.sections[String(match.1)] ?? [:]
      for section in match.2.matches(of: #/§(\d[\d.]*\d|\d)/#) {
        #expect(known[String(section.1)] != nil, "\(path): \(match.1) §\(section.1)")
      }
    }
    for match in text.matches(of: #/ASVS (?:(\d\.\d) )?(\d+\.\d+\.\d+)/#) {
      let known = Citations.sections["ASVS 5.0"] ?? [:]
      #expect(match.1 == "5.0", "\(path): ASVS \(match.2) without its version")
      #expect(known[String(match.2)] != nil, "\(path): ASVS \(match.2)")
    }
    #expect(!text.contains("OpenID Connect Core §"), "\(path): without its version")
  }
}
