import Model
import Scripting

/// What a function asks the host for, carried out with no Lua on the stack.
extension RuleRun {
  func perform(_ strand: inout RunStrand, _ progress: RunProgress) async throws -> EncodedValues {
    let call = strand.request.call
    progress.change { $0.lastCall = call }
    switch call.function {
    case "task.sleep":
      let duration = call[0].duration ?? .zero
      strand.elapsed += duration
      // A run that means to wait longer than it may is not waited for.
      if strand.elapsed > set.limits.deadline { throw RunStrand.Over.late }
      try await host.sleep(for: duration)
      return EncodedValues([])
    case "task.all", "task.race": return try await fork(&strand, progress)
    case "ai.complete":
      guard let request = CompletionRequest(call) else { return EncodedValues([]) }
      let earlier = try await history(request.history)
      let persona = request.persona.flatMap { set.book.personas[$0] }?
        .chosen(for: subject.chat, account: subject.account).filled(for: subject.owner)
      let completion = try await host.complete(
        request.textRequest(for: subject.input, persona: persona, earlier: earlier),
        for: asker(call))
      return EncodedValues([.string(completion.text)])
    case _ where AskingCall.isOne(call): return try await inquire(call, progress)
    case _ where WebCall.isOne(call): return try await visit(call, progress)
    case MethodCall.name:
      let (values, note) = try await MethodCall(call, allowed: set.book.account.methods).perform(
        host)
      // What others wrote may stand in it.
      let texts = values.flatMap(\.texts).filter { $0.count >= 12 }.prefix(500)
      progress.change {
        $0.notes.append(note)
        $0.contactTexts.add(texts)
      }
      return EncodedValues(values)
    case _ where StateCall.isOne(call): return try await keep(call, progress)
    case _ where MemoryCall.isOne(call): return try await recall(call, progress)
    case RuleEnvironment.repliedCall:
      let message = try await replied()
      if let message, !message.isOutgoing {
        progress.change { $0.contactTexts.add([message.text]) }
      }
      return ScriptView.replied(message)
    default:
      let count = RuleEnvironment.plainArguments(call).first?.integer ?? 0
      let messages = try await history(Int(count))
      let theirs = messages.filter { !$0.isOutgoing }
        .flatMap { [$0.text] + ($0.transcript.map { [$0.text] } ?? []) }
      progress.change { $0.contactTexts.add(theirs) }
      return ScriptView.earlier(messages)
    }
  }

  private func asker(_ call: HostCall) -> String { "\(subject.id) by \(call.function)" }

  private func inquire(_ call: HostCall, _ progress: RunProgress) async throws -> EncodedValues {
    let asking = try AskingCall(call, step: stepInput(progress.current))
    let earlier = try await history(asking.request.history)
    var request = asking.request.textRequest(for: subject.input, persona: nil, earlier: earlier)
    request.temperature = 0
    let value = try asking.value(of: try await host.complete(request, for: asker(call)).text)
    // What was found in a contact's words is still theirs.
    progress.change { $0.contactTexts.add(value.texts) }
    return EncodedValues([value])
  }

  private func visit(_ call: HostCall, _ progress: RunProgress) async throws -> EncodedValues {
    var web = try progress.change { try $0.web.begin() }
    // Also if it fails: what went out may turn up in a note.
    defer { progress.change { $0.web.learn(from: web) } }
    let (value, note) = try await web.perform(
      WebCall(call), allowed: set.book.account.http, host: host)
    progress.change { $0.notes.append(note) }
    return EncodedValues([value])
  }

  private func keep(_ call: HostCall, _ progress: RunProgress) async throws -> EncodedValues {
    let call = try StateCall(call, subject: subject)
    let isMissing = progress.change { $0.state.isMissing(for: call) }
    var found = StateTable.Found()
    if isMissing.entry { found.entry = .some(try await host.state(call.key)) }
    if isMissing.usage { found.usage = try await host.stateUsage(of: call.key.scope) }
    // Branches of the run may have come in between: what they changed counts.
    let value = try progress.change { progress in
      let (value, note) = try progress.state.perform(call, found)
      if let note { progress.notes.append(note) }
      return value
    }
    return EncodedValues([value])
  }

  private func recall(_ call: HostCall, _ progress: RunProgress) async throws -> EncodedValues {
    guard let input = subject.input else { return EncodedValues([.nil]) }
    let asked = try MemoryCall(call, input: input)
    let memories = try await host.recall(asked.question)
    progress.change { progress in
      progress.contactTexts.add(memories.filter { !$0.isOutgoing }.map(\.text))
      progress.notes.append("\(asked.shown): \(memories.count) found")
    }
    return ScriptView.memories(memories)
  }

  /// The message that the one at hand answers, if it is stored.
  private func replied() async throws -> Message? {
    guard let input = subject.input, let id = input.message.replyTo, id < .max else { return nil }
    return try await host.history(of: input.chat.id, limit: 1, before: id + 1)
      .first { $0.id == id }
  }

  /// Oldest first, up to the message itself.
  func history(_ count: Int) async throws -> [Message] {
    guard count > 0, let input = subject.input else { return [] }
    return try await host.history(of: input.chat.id, limit: count, before: input.message.id)
      .sorted { $0.id < $1.id }.suffix(count)
  }
}
