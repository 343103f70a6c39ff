import Foundation
import Glibc

/// The person in front of the program, or the pipe in their place.
enum Terminal {
  static var readsFromPerson: Bool { isatty(STDIN_FILENO) == 1 }
  static var writesToPerson: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether a person sees what goes to standard error.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

  /// Colours only where a person reads and has not refused them (no-color.org).
  static var hasColors: Bool {
    writesToPerson && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
      && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Asks on standard error, so that standard output stays clean, and reads one line.
  ///
  /// - Parameter isSecret: not echoed on a terminal.
  /// - Throws: ``CommandError`` at the end of the input.
  static func ask(_ question: String, isSecret: Bool = false) throws -> String {
    if readsFromPerson { note(question + " ", terminator: "") }
    let answer = isSecret ? withoutEcho { readLine() } : readLine()
    if isSecret, readsFromPerson { note("") }
    guard let answer else {
      throw CommandError(
        .usage, "The input ended where an answer was expected: \(question)",
        remedy: "Give phone, code and password a line each.")
    }
    return answer.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// One line on standard output, there at once even if it is a pipe. Where it cannot be written, the
  /// program ends: what it would still say could not be read either.
  static func say(_ text: String) {
    do {
      try StandardOutput.write(Data((text + "\n").utf8))
    } catch {
      end(with: error)
    }
  }

  /// Ends the program with an error's sentence and status.
  static func end(with failure: CommandError) -> Never {
    if failure.status != .outputClosed { note("understudy: \(failure)") }
    Glibc.exit(failure.status.rawValue)
  }

  /// One line for the person, on standard error.
  static func note(_ text: String, terminator: String = "\n") {
    FileHandle.standardError.write(Data((text + terminator).utf8))
  }

  private static func withoutEcho<Value>(_ body: () -> Value) -> Value {
    var original = termios()
    guard tcgetattr(STDIN_FILENO, &original) == 0 else { return body() }
    var silent = original
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &original) }
    return body()
  }
}
