import Model
import Rules

/// What is remembered in a simulation, of which the engine keeps tables.
struct SimulatedMemory {
  private var facts: [(fact: Memory, expires: Timestamp?)]

  init(_ facts: [(fact: Memory, expires: Timestamp?)] = []) { self.facts = facts }

  mutating func keep(_ plan: Plan, _ input: DecisionInput) {
    for claim in plan.claims {
      guard case .remember(let fact) = claim.action else { continue }
      let person = fact.about == .sender ? input.message.sender : nil
      facts.removeAll { known in
        known.fact.chat == input.chat.id && known.fact.person == person
          && (known.fact.text == fact.text || (fact.name != nil && known.fact.name == fact.name))
      }
      facts.append(
        (
          Memory(
            text: fact.text, at: input.now, chat: input.chat.id, message: input.message.id,
            isFact: true, person: person, name: fact.name),
          fact.ttl.map { input.now.advanced(by: .milliseconds($0)) }
        ))
    }
  }

  /// As the engine answers, but for how well something fits: by how many of the words it has.
  ///
  /// - Parameters:
  ///   - messages: of all chats.
  ///   - policy: of each chat.
  ///   - names: whether a chat goes by this name.
  func recall(
    _ question: MemoryQuestion, messages: [Message], policy: (PeerID) -> MemoryPolicy,
    chat named: (String) -> PeerID?
  ) throws -> [Memory] {
    var only: PeerID?
    if let name = question.only {
      guard let chat = named(name) else {
        throw SimulationError("no chat \(name) is known to this account")
      }
      guard chat == question.here || (policy(chat).shares && policy(question.here).shares) else {
        throw SimulationError(Recollection.unshared(name))
      }
      only = chat
    }
    let alive = facts.filter { $0.expires.map { $0 > question.now } ?? true }.map(\.fact)
    var candidates: [Memory]
    switch question.subject {
    case .person(let person): candidates = alive.filter { $0.person == person }
    case .chat: candidates = alive.filter { $0.person == nil && $0.chat == question.here }
    case .words: candidates = alive + said(messages, question)
    }
    candidates.removeAll { memory in
      (only.map { memory.chat != $0 } ?? false)
        || !MemoryPolicy.allows(memory, here: question.here, policy: policy)
    }
    let ranked = candidates.map { (memory: $0, hits: Self.hits(question, in: $0.text)) }
      .filter { $0.hits > 0 }
    return ranked.sorted { ($1.hits, $1.memory.at) < ($0.hits, $0.memory.at) }
      .prefix(question.limit).map(\.memory)
  }

  private func said(_ messages: [Message], _ question: MemoryQuestion) -> [Memory] {
    messages.filter { message in
      !message.remembered.isEmpty
        && !(message.chat == question.here && message.id >= question.message)
    }.map { message in
      Memory(
        text: message.remembered, at: message.date, chat: message.chat, message: message.id,
        isFact: false, person: message.sender, isOutgoing: message.isOutgoing)
    }
  }

  /// How many of the words it has; 1 where no words are asked for.
  private static func hits(_ question: MemoryQuestion, in text: String) -> Int {
    guard case .words(let wanted) = question.subject else { return 1 }
    let words = TextFolding.words(TextFolding.fold(text))
    return wanted.count { word in
      words.contains { word.isStem ? $0.hasPrefix(word.text) : $0 == word.text }
    }
  }
}
