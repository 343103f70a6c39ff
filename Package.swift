// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of ours; `uses` names the modules strictly below it, `products` the packages'.
func module(
  _ name: String, uses: [String] = [], products: [Target.Dependency] = [],
  excluding: [String] = []
) -> Target {
  .target(
    name: name, dependencies: uses.map { .target(name: $0) } + products, exclude: excluding,
    swiftSettings: strict)
}

/// The C target that gives Swift one system library.
func systemLibrary(_ name: String, links libraries: String...) -> Target {
  .target(
    name: name, cSettings: [.treatAllWarnings(as: .error)],
    linkerSettings: libraries.map { .linkedLibrary($0) })
}

/// The tests of one module.
func tests(
  of name: String, uses: [String] = [], products: [Target.Dependency] = [],
  resources: [Resource] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: ([name] + uses).map { .target(name: $0) } + products,
    resources: resources, swiftSettings: strict)
}

let nio: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOPosix", package: "swift-nio"),
]
let nioHTTP = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
/// SQLite's own interface, in the form that GRDB links.
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "understudy",
  products: [
    .executable(name: "understudy", targets: ["understudy"]),
    .executable(name: "schema", targets: ["schema"]),
    .executable(name: "soak", targets: ["soak"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    // For tests alone.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    // From the bottom up; imports point strictly downward.
    systemLibrary("CCrypto", links: "crypto"),
    systemLibrary("CZlib", links: "z"),
    systemLibrary("CCurl", links: "curl"),
    systemLibrary("CLua", links: "lua5.4"),
    systemLibrary("CQRCode", links: "qrencode"),
    systemLibrary("CEdit", links: "edit"),
    systemLibrary("CRE2", links: "re2"),
    // Not a system library: the files of rules/, compiled in.
    systemLibrary("CShippedRules"),
    // Nor is this one: the C library's functions that Swift does not see.
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
    // Twins and sandbox on one simulated clock; not part of the program.
    module(
      "Simulation",
      uses: [
        "Cryptography", "Engine", "MTProto", "Model", "Rules", "Sandbox", "Store", "Telegram",
      ], products: nio + [grdb, logging]),
    .executableTarget(
      name: "soak", dependencies: ["Model", "Simulation", argumentParser],
      swiftSettings: strict),
    .executableTarget(
      name: "schema", dependencies: ["SchemaGenerator", argumentParser], swiftSettings: strict),
    .executableTarget(
      name: "understudy",
      dependencies: [
        "CEdit", "CMemory", "CQRCode", "CShippedRules", "Cryptography", "Engine", "Fetch",
        "MTProto",
        "Markup", "Model",
        "Providers", "RawAPI", "Rules", "Sandbox", "Store", "TL", "TelegramSchema", "Telegram",
        argumentParser, lifecycle, logging,
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict),
    // What every messenger must keep; the tests of several modules run it.
    .target(
      name: "MessengerContract", dependencies: ["Model"], path: "Tests/MessengerContract",
      swiftSettings: strict),
    tests(of: "Cryptography"),
    tests(
      of: "Engine", uses: ["Cryptography", "MessengerContract", "Model", "Rules", "Store"],
      products: [grdb]),
    tests(of: "Fetch", products: nio + [subprocess]),
    tests(of: "Markup", uses: ["Model"]),
    tests(of: "Model"),
    tests(of: "MTProto", uses: ["CZlib", "Cryptography", "NamedPoints", "TL", "TelegramSchema"]),
    // The numbered points that tests have in their names, held against a page's table.
    .target(name: "NamedPoints", path: "Tests/NamedPoints", swiftSettings: strict),
    tests(of: "Providers", uses: ["Fetch", "Model", "Sandbox"]),
    tests(
      of: "RawAPI", uses: ["Model", "SchemaFilling", "SchemaGenerator", "TL", "TelegramSchema"]),
    tests(of: "Rules", uses: ["Model", "NamedPoints", "Scripting"]),
    tests(
      of: "Sandbox",
      uses: [
        "Cryptography", "Fetch", "MTProto", "Markup", "Model", "OggSample", "RawAPI", "TL",
        "Telegram", "TelegramSchema",
      ],
      products: nio + [subprocess], resources: [.copy("Kurigram"), .copy("Telethon")]),
    tests(of: "SchemaGenerator"),
    .target(
      name: "CLuaReference", path: "Tests/CLuaReference",
      linkerSettings: [.linkedLibrary("lua5.4")]),
    tests(of: "Scripting", uses: ["CLuaReference"], resources: [.copy("RedTeam")]),
    // They start the program, too.
    tests(
      of: "Simulation", uses: ["Cryptography", "Engine", "Model", "Rules", "Store", "soak"],
      products: [subprocess]),
    tests(of: "Store", uses: ["Cryptography", "Model"], products: [grdb]),
    tests(of: "TL"),
    // Values of the whole layer, filled at random; the tests of several modules use them.
    .target(
      name: "SchemaFilling", dependencies: ["SchemaGenerator", "TL"], path: "Tests/SchemaFilling",
      swiftSettings: strict),
    // A voice note, made up.
    .target(name: "OggSample", path: "Tests/OggSample", swiftSettings: strict),
    tests(of: "TelegramSchema", uses: ["SchemaFilling", "SchemaGenerator", "TL"]),
    tests(
      of: "Telegram",
      uses: [
        "Cryptography", "MTProto", "MessengerContract", "Model", "OggSample", "Sandbox", "TL",
        "TelegramSchema",
      ],
      products: nio),
    .testTarget(
      name: "IntegrationTests",
      dependencies: [
        "CMemory", "Cryptography", "Engine", "Fetch", "MTProto", "Model", "RawAPI", "Sandbox",
        "Store", "understudy",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6], cxxLanguageStandard: .cxx17
)
