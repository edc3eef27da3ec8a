// swift-tools-version:6.2
import PackageDescription

// CI sets LOTSE_STRICT so that a warning in our own targets fails there, while a newer compiler's new warning does
// not keep a user from building.
let strict = Context.environment["LOTSE_STRICT"] == "1"
let swiftSettings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ] + (strict ? [.treatAllWarnings(as: .error)] : [])

let package = Package(
    name: "lotse",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Xapian", targets: ["Xapian"]),
        .library(name: "GermanText", targets: ["GermanText"]),
        .library(name: "Lotse", targets: ["Lotse"]),
        .library(name: "LotseClient", targets: ["LotseClient"]),
        .executable(name: "lotse", targets: ["LotseCommand"]),
        .executable(name: "lotsed", targets: ["lotsed"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", "3.12.0"..<"5.0.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Xapian: a C++ library behind a pure C header, and its Swift wrapper.
        .systemLibrary(name: "CXapianCore", pkgConfig: "xapian-core", providers: [.apt(["libxapian-dev"])]),
        .target(name: "CXapian", dependencies: ["CXapianCore"]),
        .target(name: "Xapian", dependencies: ["CXapian"], swiftSettings: swiftSettings),

        // Text and queries: neither knows an index.
        .target(name: "GermanText", swiftSettings: swiftSettings),
        .target(name: "QuerySyntax", swiftSettings: swiftSettings),

        // Files to documents.
        .systemLibrary(
            name: "CMarkdown", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CHTML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(
            name: "LotseCorpus",
            dependencies: [
                "CMarkdown", "CHTML",
                .product(name: "Yams", package: "Yams"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: swiftSettings
        ),

        // The engine, and what stands around it.
        .target(
            name: "Lotse",
            dependencies: [
                "Xapian", "GermanText", "QuerySyntax", "LotseCorpus", "LotseAPI",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(name: "LotseAPI", swiftSettings: swiftSettings),
        .target(
            name: "LotseClient",
            dependencies: [
                "LotseAPI",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "LotseDaemon",
            dependencies: [
                "LotseAPI",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: swiftSettings
        ),
        .executableTarget(
            name: "lotsed",
            dependencies: [
                "Lotse", "LotseAPI", "LotseDaemon",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: swiftSettings
        ),
        .executableTarget(
            name: "LotseCommand",
            dependencies: [
                "Lotse", "LotseAPI", "LotseClient",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
            ],
            swiftSettings: swiftSettings
        ),

        // Tests, one target for each room.
        .target(name: "LotseTestSupport", path: "Tests/LotseTestSupport", swiftSettings: swiftSettings),
        .testTarget(
            name: "XapianTests", dependencies: ["Xapian", "LotseTestSupport"], swiftSettings: swiftSettings),
        .testTarget(name: "GermanTextTests", dependencies: ["GermanText", "Xapian"], swiftSettings: swiftSettings),
        .testTarget(name: "QuerySyntaxTests", dependencies: ["QuerySyntax"], swiftSettings: swiftSettings),
        .testTarget(name: "LotseCorpusTests", dependencies: ["LotseCorpus"], swiftSettings: swiftSettings),
        .testTarget(
            name: "LotseTests",
            dependencies: [
                "Lotse", "LotseAPI", "LotseCorpus", "GermanText", "Xapian", "LotseTestSupport",
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
            ],
            swiftSettings: swiftSettings),
        .testTarget(name: "LotseAPITests", dependencies: ["LotseAPI"], swiftSettings: swiftSettings),
        .testTarget(
            name: "LotseDaemonTests",
            dependencies: [
                "LotseAPI", "LotseDaemon", "LotseTestSupport",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "LotseClientTests",
            dependencies: [
                "LotseAPI", "LotseClient", "LotseDaemon",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "LotseCommandTests",
            dependencies: [
                "LotseCommand", "Lotse", "LotseAPI", "LotseTestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["LotseCommand", "lotsed", "LotseClient", "LotseAPI", "LotseTestSupport"],
            swiftSettings: swiftSettings),
    ],
    cxxLanguageStandard: .cxx17
)
