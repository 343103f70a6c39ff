/// "Are you a bot?", "это точно ты?": questions about who is writing.
enum SelfQuestion {
  static func isAsked(in text: String) -> Bool {
    let words = Set(TextVector.words(of: text))
    return !words.isDisjoint(with: machines) && !words.isDisjoint(with: you)
      || phrases.contains { TextVector.normalized(text).contains($0) }
  }

  private static let machines: Set<String> = [
    "bot", "ai", "robot", "chatgpt", "gpt", "chatbot", "automated", "autoreply", "human", "llm",
    "бот", "ботом", "ии", "робот", "нейросеть", "нейронка", "автоответчик", "человек", "чатгпт",
  ]
  private static let you: Set<String> = [
    "you", "u", "this", "it", "ты", "вы", "это", "тут", "мне", "с", "я",
  ]
  private static let phrases = [
    " is it really you ", " is this really you ", " are you real ", " это точно ты ",
    " это правда ты ", " это ты пишешь ", " ты настоящий ", " ты настоящая ",
  ]
}
