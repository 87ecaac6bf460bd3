// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds tweetup builds its benchmarks.
let package = Package(
  name: "MarkdownBenchmark",
  dependencies: [.package(name: "tweetup", path: "../..")],
  targets: [
    .target(name: "CBaseline", linkerSettings: [.linkedLibrary("cmark")]),
    .executableTarget(
      name: "MarkdownBenchmark",
      dependencies: [
        "CBaseline",
        .product(name: "Diagnostics", package: "tweetup"),
        .product(name: "Markdown", package: "tweetup"),
      ]
    ),
  ]
)
