// swift-tools-version: 6.2
import PackageDescription

// The modules are built here once more, from the same sources: instrumented, and with their insides
// open (what hostile bytes meet first is seldom their API).

let instrumented = SwiftSetting.unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing"])

/// - Parameter only: of the module's sources these, which need no further package; nil: all.
func module(
  _ name: String, uses: [String] = [], excluding: [String] = [],
  only: [String]? = nil
) -> Target {
  .target(
    name: name, dependencies: uses.map { .target(name: $0) }, path: "Modules/\(name)",
    exclude: excluding, sources: only,
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
    cxxSettings: [.unsafeFlags(["-fsanitize=fuzzer-no-link,address"])],
    linkerSettings: [.linkedLibrary(library)])
}

let package = Package(
  name: "fuzzing",
  targets: [
    systemLibrary("CCrypto", links: "crypto"),
    systemLibrary("CLua", links: "lua5.4"),
    systemLibrary("CRE2", links: "re2"),
    systemLibrary("CZlib", links: "z"),
    module("Model"),
    module("TL"),
    module("TelegramSchema", uses: ["TL"], excluding: ["Definitions"]),
    module("Cryptography", uses: ["CCrypto"]),
    module("MTProto", uses: ["CZlib", "Cryptography", "TL", "TelegramSchema"]),
    module("RawAPI", uses: ["Model", "TL", "TelegramSchema"]),
    module("Scripting", uses: ["CLua", "Model"]),
    module("Rules", uses: ["CRE2", "Cryptography", "Model", "Scripting"]),
    .target(
      name: "CLuaReference", path: "CLuaReference", linkerSettings: [.linkedLibrary("lua5.4")]),
    module("Markup", uses: ["Model"]),
    module(
      "Telegram", uses: ["Cryptography", "MTProto", "Model", "TelegramSchema"],
      only: [
        "Calls/TelegramError.swift", "Files/CDNCopy.swift", "Files/FileKind.swift",
        "Files/OggOpus.swift", "Files/SafeFileName.swift", "Files/Waveform.swift", "Proxy",
        "Session",
      ]),
    module(
      "Sandbox", uses: ["Cryptography", "MTProto", "Markup", "Model", "TL", "TelegramSchema"],
      only: ["Gateway", "Population", "Wire", "World"]),
    // The program's own error type wants its command line; for reading `.env` files another one does.
    .target(
      name: "Settings", path: ".",
      sources: ["Modules/understudy/Setup/DotEnv.swift", "Sources/Settings/CommandError.swift"],
      swiftSettings: [instrumented]),
    module("SchemaGenerator"),
    .target(
      name: "OggSample", path: "OggSample",
      swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")]),
    .target(
      name: "SchemaFilling", dependencies: ["SchemaGenerator", "TL"], path: "SchemaFilling",
      swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")]),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "CLuaReference", "CZlib", "Cryptography", "MTProto", "Markup", "Model", "OggSample",
        "RawAPI", "Rules", "Sandbox", "SchemaFilling", "SchemaGenerator", "Scripting", "Settings",
        "TL",
        "Telegram", "TelegramSchema",
      ],
      swiftSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])],
      // Not gold, which fails over what the sanitizers bring along.
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
  ],
  swiftLanguageModes: [.v6], cxxLanguageStandard: .cxx17
)
