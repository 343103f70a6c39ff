import Scripting

/// Functions that depend on nothing but their arguments: `text` and `json`.
enum PureFunctions {
  static func all() -> [HostFunction] {
    [
      ofText("text.fold") { .string(TextFolding.fold($0)) },
      ofText("text.words") { .array(TextFolding.words($0).map { .string(String($0)) }) },
      ofText("text.len") { .integer(Int64($0.count)) },
      ofText("text.language") { LanguageGuess.code(of: $0).map { .string($0) } ?? .nil },
      HostFunction("json.encode", phase: .any) { call in
        do throws(GrammarError) {
          return .value(.string(try JSONText.encode(call[0])))
        } catch {
          return .failure("json.encode: \(error.message)")
        }
      },
      HostFunction("json.decode", phase: .any) { call in
        guard let text = call[0].string else { return .failure("json.decode takes a text") }
        do throws(GrammarError) {
          return .value(try JSONText.decode(text))
        } catch {
          return .failure("json.decode: \(error.message)")
        }
      },
    ]
  }

  private static func ofText(
    _ name: String, _ body: @escaping (String) -> ScriptValue
  ) -> HostFunction {
    HostFunction(name, phase: .any) { call in
      guard call.arguments.count == 1, let text = call[0].string else {
        return .failure("\(name) takes one text, not \(call[0].shown)")
      }
      return .value(body(text))
    }
  }
}
