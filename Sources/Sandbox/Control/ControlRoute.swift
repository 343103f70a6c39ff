import Model
import RawAPI

/// What a route has to work with.
struct ControlRequest {
  var form: ControlForm
  /// The number in the path.
  let argument: Int?
  let query: [(name: String, value: String)]

  /// A number of the query.
  func number(_ name: String, default value: Int, in range: ClosedRange<Int>) throws(ControlError)
    -> Int
  {
    guard let text = query.first(where: { $0.name == name })?.value else { return value }
    guard let number = Int(text), range.contains(number) else {
      throw ControlError(
        "bad_value",
        "\"\(name)\" has to be a number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  func checkQuery(_ known: [String]) throws(ControlError) {
    for (name, _) in query where !known.contains(name) {
      throw ControlError(
        "unknown_field",
        "There is no \"\(name.prefix(60))\" in this query"
          + Suggestion.clause(for: name, among: known)
          + (known.isEmpty ? "" : " Known: \(known.joined(separator: ", "))."))
    }
  }
}

/// One thing that the control port does.
struct ControlRoute: Sendable {
  typealias Act =
    @Sendable (ControlServer, inout ControlRequest) async throws(ControlError) -> JSONValue

  let method: String
  /// `/faults/*`: with a number at the end.
  let path: String
  let summary: String
  var status = 200
  /// Fields of the query.
  var query: [String] = []
  let act: Act

  init(
    _ method: String, _ path: String, _ summary: String, status: Int = 200, query: [String] = [],
    act: @escaping Act
  ) {
    self.method = method
    self.path = path
    self.summary = summary
    self.status = status
    self.query = query
    self.act = act
  }

  static let all: [ControlRoute] = [index] + faults + blows + people + reports

  /// The route of a request, with the number in its path.
  static func find(_ call: HTTPCall) throws(ControlError) -> (ControlRoute, Int?) {
    let (path, argument) = split(call.path)
    let here = all.filter { $0.path == path }
    guard let route = here.first(where: { $0.method == call.method }) else {
      guard here.isEmpty else {
        let allowed = here.map(\.method).joined(separator: ", ")
        throw ControlError(
          405, "wrong_method", "\(call.path) takes \(allowed), not \(call.method.prefix(20)).",
          headers: [("Allow", allowed)])
      }
      throw ControlError(
        404, "unknown_path",
        "There is nothing at \(call.path.prefix(80))"
          + Suggestion.clause(for: call.path, among: all.map(\.path)) + " GET / lists all there is."
      )
    }
    let request = ControlRequest(form: try ControlForm([]), argument: nil, query: call.query)
    try request.checkQuery(route.query)
    return (route, argument)
  }

  private static func split(_ path: String) -> (path: String, argument: Int?) {
    guard let slash = path.lastIndex(of: "/"), let number = Int(path[path.index(after: slash)...])
    else { return (path, nil) }
    return (String(path[...slash]) + "*", number)
  }

  static let done = JSONValue.object([.init("ok", .bool(true))])

  private static let index = ControlRoute("GET", "/", "all of this") {
    _, request throws(ControlError) in
    try request.form.finish()
    return .array(
      all.map {
        .object([
          .init("method", .string($0.method)), .init("path", .string($0.path)),
          .init("what", .string($0.summary)),
        ])
      })
  }
}
