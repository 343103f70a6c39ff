/// Why a request to the control port was not carried out, as its JSON says it.
struct ControlError: Error {
  let status: Int
  /// For programs: `unknown_fault`.
  let code: String
  /// For people: what was wrong, and what to do.
  let message: String
  var headers: [(String, String)] = []

  init(_ status: Int, _ code: String, _ message: String, headers: [(String, String)] = []) {
    self.status = status
    self.code = code
    self.message = message
    self.headers = headers
  }

  /// A wrong request, 400.
  init(_ code: String, _ message: String) { self.init(400, code, message) }
}

extension ControlError {
  init(_ refusal: Refusal) {
    self.init(
      409, "refused",
      "The world refuses it with \(refusal.text). GET /people shows who and which chats there are.")
  }
}
