import ArgumentParser
import Foundation
import SchemaGenerator

@main
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Keep the TL definitions, and write the Swift made from them.",
    subcommands: [ImportCommand.self, GenerateCommand.self])
}

/// Where the repository holds what the command reads and writes.
struct Layout: ParsableArguments {
  @Option(help: "The repository's root.", completion: .directory)
  var root = "."

  private var module: URL {
    URL(filePath: root, directoryHint: .isDirectory).appending(path: "Sources/TelegramSchema")
  }

  var definitions: URL { module.appending(path: "Definitions") }
  var generated: URL { module.appending(path: "Generated") }
}

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make the compact definitions from the published form.",
    discussion: """
      Examples:
        Scripts/schema import api.tl --layer 229
        Scripts/schema import mtproto.tl --name mtproto
      """)

  @Argument(help: "A file in the published form (.tl).", completion: .file(extensions: ["tl"]))
  var file: String

  @Option(help: "Which schema it is: api or mtproto.")
  var name = "api"

  @Option(help: "The API layer.")
  var layer: Int?

  @OptionGroup var layout: Layout

  func validate() throws {
    guard ["api", "mtproto"].contains(name) else {
      throw ValidationError("--name is api or mtproto, not '\(name)'.")
    }
    guard (name == "api") == (layer != nil) else {
      throw ValidationError("--layer belongs to the API's schema, which needs it.")
    }
  }

  func run() throws {
    let text = try String(contentsOf: URL(filePath: file), encoding: .utf8)
    let schema = try PublishedForm.parse(text, file: file, name: name, layer: layer)
    let target = layout.definitions.appending(path: "\(name).schema")
    try CompactForm.write(schema).write(to: target, atomically: true, encoding: .utf8)
    print("\(target.relativePath): \(schema.definitions.count) definitions")
  }
}

struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write the Swift made from the definitions and typed.txt.")

  @OptionGroup var layout: Layout

  func run() throws {
    let files = try GeneratedCode.make(definitions: layout.definitions)
    let count = try GeneratedCode.write(files, to: layout.generated)
    print("\(layout.generated.relativePath): \(files.count) files, \(count) changed")
  }
}
