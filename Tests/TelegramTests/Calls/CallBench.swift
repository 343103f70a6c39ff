import MTProto
import Model
import Synchronization

@testable import Telegram

/// A server that answers by a script, and what it was asked.
final class ScriptedServer: Sendable {
  enum Answer: Sendable {
    case result([UInt8])
    case error(Int32, String)
    case lost
  }

  private struct State {
    var answers: [Answer]
    var calls: [RemoteCall] = []
  }

  private let state: Mutex<State>

  /// Once the script is over every call succeeds.
  init(_ answers: Answer...) { state = Mutex(State(answers: answers)) }

  var calls: [RemoteCall] { state.withLock(\.calls) }

  func answer(_ call: RemoteCall) throws(TelegramError) -> [UInt8] {
    let answer = state.withLock { state in
      state.calls.append(call)
      return state.answers.isEmpty ? .result([1]) : state.answers.removeFirst()
    }
    switch answer {
    case .result(let bytes): return bytes
    case .error(let code, let text):
      throw TelegramError(.server(RPCError(code: code, text: text)), text)
    case .lost: throw TelegramError(.connectionLost, "lost")
    }
  }

  func seam(_ layers: any CallLayer...) -> CallSeam {
    CallSeam(layers: layers) { (call: RemoteCall) async throws(TelegramError) -> [UInt8] in
      try self.answer(call)
    }
  }
}

func call(_ method: String) -> RemoteCall { RemoteCall(method: method, query: []) }

/// The code with which the call fails; nil if it succeeds.
func failure(_ seam: CallSeam, _ method: String) async -> TelegramError.Code? {
  do throws(TelegramError) {
    _ = try await seam.invoke(call(method))
    return nil
  } catch {
    return error.code
  }
}
