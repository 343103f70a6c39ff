/// An API error, taken apart once: `FLOOD_WAIT_17` is the name FLOOD_WAIT with the argument 17
/// (core.telegram.org/api/errors).
package struct RPCError: Error, Hashable, Sendable {
  /// As HTTP's: 303 another data centre, 400 the request is wrong, 401 not authorized, 403 not
  /// allowed, 406 not to be shown, 420 wait, 500 the server's fault.
  package var code: Int32
  /// The error without its number.
  package var name: String
  /// The number in it: seconds to wait, a data centre, a part of a file.
  package var argument: Int?
  /// As the server sent it.
  package var text: String

  /// Times are computed with it; the numbers of Telegram's errors are far below.
  private static let largestArgument = Int(Int32.max)

  package init(code: Int32, text: String) {
    self.code = code
    self.text = text
    var words: [Substring] = []
    for word in text.split(separator: "_", omittingEmptySubsequences: false) {
      if argument == nil, !word.isEmpty, word.allSatisfy({ $0.isASCII && $0.isNumber }),
        let number = Int(word)
      {
        argument = min(number, Self.largestArgument)
      } else {
        words.append(word)
      }
    }
    name = words.joined(separator: "_")
  }
}

extension RPCError: CustomStringConvertible {
  package var description: String { "\(text) (\(code))" }
}
