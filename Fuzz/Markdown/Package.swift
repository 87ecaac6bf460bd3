// swift-tools-version: 6.2
import PackageDescription

// A library: SwiftPM renames an executable's main, which libFuzzer needs, so `fuzz` links it itself.
let package = Package(
  name: "MarkdownFuzzer",
  products: [.library(name: "MarkdownFuzzer", type: .static, targets: ["MarkdownFuzzer"])],
  dependencies: [.package(name: "tweetup", path: "../..")],
  targets: [
    .target(
      name: "MarkdownFuzzer",
      dependencies: [
        .product(name: "Diagnostics", package: "tweetup"),
        .product(name: "Markdown", package: "tweetup"),
      ]
    )
  ]
)
