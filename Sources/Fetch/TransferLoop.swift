import CCurl
import Synchronization

/// The thread's main loop and the inbox through which everybody else speaks to it.
final class TransferLoop: Sendable {
  private enum Command {
    case start(UInt64, FetchRequest, FetchTarget, ResponseChannel)
    case cancel(UInt64)
    case resume(UInt64)
  }

  private enum Phase { case running, stopping, ended }

  private struct Inbox {
    var phase = Phase.running
    var nextID: UInt64 = 0
    var commands: [Command] = []
    var waiters: [CheckedContinuation<Void, Never>] = []
  }

  /// Sendable unchecked, as `curl_multi_wakeup` is the one function of a multi handle that other
  /// threads may call (curl.se/libcurl/c/curl_multi_wakeup.html). It is called under the inbox's
  /// lock and not after the loop has ended; all other use is on the loop's thread.
  private struct Multi: @unchecked Sendable {
    let handle: UnsafeMutableRawPointer
  }

  private static let isLibraryReady = ccurl_global_init() == CURLE_OK

  private let configuration: FetchConfiguration
  private let multi: Multi
  private let inbox = Mutex(Inbox())

  init(_ configuration: FetchConfiguration) throws(FetchError) {
    guard Self.isLibraryReady, let handle = curl_multi_init() else {
      throw FetchError(code: .internal, message: "libcurl could not be initialised.")
    }
    self.configuration = configuration
    multi = Multi(handle: handle)
  }

  // MARK: From any thread

  /// Returns an id that is never used again; 0 once the loop ends.
  func start(
    _ request: FetchRequest, to target: FetchTarget, into channel: ResponseChannel
  ) -> UInt64 {
    let id = inbox.withLock { inbox -> UInt64? in
      guard inbox.phase == .running else { return nil }
      inbox.nextID += 1
      inbox.commands.append(.start(inbox.nextID, request, target, channel))
      curl_multi_wakeup(multi.handle)
      return inbox.nextID
    }
    if id == nil { channel.finish(Self.closed) }
    return id ?? 0
  }

  func cancel(_ id: UInt64) { post(.cancel(id)) }
  func resume(_ id: UInt64) { post(.resume(id)) }

  private func post(_ command: Command) {
    inbox.withLock { inbox in
      guard inbox.phase == .running else { return }
      inbox.commands.append(command)
      curl_multi_wakeup(multi.handle)
    }
  }

  func stop() {
    inbox.withLock { inbox in
      guard inbox.phase == .running else { return }
      inbox.phase = .stopping
      curl_multi_wakeup(multi.handle)
    }
  }

  func stopAndWait() async {
    stop()
    await withCheckedContinuation { waiter in
      let hasEnded = inbox.withLock { inbox in
        if inbox.phase == .ended { return true }
        inbox.waiters.append(waiter)
        return false
      }
      if hasEnded { waiter.resume() }
    }
  }

  static let closed = FetchError(code: .closed, message: "The HTTP client was shut down.")

  // MARK: On the loop's own thread

  func run() {
    let transfers = TransferSet(multi: multi.handle, configuration: configuration)
    while true {
      let (commands, phase) = inbox.withLock { inbox in
        defer { inbox.commands = [] }
        return (inbox.commands, inbox.phase)
      }
      for command in commands {
        switch command {
        case .start(let id, let request, let target, let channel):
          transfers.start(id, request, to: target, into: channel)
        case .cancel(let id): transfers.cancel(id)
        case .resume(let id): transfers.resume(id)
        }
      }
      guard phase == .running else { break }
      transfers.perform()
      curl_multi_poll(multi.handle, nil, 0, transfers.longestWait, nil)
    }
    transfers.failAll(Self.closed)
    let waiters = inbox.withLock { inbox in
      inbox.phase = .ended
      return inbox.waiters
    }
    curl_multi_cleanup(multi.handle)
    for waiter in waiters { waiter.resume() }
  }
}
