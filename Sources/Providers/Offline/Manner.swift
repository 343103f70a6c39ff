/// The few habits of writing that a holding form can take on.
struct Manner: Sendable, Hashable {
  var startsLower: Bool
  /// Ends statements with a full stop.
  var endsWithStop: Bool
  /// Ends lines with a bracket for a smile, as many Russian writers do.
  var endsWithBracket: Bool

  /// By majority, against a prior of four plain messages: capital first, no stop, no bracket.
  init(of replies: [[String]]) {
    let lines = replies.joined()
    let prior = 4.0
    func isHabit(_ test: (String) -> Bool, share: Double = 0.5) -> Bool {
      Double(lines.count(where: test)) > share * (Double(lines.count) + prior)
    }
    startsLower = isHabit { $0.first { $0.isLetter }?.isLowercase ?? false }
    endsWithStop = isHabit { $0.hasSuffix(".") && !$0.hasSuffix("..") }
    endsWithBracket = isHabit({ $0.hasSuffix(")") && !$0.contains("(") }, share: 0.4)
  }

  /// What the instructions ask for counts over what was seen.
  func following(_ system: String) -> Manner {
    let text = system.lowercased()
    var manner = self
    if ["lower case", "lowercase", "lower-case", "строчн", "с маленькой буквы"]
      .contains(where: { text.contains($0) })
    {
      manner.startsLower = true
    }
    if ["no full stop", "without a full stop", "без точки", "без точек"]
      .contains(where: { text.contains($0) })
    {
      manner.endsWithStop = false
    }
    return manner
  }

  func applied(to form: String) -> String {
    var line = form
    if startsLower { line = line.prefix(1).lowercased() + line.dropFirst() }
    if endsWithBracket { return line + ")" }
    return endsWithStop ? line + "." : line
  }
}
