// swift-tools-version: 6.2
import PackageDescription

// What is measured is `package` API, which no other package sees. So the modules are built here once
// more, from the same sources, as this package's own.

func module(
  _ name: String, uses: [String] = [], products: [Target.Dependency] = [],
  excluding: [String] = []
) -> Target {
  .target(
    name: name, dependencies: uses.map { .target(name: $0) } + products, path: "Modules/\(name)",
    exclude: excluding,
    swiftSettings: [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ])
}

func systemLibrary(_ name: String, links libraries: String...) -> Target {
  .target(
    name: name, path: "Modules/\(name)",
    linkerSettings: libraries.map { .linkedLibrary($0) })
}

let nio: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOPosix", package: "swift-nio"),
]
let nioHTTP = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")

let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    systemLibrary("CCrypto", links: "crypto"),
    systemLibrary("CZlib", links: "z"),
    systemLibrary("CCurl", links: "curl"),
    systemLibrary("CLua", links: "lua5.4"),
    systemLibrary("CQRCode", links: "qrencode"),
    systemLibrary("CEdit", links: "edit"),
    systemLibrary("CRE2", links: "re2"),
    systemLibrary("CShippedRules"),
    systemLibrary("CMemory"),
    module("Model"),
    module("TL"),
    module("TelegramSchema", uses: ["TL"], excluding: ["Definitions"]),
    module("SchemaGenerator"),
    module("Cryptography", uses: ["CCrypto"]),
    module("MTProto", uses: ["CZlib", "Cryptography", "TL", "TelegramSchema"]),
    module("Fetch", uses: ["CCurl"]),
    module("Markup", uses: ["Model"]),
    module("Scripting", uses: ["CLua", "Model"]),
    .target(
      name: "CLuaReference", path: "CLuaReference", linkerSettings: [.linkedLibrary("lua5.4")]),
    // A decision written by hand in C, to compare ours with.
    .target(name: "CDecision", path: "CDecision", linkerSettings: [.linkedLibrary("lua5.4")]),
    module("Store", uses: ["Cryptography", "Model"], products: [grdb, grdbSQLite]),
    module(
      "Telegram", uses: ["Cryptography", "MTProto", "Model", "TL", "TelegramSchema"],
      products: nio + [logging]),
    module("RawAPI", uses: ["Model", "TL", "TelegramSchema"]),
    module("Providers", uses: ["Fetch", "Model"]),
    module("Rules", uses: ["CRE2", "Cryptography", "Model", "Scripting"]),
    module("Engine", uses: ["Model", "Rules", "Store"], products: [lifecycle, logging]),
    module(
      "Sandbox",
      uses: ["Cryptography", "MTProto", "Markup", "Model", "RawAPI", "TL", "TelegramSchema"],
      products: nio + [nioHTTP, logging]),
    // Random values of the whole layer, which the tests use, too.
    .target(
      name: "SchemaFilling", dependencies: ["SchemaGenerator", "TL"],
      path: "TestModules/SchemaFilling"),
    // The program, for what is measured from outside.
    .executableTarget(
      name: "understudy",
      dependencies: [
        "CEdit", "CMemory", "CQRCode", "CShippedRules", "Cryptography", "Engine", "Fetch",
        "MTProto",
        "Markup", "Model", "Providers", "RawAPI", "Rules", "Sandbox", "Store", "TL",
        "TelegramSchema",
        "Telegram", argumentParser, lifecycle, logging,
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ], path: "Modules/understudy",
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ]),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "CDecision", "CLuaReference", "Cryptography", "Engine", "MTProto", "Model", "Rules",
        "Sandbox",
        "SchemaFilling",
        "SchemaGenerator", "Scripting", "Store", "TL", "Telegram", "TelegramSchema",
        argumentParser, grdb, logging,
      ]),
  ],
  swiftLanguageModes: [.v6], cxxLanguageStandard: .cxx17
)
