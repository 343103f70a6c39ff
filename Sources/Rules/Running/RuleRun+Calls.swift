import Model
import Scripting

/// What a function asks the host for, carried out with no Lua on the stack.
extension RuleRun {
  func perform(_ call: HostCall, _ progress: inout Progress) async throws -> EncodedValues {
    switch call.function {
    case "task.sleep":
      let duration = call[0].duration ?? .zero
      progress.slept += duration
      // A run that means to wait longer than it may is not waited for.
      if progress.slept > limits.deadline { throw DeadlinePassed() }
      try await host.sleep(for: duration)
      return EncodedValues([])
    case "ai.complete":
      guard let request = CompletionRequest(call) else { return EncodedValues([]) }
      let earlier = try await history(request.history)
      let persona = request.persona.flatMap { book.personas[$0] }?.filled(for: subject.owner)
      let completion = try await host.complete(
        request.textRequest(for: subject.input, persona: persona, earlier: earlier))
      return EncodedValues([.string(completion.text)])
    case _ where AskingCall.isOne(call):
      let asking = try AskingCall(call, step: stepInput(progress))
      let earlier = try await history(asking.request.history)
      var request = asking.request.textRequest(for: subject.input, persona: nil, earlier: earlier)
      request.temperature = 0
      let value = try asking.value(of: try await host.complete(request).text)
      // What was found in a contact's words is still theirs.
      progress.contactTexts += value.texts
      return EncodedValues([value])
    case _ where WebCall.isOne(call):
      let (value, note) = try await progress.web.perform(
        WebCall(call), allowed: book.account.http, host: host)
      progress.notes.append(note)
      return EncodedValues([value])
    case _ where StateCall.isOne(call):
      let (value, note) = try await progress.state.perform(
        StateCall(call, subject: subject), host: host)
      if let note { progress.notes.append(note) }
      return EncodedValues([value])
    default:
      let count = RuleEnvironment.plainArguments(call).first?.integer ?? 0
      let messages = try await history(Int(count))
      progress.contactTexts += messages.filter { !$0.isOutgoing }.map(\.text)
      return ScriptView.earlier(messages)
    }
  }

  /// Oldest first, up to the message itself.
  private func history(_ count: Int) async throws -> [Message] {
    guard count > 0, let input = subject.input else { return [] }
    return try await host.history(of: input.chat.id, limit: count, before: input.message.id)
      .sorted { $0.id < $1.id }.suffix(count)
  }
}
