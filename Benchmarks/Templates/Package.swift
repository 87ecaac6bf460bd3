// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the project doesn't depend on what it is compared with.
let package = Package(
  name: "TemplatesBenchmark",
  dependencies: [
    .package(name: "tweetup", path: "../.."),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    .executableTarget(
      name: "TemplatesBenchmark",
      dependencies: [
        .product(name: "Templates", package: "tweetup"),
        .product(name: "Mustache", package: "swift-mustache"),
      ]
    )
  ]
)
