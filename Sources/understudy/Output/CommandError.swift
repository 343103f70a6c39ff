/// An error that ends a command: what went wrong and what to do about it, each a sentence.
struct CommandError: Error, CustomStringConvertible {
  let status: CommandStatus
  let message: String
  let remedy: String?

  init(_ status: CommandStatus, _ message: String, remedy: String? = nil) {
    self.status = status
    self.message = message
    self.remedy = remedy
  }

  var description: String { remedy.map { "\(message) \($0)" } ?? message }
}
