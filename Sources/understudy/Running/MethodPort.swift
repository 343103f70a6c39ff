import MTProto
import Model
import RawAPI
import TL
import Telegram

/// Calls of rules by name, as `understudy call` makes them.
struct MethodPort: MethodCaller {
  let api: AccountAPI

  /// Members of answers with which somebody could act in the account's place; rules do without, as the
  /// host completes peers by itself.
  private static let kept: Set<String> = [
    "access_hash", "file_reference", "auth_key", "auth_key_id", "phone_code_hash", "secret",
    "token",
    "password", "srp_B", "srp_id", "g_a", "g_b", "g_a_or_b", "g_a_hash", "query_id",
  ]

  func call(_ method: String, arguments: String) async throws -> String {
    do {
      let call = try RawCall(method: method, arguments: arguments)
      return Self.stripped(try await api.perform(call)).text()
    } catch let error as RawError {
      throw MethodFailure(code: nil, message: error.message)
    } catch let error as TelegramError {
      throw Self.failure(error)
    }
  }

  private static func failure(_ error: TelegramError) -> MethodFailure {
    switch error.code {
    case .floodWait(let seconds):
      MethodFailure(code: "FLOOD_WAIT", seconds: seconds, message: error.message)
    case .server(let server):
      MethodFailure(
        code: String(server.name.prefix(64)),
        seconds: server.code == 420 ? server.argument : nil, message: error.message)
    case .unreachable: MethodFailure(code: "UNREACHABLE", message: error.message)
    case .connectionLost: MethodFailure(code: "CONNECTION_LOST", message: error.message)
    case .keyRefused, .badAnswer, .invalidInput, .unknownPeer, .alreadyInUse, .closed:
      MethodFailure(code: nil, message: error.message)
    }
  }

  /// Without what ``kept`` names, at any depth.
  static func stripped(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let items): .array(items.map(stripped))
    case .object(let members):
      .object(
        members.filter { !kept.contains($0.name) }.map { .init($0.name, stripped($0.value)) })
    case .null, .bool, .number, .string: value
    }
  }
}

extension AccountAPI {
  /// Makes the call, with the peers that it names resolved.
  ///
  /// - Throws: `RawError` for what is wrong with the call, ``TelegramError``, `CancellationError`.
  func perform(_ call: RawCall) async throws -> JSONValue {
    var peers: [PeerName: PeerReference] = [:]
    for name in call.peers { peers[name] = try await resolved(name) }
    let answer = try await self.call.raw(call.method, query: try call.encoded(peers: peers))
    do throws(TLError) {
      return try call.answer(answer)
    } catch {
      throw TelegramError(
        .badAnswer,
        "\(call.method) was carried out, but Telegram's answer could not be read: "
          + "\(error.message). The layer that this program speaks may be too old.")
    }
  }

  private func resolved(_ name: PeerName) async throws -> PeerReference {
    do throws(TelegramError) {
      return try await resolve(name.text)
    } catch {
      guard error.code == .unknownPeer || error.code == .invalidInput else { throw error }
      throw name.failure(error.message)
    }
  }
}
