import CDecision
import Model
import Rules
import Scripting

extension Suite {
  /// Decisions of loaded rule sets, without a store. The script is one Lua call through the embedding,
  /// with a record as argument, which is what no decision that enters Lua can do without.
  static let decisions = Suite(name: "decisions") {
    let call = try emptyCall()
    let few = Decisions(rules: 10)
    let many = Decisions(rules: 1_000)
    return [
      Contest(
        subject: try few.work("no rule fits, 10 rules", .unmatched), baseline: call),
      Contest(
        subject: try few.work("`act` answers, 10 rules", .act), baseline: call),
      Contest(
        subject: try few.work("`run` answers in Lua, 10 rules", .run), baseline: call),
      Contest(
        subject: try few.work("the same again", .run), baseline: try few.byHand()),
      Contest(
        subject: try many.work("no rule fits, 1,000 rules", .unmatched),
        baseline: try few.work("the same, 10 rules", .unmatched)),
      Contest(
        subject: try many.work("`act` answers, 1,000 rules", .act),
        baseline: try few.work("the same, 10 rules", .act)),
      Contest(
        subject: try many.work("`run` answers in Lua, 1,000 rules", .run),
        baseline: try few.work("the same, 10 rules", .run)),
    ]
  }

  private static func emptyCall() throws -> Work {
    let box = FunctionBox()
    let state = try ScriptState(
      ScriptEnvironment(
        functions: [
          HostFunction("take", phase: .load) { call in
            box.function = call[0].function
            return .nothing
          }
        ], classes: [ScriptClass("message")]))
    try state.load(ScriptSource(name: "empty.lua", text: "take(function(m) return m.text end)"))
    guard let function = box.function else { throw BenchmarkError("the script gave no function") }
    let argument = EncodedValues([
      .record(ScriptRecord("message", fields: [.init(name: "text", value: .string("hi"))]))
    ])
    return Work("one Lua call", unit: .items, amount: 1) { times in
      for _ in 0..<times { try keep(state.start(function, arguments: argument)) }
    }
  }

  private final class FunctionBox {
    var function: FunctionReference?
  }
}

struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
