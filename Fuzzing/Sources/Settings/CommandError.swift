/// What `DotEnv` throws here.
struct CommandError: Error {
  enum Status {
    case usage
  }

  let message: String

  init(_ status: Status, _ message: String, remedy: String? = nil) {
    self.message = message
  }
}
