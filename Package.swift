// swift-tools-version: 6.2
import PackageDescription

// Warnings stop the build only where TOKENLAB_STRICT is set (.ci/run sets it), so that a newer
// compiler with a new warning never breaks anybody's build.
let strict = Context.environment["TOKENLAB_STRICT"] != nil
let swiftSettings: [SwiftSetting] =
  strict ? [.treatAllWarnings(as: .error)] : []

func pure(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: swiftSettings)
}

// Whole values that differ, shown line by line; and what makes that fail a Swift Testing run.
let differences: [Target.Dependency] = [
  .product(name: "CustomDump", package: "swift-custom-dump"),
  .product(name: "IssueReportingTestSupport", package: "xctest-dynamic-overlay"),
]

let package = Package(
  name: "tokenlab",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "TokenCore", targets: ["TokenCore"]),
    .library(name: "JOSE", targets: ["JOSE"]),
    .library(name: "Simulation", targets: ["Simulation"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
    .package(url: "https://github.com/pointfreeco/xctest-dynamic-overlay", from: "1.13.1"),
  ],
  targets: [
    pure("TokenCore"),
    pure("Simulation", ["TokenCore"]),
    pure("Soak", ["Simulation", "TokenCore"]),
    pure("Analysis", ["Simulation", "TokenCore"]),
    pure("Canvas"),
    pure("Narrative", ["Analysis", "Simulation", "TokenCore"]),
    pure("LabUI", ["Analysis", "Canvas", "Narrative", "Simulation", "TokenCore"]),
    pure("JOSE", ["TokenCore", .product(name: "Crypto", package: "swift-crypto")]),
    pure("Inspection", ["JOSE", "TokenCore"]),
    .target(
      name: "Assets", path: "Assets", exclude: ["README.md", "Schemas"],
      sources: ["ShippedFiles.swift"], resources: [.embedInCode("Scenarios")],
      swiftSettings: swiftSettings),
    pure(
      "Lessons",
      ["Assets", "Simulation", "TokenCore", .product(name: "Yams", package: "Yams")]),
    .target(
      name: "CTerminal",
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    pure("Terminal", ["CTerminal", "Canvas"]),
    .executableTarget(
      name: "tokenlab",
      dependencies: [
        "Analysis", "Canvas", "Inspection", "JOSE", "LabUI", "Lessons", "Narrative", "Simulation",
        "Soak", "Terminal", "TokenCore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings),
    .executableTarget(
      name: "tokenbench", dependencies: [.product(name: "JWTKit", package: "jwt-kit")],
      path: "Tests/TokenBench", exclude: ["tokenbench.py"], swiftSettings: swiftSettings),
    .target(name: "TestKeys", path: "Tests/TestKeys", swiftSettings: swiftSettings),
    .target(
      name: "TestRuns", dependencies: ["JOSE", "Simulation", "TokenCore"], path: "Tests/TestRuns",
      swiftSettings: swiftSettings),
    .target(
      name: "TestTerminals", path: "Tests/TestTerminals", swiftSettings: swiftSettings),
    tests(
      "InspectTests", ["Inspection", "JOSE", "TestKeys", "TokenCore", "tokenlab"],
      exclude: ["Golden"]),
    tests("TidyTests", []),
    tests("CanvasTests", ["Canvas", "TokenCore"]),
    tests("TerminalTests", ["Canvas", "Terminal", "TestTerminals"]),
    tests("TokenCoreTests", ["TokenCore", "JOSE"] + differences),
    tests("StrangerTests", ["JOSE", "TokenCore"]),
    tests(
      "SimulationTests", ["Simulation", "Soak", "TestRuns", "TokenCore", "JOSE"] + differences),
    tests("SoakTests", ["Simulation", "Soak", "TestRuns", "TokenCore", "JOSE"]),
    tests("AnalysisTests", ["Analysis", "Simulation", "Soak", "TokenCore", "JOSE"]),
    tests(
      "JOSETests",
      ["JOSE", "TestKeys", "TokenCore", .product(name: "JWTKit", package: "jwt-kit")] + differences),
    tests("NarrativeTests", ["Analysis", "JOSE", "Narrative", "Simulation", "Soak", "TokenCore"]),
    tests("LessonsTests", ["Lessons", "Simulation", "Soak", "TokenCore", "JOSE"] + differences),
    tests(
      "LabUITests",
      [
        "Analysis", "Canvas", "JOSE", "LabUI", "Lessons", "Narrative", "Simulation", "TokenCore",
      ] + differences),
    tests(
      "ProgramTests",
      [
        "Canvas", "JOSE", "LabUI", "Lessons", "Narrative", "Simulation", "Soak", "TestTerminals",
        "TokenCore", "tokenlab",
      ],
      exclude: ["Golden"]),
  ]
)

// Fuzz targets, only where TOKENLAB_FUZZ is set: see Tests/Fuzzing/README.md. Their seeds are made
// by the tables of JOSETests, whose files cannot belong to two targets.
if Context.environment["TOKENLAB_FUZZ"] != nil {
  package.targets.removeAll { $0.name == "JOSETests" }
  package.targets += [
    .target(name: "FuzzSupport", dependencies: ["JOSE"], path: "Tests/Fuzzing/Support"),
    .executableTarget(
      name: "FuzzSeeds", dependencies: ["JOSE", "TestKeys", "TokenCore"], path: "Tests",
      exclude: [
        "JOSETests/Catalogue/CatalogueTests.swift"
      ],
      sources: ["Fuzzing/Seeds", "JOSETests/Catalogue", "JOSETests/Fixtures"]),
  ]
  for name in [
    "AccessToken", "JSON", "Base64URL", "Proof", "Keys", "Scenario", "ScenarioString", "TimeSpan",
    "Form",
  ] {
    package.targets.append(
      .executableTarget(
        name: "Fuzz\(name)", dependencies: ["FuzzSupport", "JOSE", "Lessons", "Simulation"],
        path: "Tests/Fuzzing/\(name)"))
  }
}
