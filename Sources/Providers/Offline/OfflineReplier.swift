package import Model
import Synchronization

/// Answers without any provider: with the owner's own words from the most similar exchange of the
/// past, if they can be trusted; else with a short holding form; else not at all.
///
/// The owner's words are used only if several earlier exchanges are very like this one, most of the
/// replies among them say the same, in as many chats as ``EpisodeIndex/Scope`` asks for, and neither
/// side holds a ``Hazard``. The same request, index and seed give the same answer.
package final class OfflineReplier: TextModel {
  package struct Thresholds: Sendable, Hashable {
    /// From which likeness on an earlier exchange counts, 0 to 1.
    package var likeness = 0.6
    /// How many of the likest are heard.
    package var voices = 5
    /// From which likeness on two replies say the same, 0 to 1.
    package var agreement = 0.6
    /// The share of likeness that the agreeing replies must hold, 0 to 1.
    package var majority = 0.6
    /// In characters.
    package var longestQuestion = 400
    /// In characters.
    package var longestReply = 200

    package init() {}
  }

  package let name = "offline"
  private let seed: UInt64
  private let thresholds: Thresholds
  private let episodes: @Sendable (TextRequest) async -> EpisodeIndex
  private let counts = Mutex(OfflineReport())

  /// - Parameter episodes: the exchanges that may be used for this request; the caller sees to it
  ///   that only chats that share their memory are among them.
  package init(
    seed: UInt64, thresholds: Thresholds = Thresholds(),
    episodes: @escaping @Sendable (TextRequest) async -> EpisodeIndex
  ) {
    self.seed = seed
    self.thresholds = thresholds
    self.episodes = episodes
  }

  package convenience init(seed: UInt64, index: EpisodeIndex = EpisodeIndex()) {
    self.init(seed: seed) { _ in index }
  }

  package var report: OfflineReport { counts.withLock { $0 } }

  /// - Throws: ``TextModelError`` with ``TextModelError/Code/abstained``.
  package func complete(_ request: TextRequest) async throws -> TextCompletion {
    try Task.checkCancellation()
    let outcome = answer(to: request, from: await episodes(request))
    counts.withLock { report in
      report.asked += 1
      switch outcome {
      case .recalled: report.recalled += 1
      case .held: report.held += 1
      case .abstained(let why): report.abstained[why, default: 0] += 1
      }
    }
    switch outcome {
    case .recalled(let text), .held(let text):
      return TextCompletion(text: text, model: name)
    case .abstained(let why):
      throw TextModelError(code: .abstained, message: why.message)
    }
  }

  /// The whole answer as one piece.
  package func stream(_ request: TextRequest) -> AsyncThrowingStream<String, any Error> {
    let isAnswered = Mutex(false)
    return AsyncThrowingStream {
      let isFirst = isAnswered.withLock { isAnswered in
        defer { isAnswered = true }
        return !isAnswered
      }
      return isFirst ? try await self.complete(request).text : nil
    }
  }

  private enum Outcome {
    case recalled(String)
    case held(String)
    case abstained(OfflineReport.Abstention)
  }

  private func answer(to request: TextRequest, from index: EpisodeIndex) -> Outcome {
    let burst = request.turns.reversed().prefix { $0.role == .user }.reversed().map(\.text)
    let cue = burst.joined(separator: "\n")
    guard cue.contains(where: { !$0.isWhitespace }) else { return .abstained(.nothingToAnswer) }
    guard cue.count <= thresholds.longestQuestion else { return .abstained(.tooLong) }
    if TextVector.words(of: cue).contains(where: Hazard.sensitive.holds) {
      return .abstained(.sensitive)
    }
    if SelfQuestion.isAsked(in: cue) { return .abstained(.aboutItself) }
    if let reply = recall(cue, from: index) { return .recalled(reply) }

    guard let language = HoldingForm.Language(of: cue) else { return .abstained(.otherLanguage) }
    let before = request.turns.dropLast(burst.count).last { $0.role == .assistant }
    if let before, HoldingForm.isForm(before.text) { return .abstained(.heldAlready) }
    let forms = HoldingForm.forms(HoldingForm.Kind(of: burst.last ?? cue), language)
    var generator = SeededGenerator(seed: seed &+ UInt64(request.turns.count), text: cue)
    let form = forms[Int(generator.next() % UInt64(forms.count))]
    return .held(index.manner.following(request.system).applied(to: form))
  }

  /// The owner's reply on which the likest exchanges agree; nil if it cannot be trusted.
  private func recall(_ cue: String, from index: EpisodeIndex) -> String? {
    guard cue.count(where: \.isLetter) >= 4, !Hazard.isRequest(cue),
      Hazard.found(in: cue).subtracting([.name]).isEmpty
    else { return nil }
    let matches = index.matches(
      for: cue, limit: thresholds.voices, atLeast: thresholds.likeness)
    let vectors = matches.map { TextVector($0.episode.replyText) }
    var best: (reply: String, weight: Double)?
    for (candidate, vector) in zip(matches, vectors) {
      let agreeing = zip(matches, vectors).filter {
        vector.likeness(to: $0.1) >= thresholds.agreement
      }.map(\.0)
      let weight = agreeing.reduce(0) { $0 + $1.likeness }
      let chats = Set(agreeing.map(\.episode.chat)).count
      guard agreeing.count >= 2, chats >= index.requiredChats,
        weight > (best?.weight ?? 0)
      else { continue }
      best = (candidate.episode.replyText, weight)
    }
    guard let best, best.weight >= thresholds.majority * matches.reduce(0, { $0 + $1.likeness }),
      best.reply.count <= thresholds.longestReply, Hazard.found(in: best.reply).isEmpty
    else { return nil }
    return best.reply
  }
}

extension OfflineReport.Abstention {
  var message: String {
    switch self {
    case .nothingToAnswer: "The offline replier sees nothing to answer."
    case .otherLanguage: "The offline replier speaks Russian and English only."
    case .tooLong: "The message is too long for the offline replier."
    case .sensitive: "The message is about something that the offline replier leaves to the owner."
    case .aboutItself: "The contact asks who is writing; that is not for the offline replier."
    case .heldAlready: "The offline replier has just put this contact off, and does so only once."
    }
  }
}
