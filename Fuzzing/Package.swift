// swift-tools-version: 6.2
import PackageDescription

// The modules are built here once more, from the same sources: instrumented, and with their insides
// open (what hostile bytes meet first is seldom their API).

let instrumented = SwiftSetting.unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing"])

func module(_ name: String, uses: [String] = [], excluding: [String] = []) -> Target {
  .target(
    name: name, dependencies: uses.map { .target(name: $0) }, path: "Modules/\(name)",
    exclude: excluding,
    swiftSettings: [
      instrumented,
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ])
}

func systemLibrary(_ name: String, links library: String) -> Target {
  .target(
    name: name, path: "Modules/\(name)",
    cSettings: [.unsafeFlags(["-fsanitize=fuzzer-no-link,address"])],
    linkerSettings: [.linkedLibrary(library)])
}

let package = Package(
  name: "fuzzing",
  targets: [
    systemLibrary("CCrypto", links: "crypto"),
    systemLibrary("CLua", links: "lua5.4"),
    systemLibrary("CZlib", links: "z"),
    module("Model"),
    module("TL"),
    module("TelegramSchema", uses: ["TL"], excluding: ["Definitions"]),
    module("Cryptography", uses: ["CCrypto"]),
    module("MTProto", uses: ["CZlib", "Cryptography", "TL", "TelegramSchema"]),
    module("RawAPI", uses: ["Model", "TL", "TelegramSchema"]),
    module("Scripting", uses: ["CLua", "Model"]),
    module("SchemaGenerator"),
    .target(
      name: "CLuaReference", path: "CLuaReference", linkerSettings: [.linkedLibrary("lua5.4")]),
    .target(
      name: "SchemaFilling", dependencies: ["SchemaGenerator", "TL"], path: "SchemaFilling",
      swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")]),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "CLuaReference", "CZlib", "Cryptography", "MTProto", "RawAPI", "SchemaFilling",
        "SchemaGenerator", "TL",
        "Scripting", "TelegramSchema",
      ],
      swiftSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])],
      // Not gold, which fails over what the sanitizers bring along.
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
  ],
  swiftLanguageModes: [.v6]
)
