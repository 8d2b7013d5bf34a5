// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "Shop",
  dependencies: [
    .package(url: "https://example.org/stock.git", from: "1.2.0"),
    .package(url: "https://example.org/till.git", .upToNextMajor(from: "2.0.0")),
    .package(url: "https://example.org/tax.git", "1.0.0"..<"1.5.0"),
    .package(path: "../Local"),
  ],
  targets: [.target(name: "Shop", dependencies: ["Stock"])]
)
