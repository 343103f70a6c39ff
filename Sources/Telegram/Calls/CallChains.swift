internal import MTProto
internal import Synchronization

/// Calls that are to be executed in the order in which they were made, however some of them fare: messages
/// to one chat.
///
/// On the wire each names the one before it (invokeAfterMsg), so that they travel together and the server
/// keeps the order. What that cannot do is done here: while a call is made again, after a flood wait for
/// instance, those behind it wait; and those that the server refused because of it follow it.
final class CallChains: Sendable {
  /// Refusals because of a call before it, for one attempt.
  private static let maximumWaits = 8

  fileprivate enum Stage {
    /// Not with the server.
    case waiting
    /// On its way over this connection.
    case sent(ObjectIdentifier, CallID)
  }

  fileprivate struct Link {
    let number: Int
    var stage = Stage.waiting
    /// The server did not carry it out because of one before it: it goes alone.
    var isHeldBack = false
    var waiter: CheckedContinuation<Void, Never>?

    func mayGo(after earlier: ArraySlice<Link>) -> Bool {
      isHeldBack ? earlier.isEmpty : earlier.allSatisfy(\.isSent)
    }
  }

  private struct State {
    var lastNumber = 0
    /// The calls that are not settled, in order.
    var chains: [String: [Link]] = [:]
  }

  private let state = Mutex(State())

  /// The place of a call in its chain, which it keeps until it is settled.
  struct Ticket: Sendable {
    let chains: CallChains
    let chain: String
    let number: Int
  }

  func enter(_ chain: String) -> Ticket {
    state.withLock { state in
      state.lastNumber += 1
      state.chains[chain, default: []].append(Link(number: state.lastNumber))
      return Ticket(chains: self, chain: chain, number: state.lastNumber)
    }
  }

  func leave(_ ticket: Ticket) {
    change(ticket.chain) { links in links.removeAll { $0.number == ticket.number } }
  }

  /// Makes one attempt, in the call's turn.
  func send(
    _ call: RemoteCall, as ticket: Ticket, by send: CallFunction
  ) async throws(TelegramError) -> [UInt8] {
    var waits = 0
    while true {
      await turn(of: ticket)
      do throws(TelegramError) {
        return try await send(call)
      } catch {
        failed(ticket)
        // The one before it failed, or was not heard of in time: it is looked after by its own caller.
        guard let name = error.server?.name, name.hasPrefix("MSG_WAIT_"),
          waits < Self.maximumWaits
        else { throw error }
        waits += 1
        change(ticket) { $0.isHeldBack = true }
      }
    }
  }

  /// Calls whose turn has not come.
  var waiting: Int {
    state.withLock { $0.chains.values.joined().count { $0.waiter != nil } }
  }

  // MARK: Inside

  fileprivate func passage(of ticket: Ticket, on connection: ObjectIdentifier) -> Passage {
    state.withLock { state in
      let earlier = state.chains[ticket.chain]?.filter { $0.number < ticket.number } ?? []
      guard earlier.allSatisfy(\.isSent) else { return .closed }
      if case .sent(connection, let id)? = earlier.last?.stage { return .open(after: id) }
      return .open(after: nil)
    }
  }

  fileprivate func sent(_ ticket: Ticket, on connection: ObjectIdentifier, as id: CallID) {
    set(.sent(connection, id), of: ticket)
  }

  fileprivate func failed(_ ticket: Ticket) { set(.waiting, of: ticket) }

  private func set(_ stage: Stage, of ticket: Ticket) { change(ticket) { $0.stage = stage } }

  private func change(_ ticket: Ticket, _ body: (inout Link) -> Void) {
    change(ticket.chain) { links in
      if let index = links.firstIndex(where: { $0.number == ticket.number }) {
        body(&links[index])
      }
    }
  }

  /// Returns once all calls before it are on their way or settled (settled, if it is held back), or the task
  /// is cancelled.
  private func turn(of ticket: Ticket) async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isFree = state.withLock { state in
          guard let links = state.chains[ticket.chain],
            let index = links.firstIndex(where: { $0.number == ticket.number })
          else { return true }
          if Task.isCancelled || links[index].mayGo(after: links[..<index]) { return true }
          state.chains[ticket.chain]?[index].waiter = continuation
          return false
        }
        if isFree { continuation.resume() }
      }
    } onCancel: {
      let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
        let index = state.chains[ticket.chain]?.firstIndex { $0.number == ticket.number }
        guard let index else { return nil }
        defer { state.chains[ticket.chain]?[index].waiter = nil }
        return state.chains[ticket.chain]?[index].waiter
      }
      waiter?.resume()
    }
  }

  /// Changes a chain, and lets go whose turn has come.
  private func change(_ chain: String, _ body: (inout [Link]) -> Void) {
    let free = state.withLock { state -> [CheckedContinuation<Void, Never>] in
      var links = state.chains[chain] ?? []
      body(&links)
      var free: [CheckedContinuation<Void, Never>] = []
      for index in links.indices {
        if let waiter = links[index].waiter, links[index].mayGo(after: links[..<index]) {
          free.append(waiter)
          links[index].waiter = nil
        }
      }
      state.chains[chain] = links.isEmpty ? nil : links
      return free
    }
    for waiter in free { waiter.resume() }
  }
}

extension CallChains {
  enum Passage {
    /// The server has to execute it after this call, if that travels over the same connection and is not
    /// answered.
    case open(after: CallID?)
    /// A call before it has failed in this very moment, and is made again.
    case closed
  }

  /// What a call gets that did not go out, so that it waits for its turn again.
  static let closed = TelegramError(
    RPCError(code: 500, text: "MSG_WAIT_TURN"), to: "a call whose turn had passed")
}

extension CallChains.Ticket {
  /// Whether the call may go out now. To be asked, and acted on, in one step of the connection.
  func passage(on connection: ObjectIdentifier) -> CallChains.Passage {
    chains.passage(of: self, on: connection)
  }

  func sent(on connection: ObjectIdentifier, as id: CallID) {
    chains.sent(self, on: connection, as: id)
  }

  /// The call has failed; nothing behind it goes out until it is made again or given up.
  func failed() { chains.failed(self) }
}

extension CallChains.Link {
  fileprivate var isSent: Bool { if case .sent = stage { true } else { false } }
}

/// Gives calls their places in their chains, for as long as all other layers work on them.
struct ChainLayer: CallLayer {
  let chains: CallChains

  func invoke(_ call: RemoteCall, next: CallFunction) async throws(TelegramError) -> [UInt8] {
    guard let chain = call.chain else { return try await next(call) }
    var call = call
    let ticket = chains.enter(chain)
    call.ticket = ticket
    defer { chains.leave(ticket) }
    return try await next(call)
  }
}
