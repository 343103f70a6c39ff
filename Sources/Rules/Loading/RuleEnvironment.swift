import Model
import Scripting

/// What rule files find around them: the vocabulary of ``RuleLanguage``, put into force.
struct RuleEnvironment {
  let collector: DeclarationCollector
  let board: RunBoard

  /// The names that rule files find, the same for all of them.
  static let vocabulary: ScriptVocabulary = {
    let environment = RuleEnvironment(
      collector: DeclarationCollector(root: "") { _ in nil }, board: RunBoard())
    return ScriptVocabulary(ScriptEnvironment(functions: environment.functions(), hints: hints))
  }()

  func functions() -> [HostFunction] {
    declarations() + actions() + curves() + [HostFunction.expression(collector.sink)] + [holidays()]
      + PureFunctions.all()
      + asking() + memory() + web()
  }

  /// Of what rule files make and hand on.
  private static let classNames = [
    ScriptClassName.curve, ScriptClassName.days, ScriptClassName.holidays, ScriptClassName.words,
    ScriptClassName.expression, ScriptClassName.secret,
  ]

  func classes() -> [ScriptClass] {
    let records = RuleRecords.described.filter(\.methods.isEmpty)
    return Self.classNames.map { ScriptClass($0) } + [ScriptClass(ActionRequest.shape)]
      + records.map { ScriptClass($0.shape) } + [message(), context()] + stores()
  }

  /// `x.store`, `x.shared` and the `chat` of each.
  private func stores() -> [ScriptClass] {
    [RuleRecords.store, RuleRecords.chatStore, RuleRecords.shared, RuleRecords.chatShared].map {
      spec in
      ScriptClass(
        spec.shape,
        methods: StateMethod.Operation.allCases.map { [board] operation in
          HostFunction(operation.rawValue, phase: .run, waits: true) { call in
            guard let subject = board.step?.subject else {
              return .failure("what rules keep is not at hand here")
            }
            do throws(GrammarError) {
              _ = try StateCall(call, subject: subject)
              return .wait
            } catch {
              return .failure(error.description)
            }
          }
        })
    }
  }

  /// `m`, with what can be called on it.
  private func message() -> ScriptClass {
    ScriptClass(
      RuleRecords.message.shape,
      methods: [
        HostFunction("transcript", phase: .run) { [board] call in
          guard call[0].record?.className == ScriptClassName.message else {
            return .failure("transcript is called on the message: m:transcript()")
          }
          guard let input = board.step?.subject?.input else {
            return .failure("m:transcript is not at hand here")
          }
          if let transcript = input.message.transcript { return .value(.string(transcript.text)) }
          if let why = input.unheard { _ = board.note("m:transcript: \(why)") }
          return .value(.nil)
        },
        HostFunction("replied", phase: .run, waits: true) { [board] call in
          guard call[0].record?.className == ScriptClassName.message else {
            return .failure("replied is called on the message: m:replied()")
          }
          guard let input = board.step?.subject?.input else {
            return .failure("m:replied is not at hand here")
          }
          return input.message.replyTo == nil ? .value(.nil) : .wait
        },
      ])
  }

  static let repliedCall = "\(ScriptClassName.message):replied"

  /// `x`, with what can be called on it.
  private func context() -> ScriptClass {
    ScriptClass(
      RuleRecords.context.shape,
      methods: [
        HostFunction("history", phase: .run, waits: true) { [board] call in
          if let subject = board.step?.subject, subject.input == nil {
            return .failure("x.history: a timer has no chat")
          }
          let count = Self.plainArguments(call).first?.integer
          guard let count, HistoryRequest.range.contains(Int(count)) else {
            return .failure(
              "x.history takes the number of messages, 1 to \(HistoryRequest.range.upperBound)")
          }
          return .wait
        },
        HostFunction("note", phase: .run) { [board] call in
          board.note(Self.line(Self.plainArguments(call)))
            ? .nothing
            : .failure("x.note: more than \(RunBoard.mostNotes) notes in one run")
        },
      ])
  }

  /// Without the object, so that `x.note("...")` and `x:note("...")` are the same.
  static func plainArguments(_ call: HostCall) -> [ScriptValue] {
    call[0].record?.className == ScriptClassName.context
      ? Array(call.arguments.dropFirst()) : call.arguments
  }

  /// What a person reads of values: `log("seen", 3)` gives "seen 3".
  static func line(_ values: [ScriptValue]) -> String {
    values.map { value in
      switch value {
      case .table, .record: LuaText.of(value)
      default: value.string ?? value.shown
      }
    }.joined(separator: " ").shortened(to: 2000)
  }

  private func declarations() -> [HostFunction] {
    RuleLanguage.declarations.map { [collector] spec in
      HostFunction.declaration(spec.name) { call in
        collector.declare(spec, call)
        return .nothing
      }
    } + [
      HostFunction(AccountKeys.spec.name, phase: .load) { [collector] call in
        collector.setAccount(call)
        return .nothing
      }
    ]
  }

  private func curves() -> [HostFunction] {
    let curves = Curve.Shape.allCases.map { [collector] shape in
      HostFunction(shape.rawValue, phase: .load) { call in
        do throws(GrammarError) {
          return .value(try Curve.make(shape, arguments: call.arguments))
        } catch {
          collector.sink.report(error.message, hint: error.hint, at: call.location)
          return .value(0)
        }
      }
    }
    let days = HostFunction("days", phase: .load) { [collector] call in
      let text = call[0].string ?? ""
      do throws(GrammarError) {
        _ = try WeeklyHours.days(parsing: text)
      } catch {
        collector.sink.report(error.message, hint: error.hint, at: call.location)
      }
      return .value(
        .record(
          ScriptRecord(ScriptClassName.days, fields: [.init(name: "text", value: .string(text))])))
    }
    let words = HostFunction("any_word", phase: .load) { [collector] call in
      let words = call.arguments.flatMap(\.list)
      let texts = words.compactMap(\.string).filter(WordPattern.isUsable)
      if words.isEmpty {
        collector.sink.report(
          "any_word takes words and phrases", hint: #"any_word { "money", "bank account" }"#,
          at: call.location)
      }
      collector.checkWords(words, call)
      return .value(
        .record(ScriptRecord(ScriptClassName.words, items: texts.map { .string($0) })))
    }
    return curves + [days, words]
  }

  private func fork(_ name: String) -> HostFunction {
    HostFunction(name, phase: .run, forks: true) { [board] _ in
      board.step?.subject == nil ? .failure("\(name) is not at hand here") : .wait
    }
  }

  private func memory() -> [HostFunction] {
    ["memory.search", "memory.about"].map { [board] name in
      HostFunction(name, phase: .run, waits: true) { call in
        guard let subject = board.step?.subject else {
          return .failure("\(name) is not at hand here")
        }
        guard let input = subject.input else {
          return .failure("\(name): a timer has no chat, and memory is a chat's own")
        }
        do throws(GrammarError) {
          _ = try MemoryCall(call, input: input)
          return .wait
        } catch {
          return .failure(error.description)
        }
      }
    }
  }

  private func asking() -> [HostFunction] {
    [
      HostFunction("ai.complete", phase: .run, waits: true) { [board] call in
        guard let step = board.step else { return .failure("ai.complete is not at hand here") }
        if let complaint = CompletionRequest.complaint(about: call, step: step) {
          return .failure(complaint)
        }
        return .wait
      }
    ]
      + ["ai.classify", "ai.extract"].map { [board] name in
        HostFunction(name, phase: .run, waits: true) { call in
          guard let step = board.step, step.subject != nil else {
            return .failure("\(name) is not at hand here")
          }
          do throws(GrammarError) {
            _ = try AskingCall(call, step: step)
            return .wait
          } catch {
            return .failure(error.description)
          }
        }
      } + [
        HostFunction("task.sleep", phase: .run, waits: true) { call in
          guard let duration = call[0].duration, duration <= .seconds(120) else {
            return .failure(#"task.sleep takes a time up to two minutes: task.sleep "2s""#)
          }
          return .wait
        },
        fork("task.all"), fork("task.race"),
        HostFunction("log", phase: .run) { [board] call in
          board.log(Self.line(call.arguments))
          return .nothing
        },
      ]
  }
}
