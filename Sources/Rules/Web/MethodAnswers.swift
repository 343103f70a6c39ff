import Model
import Scripting

/// What a case says that Telegram answers to tg.call, by method.
enum MethodAnswers {
  /// Nil if the value is a table of answers.
  static func complaint(about value: ScriptValue) -> String? {
    guard let table = value.table, table.items.isEmpty else {
      return "must be answers by method, not \(value.shown)"
    }
    for field in table.fields {
      let method = field.key.description
      if let complaint = ValueType.methodComplaint(method) {
        return "names what \(complaint.message)"
      }
      if field.value.table == nil {
        return "of \(method) must be a table, not \(field.value.shown)"
      }
      do throws(GrammarError) {
        _ = try JSONText.encode(field.value)
      } catch {
        return "of \(method) cannot be JSON: \(error.message)"
      }
    }
    return nil
  }

  /// `{ error = "FLOOD_WAIT_17" }` is what Telegram refuses with; all else is its answer.
  static func read(_ value: ScriptValue) -> [String: Result<String, MethodFailure>] {
    var answers: [String: Result<String, MethodFailure>] = [:]
    for field in value.table?.fields ?? [] {
      let method = field.key.description
      if let error = field.value.table?["error"]?.string, field.value.table?.fields.count == 1 {
        answers[method] = .failure(MethodFailure(refusal: error))
      } else if let json = try? JSONText.encode(field.value) {
        answers[method] = .success(json)
      }
    }
    return answers
  }
}
