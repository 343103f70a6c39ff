import CEdit
import Foundation

/// Lines from a person, with history and completion, or from a pipe.
final class ConsoleReader {
  private let editor: OpaquePointer?
  private let history: String
  /// What the line may be completed with.
  private var words: [String] = []
  private static let historyLength: Int32 = 1000
  private static let prompt = "> "

  /// - Parameter environment: XDG_STATE_HOME or HOME name where the history is kept (XDG Base Directory
  ///   Specification 0.8).
  init(environment: [String: String]) {
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let base = state ?? (environment["HOME"] ?? NSHomeDirectory()) + "/.local/state"
    history = base + "/understudy/console_history"
    guard Terminal.readsFromPerson, Terminal.writesToPerson else {
      editor = nil
      return
    }
    editor = cedit_open("understudy", Self.historyLength)
    if let editor { _ = cedit_load(editor, history) }
  }

  deinit { if let editor { cedit_close(editor) } }

  /// The next line; nil at the end of the input.
  func line(words: [String]) -> String? {
    guard let editor else { return readLine() }
    self.words = words
    cedit_on_complete(editor, completeLine, Unmanaged.passUnretained(self).toOpaque())
    defer { cedit_on_complete(editor, nil, nil) }
    guard let text = cedit_read(editor, Self.prompt) else {
      Terminal.say("")
      return nil
    }
    let line = String(cString: text).trimmingCharacters(in: .whitespaces)
    if !line.isEmpty { cedit_add(editor, line) }
    return line
  }

  /// Keeps the history for the next time, readable by its owner alone.
  func finish() {
    guard let editor else { return }
    let folder = URL(fileURLWithPath: history).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let former = umask(0o077)
      defer { umask(former) }
      guard cedit_save(editor, history) else {
        throw CommandError(.problems, "it cannot be written.")
      }
    } catch {
      Terminal.note("The history is not kept in \(history): \(error)")
    }
  }

  /// Words that begin as the one at the cursor, and the bytes of it that are there.
  fileprivate func completions(_ line: String, end: Int) -> (words: [String], typed: Int) {
    let before = String(decoding: Array(line.utf8.prefix(end)), as: UTF8.self)
    return ConsoleCompletion.of(before, words: words)
  }
}

/// What Tab offers.
enum ConsoleCompletion {
  private static let most = 200

  static func of(_ before: String, words: [String]) -> (words: [String], typed: Int) {
    let typed = before.reversed().prefix { !$0.isWhitespace && !"()[]{},=".contains($0) }
    let start = String(typed.reversed())
    // Nothing begun: everything would be a guess, but for the first word.
    guard !start.isEmpty || before.isEmpty else { return ([], 0) }
    let fitting = words.filter { $0.hasPrefix(start) && $0 != start }.prefix(most)
    return (Array(fitting), start.utf8.count)
  }
}

private func completeLine(
  context: UnsafeMutableRawPointer?, line: UnsafePointer<CChar>?, end: Int,
  typed: UnsafeMutablePointer<Int>?, words: UnsafeMutablePointer<CChar>?, capacity: Int
) -> Int32 {
  guard let context, let line, let typed, let words else { return 0 }
  let reader = Unmanaged<ConsoleReader>.fromOpaque(context).takeUnretainedValue()
  let found = reader.completions(String(cString: line), end: end)
  typed.pointee = found.typed
  var used = 0
  var count: Int32 = 0
  for word in found.words {
    let bytes = word.utf8CString
    guard used + bytes.count <= capacity else { break }
    for byte in bytes {
      words[used] = byte
      used += 1
    }
    count += 1
  }
  return count
}
