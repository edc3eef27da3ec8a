// swift-tools-version:6.2
import PackageDescription

// Fuzz targets for libFuzzer, in a package of their own: they only link when everything is built for it.
let package = Package(
    name: "fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "lotse", path: "..")],
    targets: [
        .executableTarget(
            name: "AnalyzerFuzz",
            dependencies: [.product(name: "GermanText", package: "lotse"), .product(name: "Xapian", package: "lotse")],
            // libFuzzer brings the main function.
            swiftSettings: [.unsafeFlags(["-parse-as-library"])])
    ]
)
