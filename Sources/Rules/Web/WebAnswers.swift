import Model
import Scripting

/// What a case says that the web answers, by URL.
enum WebAnswers {
  static let status = KeySpec(
    "status", .integer(100...599), standard: "200", doc: "The status of HTTP.")
  static let body = KeySpec("body", .text(most: 256 << 10), doc: "The body as text.")
  static let json = KeySpec("json", .json, doc: "The body as a value.")
  static let location = KeySpec("location", .text(most: 2000), doc: "Where a redirect leads to.")
  static let spec = TableSpec(
    "answer", doc: "What a URL answers; a text alone is its body.",
    keys: [status, body, json, location])

  /// Nil if the value is a table of answers.
  static func complaint(about value: ScriptValue) -> String? {
    guard let table = value.table, table.items.isEmpty else {
      return "must be answers by URL, not \(value.shown)"
    }
    for field in table.fields {
      let url = field.key.description
      do throws(GrammarError) {
        _ = try WebAddress(url)
      } catch {
        return "names \"\(url.prefix(60))\": \(error.message)"
      }
      if let complaint = answer(field.value).complaint { return "of \(url): \(complaint)" }
    }
    return nil
  }

  /// By URL as it is asked for.
  static func read(_ value: ScriptValue) -> [String: WebResponse] {
    var answers: [String: WebResponse] = [:]
    for field in value.table?.fields ?? [] {
      guard let address = try? WebAddress(field.key.description) else { continue }
      answers[address.url] = answer(field.value).response
    }
    return answers
  }

  private static func answer(
    _ value: ScriptValue
  ) -> (response: WebResponse?, complaint: String?) {
    if let text = value.string {
      return (WebResponse(status: 200, body: Array(text.utf8)), nil)
    }
    guard let table = value.table else { return (nil, "must be a text or a table") }
    let sink = ProblemSink()
    let reader = TableReader(
      table, spec: spec, subject: "the answer",
      lines: LineFinder(place: ScriptLocation(file: "", line: 0), function: "case"), sink: sink)
    if let problem = sink.problems.first {
      return (nil, [problem.message, problem.hint].compactMap(\.self).joined(separator: "; "))
    }
    let json = reader[json].flatMap { try? JSONText.encode($0) }
    var response = WebResponse(
      status: Int(reader[status]?.integer ?? 200),
      body: Array((json ?? reader[body]?.string ?? "").utf8))
    response.headers["location"] = reader[location]?.string
    if json != nil { response.headers["content-type"] = "application/json" }
    return (response, nil)
  }
}
