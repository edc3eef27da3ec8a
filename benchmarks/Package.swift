// swift-tools-version:6.2
import PackageDescription

// A package of its own, so that who uses Lotse builds no benchmark.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "lotse", path: "..")],
    targets: [
        .executableTarget(
            name: "analysis",
            dependencies: [.product(name: "GermanText", package: "lotse"), .product(name: "Xapian", package: "lotse")]),
        .executableTarget(name: "adapter", dependencies: [.product(name: "Lotse", package: "lotse")]),
    ]
)
