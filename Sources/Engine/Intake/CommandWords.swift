import Foundation
import Model
import Store

/// The words by which the owner orders the engine about, in Saved Messages, and its answers there.
enum CommandWords {
  enum Language: Sendable { case english, russian }

  private static let words: [String: (OwnerCommand, Language)] = [
    "stop": (.stop, .english), "start": (.start, .english), "status": (.status, .english),
    "ack": (.acknowledge, .english),
    "стоп": (.stop, .russian), "старт": (.start, .russian), "статус": (.status, .russian),
    "принято": (.acknowledge, .russian),
  ]

  /// The command, if the message is nothing else. What was forwarded is somebody else's word.
  static func command(in message: Message) -> (OwnerCommand, Language)? {
    guard !message.isForwarded, message.viaBot == nil, message.text.utf8.count <= 40 else {
      return nil
    }
    var word = message.text.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    if word.hasPrefix("/") { word.removeFirst() }
    while let last = word.last, last == "!" || last == "." { word.removeLast() }
    return words[word]
  }

  static func confirmation(
    of command: OwnerCommand, in language: Language, queue: QueueSummary, cancelled: Int,
    time: (Timestamp) -> String
  ) -> String {
    switch (command, language) {
    case (.stop, .english):
      "Stopped. \(cancelled) pending answers were cancelled; nothing leaves in your name until you "
        + "write /start here."
    case (.stop, .russian):
      "Остановлено. Отменено ответов: \(cancelled). Пока вы не напишете здесь «старт», от вашего имени "
        + "ничего не уйдёт."
    case (.start, .english):
      "Started. New messages are answered again; what came meanwhile is not."
    case (.start, .russian):
      "Запущено. На новые сообщения снова отвечаю; на пришедшие за время остановки — нет."
    case (.acknowledge, .english):
      cancelled == 0
        ? "There is nothing to acknowledge."
        : "Acknowledged: you are not told again of what was open."
    case (.acknowledge, .russian):
      cancelled == 0
        ? "Подтверждать нечего." : "Принято: об открытых тревогах больше не напоминаю."
    case (.status, .english):
      "\(queue.isHalted ? "Stopped" : "Running"). Waiting: \(queue.pending) answers"
        + (queue.nextDue.map { ", the next at \(time($0))" } ?? "")
        + "; undecided: \(queue.undecided). "
        + "In the last 24 hours: \(queue.decisions) messages decided, \(queue.sent) answers sent, "
        + "\(queue.cancelled) cancelled, \(queue.failed) failed."
    case (.status, .russian):
      "\(queue.isHalted ? "Остановлено" : "Работает"). Ждут отправки: \(queue.pending)"
        + (queue.nextDue.map { ", ближайший в \(time($0))" } ?? "")
        + "; без решения: \(queue.undecided). "
        + "За сутки: решений \(queue.decisions), отправлено \(queue.sent), "
        + "отменено \(queue.cancelled), не удалось \(queue.failed)."
    }
  }
}
