import Foundation
import Model

/// The folder with the sounds of one home. What is to leave stays until it has left, so that a restart
/// sends the same; what came is gone as soon as it was heard.
package struct VoiceFolder: Sendable, Hashable {
  package let path: String

  package init(path: String) { self.path = path }

  /// Where the sound that leaves with an item lies.
  func outgoing(_ item: Int64, of account: AccountID) -> String {
    "\(path)/\(account.rawValue)-out-\(item).ogg"
  }

  /// Where what a message carries is fetched to.
  func incoming(_ message: MessageReference) -> String {
    "\(path)/\(message.account.rawValue)-in-\(message.chat.marked)-\(message.id)"
  }

  /// - Throws: Foundation's error.
  func make() throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// The whole file appears at once, or not at all.
  ///
  /// - Throws: Foundation's error.
  func write(_ bytes: [UInt8], to file: String) throws {
    try make()
    try Data(bytes).write(to: URL(fileURLWithPath: file), options: .atomic)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
  }

  /// Nil if there is none, or a larger one.
  func read(_ file: String, largest: Int) -> [UInt8]? {
    guard let handle = FileHandle(forReadingAtPath: file) else { return nil }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: largest + 1), data.count <= largest else {
      return nil
    }
    return [UInt8](data)
  }

  /// Nothing depends on it: what stays behind is swept away at the next start.
  func remove(_ file: String) { try? FileManager.default.removeItem(atPath: file) }

  /// Takes away what nobody will ask for: all sounds of the account but those of open items, and of what
  /// came what is being listened to.
  ///
  /// - Parameter isStart: nothing is being listened to yet.
  func sweep(of account: AccountID, keeping open: Set<Int64>, isStart: Bool) {
    let kept = Set(open.map { outgoing($0, of: account) })
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let mark = "\(account.rawValue)-\(isStart ? "" : "out-")"
    for name in names where name.hasPrefix(mark) {
      let file = "\(path)/\(name)"
      if !kept.contains(file) { remove(file) }
    }
  }
}
