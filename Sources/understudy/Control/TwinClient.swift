import Foundation
import Glibc

/// Asks the running twin of a home.
struct TwinClient {
  let home: Home

  /// - Throws: ``CommandError`` if no twin works there, or it gives no answer.
  func ask<Answer: Decodable>(_ question: TwinQuestion, for type: Answer.Type) throws -> Answer {
    let path = try TwinSocket.path(for: home)
    let descriptor: Int32
    do {
      descriptor = try UnixSocket.make(path) { address, size, descriptor in
        connect(descriptor, address, size) == 0
      }
    } catch {
      throw CommandError(
        .problems, "No twin works in \(home.path).",
        remedy: "Start it with 'understudy run', or name the right folder with --home.")
    }
    let connection = TwinConnection(descriptor)
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
}
