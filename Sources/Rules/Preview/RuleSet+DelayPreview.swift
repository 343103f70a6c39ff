import Model
import Scripting

extension RuleSet {
  /// Samples a delay as decisions would for so many messages of one chat. The same request gives the
  /// same samples.
  ///
  /// - Throws: ``PreviewError`` for an unknown name, ``RuleProblem`` when the delay's function fails.
  package func preview(
    delay name: String, _ request: DelayPreview.Request
  ) async throws -> DelayPreview {
    guard let curve = book.delays[name] else {
      throw PreviewError(unknown: name, kind: .delay, known: book.delays.keys.sorted())
    }
    var drawn: [DelayCurve.Drawn] = []
    drawn.reserveCapacity(request.samples)
    for number in 0..<request.samples {
      let input = Self.sample(request, number: number)
      let noticed = try await noticed(curve, input)
      var generator = SeededGenerator(
        seeds: request.seed, input.message.chat.marked, Int64(input.message.id), 0)
      drawn.append(
        curve.draw(
          incoming: request.length, outgoing: request.reply, noticed: noticed, using: &generator))
    }
    return DelayPreview(curve, request, drawn: drawn)
  }

  private func noticed(_ curve: DelayCurve, _ input: DecisionInput) async throws -> Double? {
    guard let function = curve.function else { return nil }
    let input = SharedInput(input)
    let run = DelayRun(
      delay: curve, function: function, file: files[function.file], rule: nil, input: input,
      names: book.names, host: NoHost(), budget: limits.run)
    do {
      return try await run(ScriptView(input, book).arguments).seconds
    } catch {
      let failure = RuleFailure(error, place: function.reference.location)
      throw RuleProblem(
        file: failure.place.file, line: failure.place.line,
        message: "delay \"\(curve.name)\": \(failure.message)", traceback: failure.traceback)
    }
  }

  /// A contact's message as one of many.
  private static func sample(_ request: DelayPreview.Request, number: Int) -> DecisionInput {
    let sender = Contact(id: 1000, firstName: "Sample", isContact: true, isMutual: true)
    let words = "all is well here and the scarf is found. "
    var text = String(
      String(repeating: words, count: request.length / words.count + 1).prefix(request.length))
    // Functions may tell questions apart, so every other message is one.
    if !number.isMultiple(of: 2), !text.isEmpty { text = text.dropLast() + "?" }
    let chat = Chat(id: .user(sender.id), kind: .private, title: sender.fullName)
    let message = Message(
      account: AccountID(request.seed), chat: chat.id, id: Int32(clamping: number + 1),
      sender: .user(sender.id), date: Timestamp(seconds: request.now.seconds), text: text)
    return DecisionInput(
      message: message, chat: chat, sender: sender,
      owner: Contact(id: 1, firstName: "Owner", isSelf: true), now: request.now)
  }
}

/// There is no world to ask anything of, and nothing that may ask: functions of delays cannot wait.
private struct NoHost: RuleHost {
  private struct Absent: Error {}

  func complete(_ request: TextRequest, for asker: String) async throws -> TextCompletion {
    throw Absent()
  }
  func history(of chat: PeerID, limit: Int, before: Int32?) async throws -> [Message] { [] }
  func sleep(for duration: Duration) async throws {}
  func claimCount(rule: String, chat: PeerID?, since: Timestamp) async throws -> Int { 0 }
  func log(_ text: String, rule: String) {}
}
