import Foundation
import Glibc

/// Asks the running twin of a home.
struct TwinClient {
  let home: Home

  /// - Throws: ``CommandError`` if no twin works there, or it gives no answer.
  func ask<Answer: Decodable>(_ question: TwinQuestion, for type: Answer.Type) throws -> Answer {
    let connection = TwinConnection(try connected())
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard connection.write(TwinRequest(ask: question)), let line = connection.line() else {
      throw CommandError(
        .problems, "The twin in \(home.path) gave no answer.",
        remedy: "It may have ended just now; see its log.")
    }
    do {
      return try decoder.decode(type, from: line)
    } catch {
      throw CommandError(
        .problems, "The answer of the twin in \(home.path) cannot be read.",
        remedy: "If it was started by another version of understudy, restart it.")
    }
  }

  /// The twin says itself where it listens: its runtime folder may be another one than ours.
  private func connected() throws -> Int32 {
    do {
      return try UnixSocket.make(home.lockNote() ?? "") { address, size, descriptor in
        connect(descriptor, address, size) == 0
      }
    } catch {
      guard home.isLocked else {
        throw CommandError(
          .problems, "No twin works in \(home.path).",
          remedy: "Start it with 'understudy run', or name the right folder with --home.")
      }
      throw CommandError(
        .problems, "The twin in \(home.path) cannot be asked.",
        remedy: "It has just begun, is another user's, or says in its log why not.")
    }
  }
}
