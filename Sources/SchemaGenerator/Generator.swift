/// Makes all generated Swift from the definitions and the list.
package struct Generator {
  /// A file to write, by its path in the folder of generated code.
  package struct File: Equatable, Sendable {
    package var path: String
    package var text: String
  }

  var api: TypedModel
  var service: TypedModel
  var table: TableText
  var layer: Int

  /// `listFile` is only named in errors.
  package init(api: Schema, service: Schema, list: TypedList, listFile: String) throws {
    guard let layer = api.layer else {
      throw SchemaError(file: "api", "the API's schema has no layer")
    }
    self.layer = layer
    table = try TableText([api, service])
    self.api = try TypedModel(
      api, list: list, all: false, space: "API", methodSpace: "Methods",
      typeIndex: table.typeIndex, file: listFile)
    self.service = try TypedModel(
      service, list: list, all: true, space: "MT", methodSpace: "MT.Methods",
      typeIndex: table.typeIndex, file: listFile)
  }

  package func files() -> [File] {
    [namespaces(), tableFile()] + typeFiles(api) + methodFiles(api) + typeFiles(service)
      + methodFiles(service) + choiceFiles()
  }

  private func namespaces() -> File {
    File(
      path: "Namespaces.swift",
      text: SourceText.file(imports: []) { source in
        source.line("/// Types of the API, layer \(layer).")
        source.block("package enum API") { source in
          source.line("package static var layer: Int32 { \(layer) }")
          source.namespaces(of: api.types.keys, except: api.types)
        }
        source.line()
        source.line("/// Methods of the API, layer \(layer).")
        source.block("package enum Methods") { source in
          source.namespaces(of: api.methods.map(\.name))
        }
        source.line()
        source.line("/// MTProto's own types: key exchange and service messages.")
        source.block("package enum MT") { source in
          source.namespaces(of: service.types.keys, except: service.types)
          source.line("/// MTProto's own methods.")
          source.block("package enum Methods") { source in
            source.namespaces(of: service.methods.map(\.name))
          }
        }
      })
  }

  private func typeFiles(_ model: TypedModel) -> [File] {
    model.sortedTypes.map { type in
      File(
        path: "\(model.space)/\(type.swiftName).swift",
        text: SourceText.file(imports: ["TL"]) { $0.type(type, in: model) })
    }
  }

  private func methodFiles(_ model: TypedModel) -> [File] {
    let groups = Dictionary(grouping: model.methods) { SwiftName.namespace($0.name) ?? "" }
    return groups.sorted { $0.key < $1.key }.map { namespace, methods in
      let path = namespace.isEmpty ? model.methodSpace : "\(model.methodSpace).\(namespace)"
      return File(
        path: "\(model.space)/\(path).swift",
        text: SourceText.file(imports: ["TL"]) { source in
          source.block("extension \(path)") { source in
            for method in methods {
              source.method(method, in: model)
            }
          }
        })
    }
  }

  private func choiceFiles() -> [File] {
    [
      choiceFile(
        "Methods", "Call", api.methodChoices,
        comment: "Any typed method of the API, told by its id: what a server receives.",
        unknown: "A method that has no Swift type."),
      choiceFile(
        "MT.Methods", "Call", service.methodChoices,
        comment: "Any of MTProto's own methods, told by its id.", unknown: nil),
      File(
        path: "API+Types.swift",
        text: SourceText.file(imports: ["TL"]) { $0.typeLookup(api) }),
      choiceFile(
        "MT", "Value", service.typeChoices,
        comment: "A value of any of MTProto's own types, told by its constructor's id.",
        unknown: nil),
    ]
  }

  private func choiceFile(
    _ space: String, _ name: String, _ cases: [Choice], comment: String, unknown: String?
  ) -> File {
    File(
      path: "\(space).\(name).swift",
      text: SourceText.file(imports: ["TL"]) { source in
        source.block("extension \(space)") { source in
          source.choice(name, comment: comment, cases: cases, unknown: unknown)
        }
      })
  }

  private func tableFile() -> File {
    File(
      path: "SchemaTable+Text.swift",
      text: SourceText.file(imports: []) { source in
        source.block("extension SchemaTable") { source in
          source.line("static let count = \(table.index.utf8.count / 17)")
          source.line("static let noType = \(TableText.noType)")
          source.line("static let methods = \(table.methods[0])")
          source.line("static let serviceMethods = \(table.methods[1])")
          source.literal("index", table.index)
          source.literal("programs", table.programs)
          source.literal("definitions", table.definitions)
          source.literal("typeNames", table.typeNames.joined(separator: "\n") + "\n")
        }
      })
  }
}

extension SourceText {
  fileprivate mutating func namespaces(
    of names: some Sequence<String>, except types: [String: TypedType] = [:]
  ) {
    for name in Set(names.compactMap(SwiftName.namespace)).sorted() where types[name] == nil {
      line("package enum \(name) {}")
    }
  }

  /// A static string that keeps its line feeds.
  fileprivate mutating func literal(_ name: String, _ text: String) {
    line("static let \(name): StaticString = ##\"\"\"")
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      line(String(part))
    }
    line("\"\"\"##")
  }
}
