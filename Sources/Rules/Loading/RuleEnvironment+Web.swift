import Scripting

extension RuleEnvironment {
  func web() -> [HostFunction] {
    ["http.get", "http.post"].map { [board] name in
      HostFunction(name, phase: .run, waits: true) { _ in
        board.step?.subject == nil ? .failure("\(name) is not at hand here") : .wait
      }
    } + [
      HostFunction(MethodCall.name, phase: .run, waits: true) { [board] call in
        guard let step = board.step, step.subject != nil else {
          return .failure("tg.call is not at hand here")
        }
        do throws(GrammarError) {
          _ = try MethodCall(call, allowed: step.methods)
          return .wait
        } catch {
          return .failure(error.description)
        }
      },
      HostFunction("secret", phase: .run) { [board] call in
        guard call.arguments.count == 1, let name = call[0].string, SecretNames.isName(name) else {
          return .failure(#"secret takes a name in capital letters: secret "CRM_TOKEN""#)
        }
        guard let step = board.step, step.subject != nil else {
          return .failure("secret is not at hand here")
        }
        guard step.host.secret(name) != nil else { return .failure(WebVisit.missing(name)) }
        guard let handle = SecretNames.handle(for: name) else {
          return .failure("there are too many secrets")
        }
        return .value(.handle(handle))
      },
      HostFunction("metric", phase: .run) { [board] call in
        guard let name = call[0].string, Self.isMetric(name), call.arguments.count <= 2 else {
          return .failure(
            #"metric takes a name of letters, digits and . _ - signs: metric "orders""#)
        }
        guard board.step?.subject != nil else { return .failure("metric is not at hand here") }
        let amount = call[1].isNil ? 1 : call[1].number ?? .nan
        guard amount.isFinite, abs(amount) <= 1e12 else {
          return .failure("metric counts by a number, not \(call[1].shown)")
        }
        guard board.counted.count < RunBoard.mostNotes else {
          return .failure("metric: more than \(RunBoard.mostNotes) counts in one run")
        }
        board.counted.append((name, amount))
        return .nothing
      },
    ]
  }

  private static func isMetric(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count)
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
  }
}
