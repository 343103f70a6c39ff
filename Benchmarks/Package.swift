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

func systemLibrary(_ name: String, links library: String) -> Target {
  .target(name: name, path: "Modules/\(name)", linkerSettings: [.linkedLibrary(library)])
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")

let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    systemLibrary("CCrypto", links: "crypto"),
    systemLibrary("CLua", links: "lua5.4"),
    systemLibrary("CRE2", links: "re2"),
    module("Model"),
    module("TL"),
    module("TelegramSchema", uses: ["TL"], excluding: ["Definitions"]),
    module("Cryptography", uses: ["CCrypto"]),
    module("Scripting", uses: ["CLua", "Model"]),
    .target(
      name: "CLuaReference", path: "CLuaReference", linkerSettings: [.linkedLibrary("lua5.4")]),
    module("Store", uses: ["Cryptography", "Model"], products: [grdb]),
    module("Rules", uses: ["CRE2", "Cryptography", "Model", "Scripting"]),
    module("Engine", uses: ["Model", "Rules", "Store"], products: [lifecycle, logging]),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "CLuaReference", "Cryptography", "Engine", "Model", "Rules", "Scripting", "Store", "TL",
        "TelegramSchema",
        .product(name: "ArgumentParser", package: "swift-argument-parser"), grdb,
      ]),
  ],
  swiftLanguageModes: [.v6], cxxLanguageStandard: .cxx17
)
