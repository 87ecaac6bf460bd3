// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A room of the house: a module of ours, with the rooms below it that it may use.
func room(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of a room, in `Tests/<room>Tests`.
func tests(of room: String, with others: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(room)Tests",
    dependencies: [.target(name: room)] + others,
    swiftSettings: strict
  )
}

// docs/architecture.md says what each room is and why each dependency is there.
let package = Package(
  name: "tweetup",
  products: [
    .executable(name: "tweetup", targets: ["tweetup"]),
    // For the packages in Benchmarks/ and Fuzz/.
    .library(name: "Diagnostics", targets: ["Diagnostics"]),
    .library(name: "Markdown", targets: ["Markdown"]),
    .library(name: "Templates", targets: ["Templates"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CCmark",
      pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]
    ),
    .systemLibrary(
      name: "CYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .target(name: "CArena"),
    .target(name: "CHeap"),
    room("Diagnostics"),
    tests(of: "Diagnostics"),
    room("Parallel", uses: ["CHeap"]),
    tests(of: "Parallel"),
    room("HTML"),
    tests(of: "HTML"),
    room("YAML", uses: ["CYAML", "Diagnostics"]),
    tests(of: "YAML", with: ["Diagnostics"]),
    room("Markdown", uses: ["CCmark", "CArena", "Diagnostics", "HTML"]),
    tests(of: "Markdown", with: ["Diagnostics", "HTML", "TestSupport"]),
    room("Calendar", uses: ["Diagnostics"]),
    tests(of: "Calendar", with: ["TestSupport"]),
    room("Feeds", uses: ["Calendar", "HTML"]),
    tests(of: "Feeds", with: ["Calendar", "TestSupport"]),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    room("Templates", uses: ["Diagnostics", "HTML"]),
    tests(of: "Templates", with: ["Diagnostics", "HTML", "TestSupport"]),
    room("Content", uses: ["Calendar", "Diagnostics", "Parallel", "YAML"]),
    tests(of: "Content", with: ["Calendar", "Diagnostics"]),
    room(
      "Publishing",
      uses: [
        "Calendar", "Content", "Diagnostics", "Feeds", "HTML", "Markdown", "Parallel", "Templates",
      ]
    ),
    tests(
      of: "Publishing",
      with: ["Calendar", "Content", "Diagnostics", "Templates", "TestSupport"]
    ),
    room("Importing", uses: ["Calendar", "Content", "Diagnostics", "Markdown", "YAML"]),
    tests(
      of: "Importing",
      with: [
        "Calendar", "Content", "Diagnostics", "Markdown", "Publishing", "TestSupport", "YAML",
      ]
    ),
    .executableTarget(
      name: "tweetup",
      dependencies: [
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        "Calendar", "Content", "Diagnostics", "Feeds", "Importing", "Markdown", "Publishing",
        "Templates",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: ["TestSupport", "tweetup"],
      swiftSettings: strict
    ),
  ]
)
