import Dispatch
import Foundation
import Glibc
import Model
import Synchronization

/// Writes events to a pipe or file whose reader may be slow, without ever waiting for it.
///
/// While the reader keeps up, a line is handed to the kernel before ``write(_:)`` returns, so that a
/// reader has it even if the process is killed next. When it does not, lines queue up and a thread of
/// their own writes them; beyond the limit they are dropped, and a line
/// `{"event": "lost", "at": …, "count": n}` stands in their place.
final class EventWriter: Sendable {
  private struct Lost: Encodable {
    let event = "lost"
    let at: Timestamp
    let count: Int
  }

  private struct State {
    var waiting: [Data] = []
    var waitingBytes = 0
    var lost = 0
    var isDraining = false
    var isClosed = false
  }

  private let descriptor: Int32
  private let limit: Int
  private let now: @Sendable () -> Timestamp
  /// Told once, when the reader has gone.
  private let onClose: @Sendable () -> Void
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "understudy.events")
  private let drained = DispatchGroup()

  /// - Parameters:
  ///   - limit: how many bytes may wait.
  ///   - now: the instants of `lost` lines.
  init(
    descriptor: Int32 = STDOUT_FILENO, limit: Int = 4 << 20,
    now: @escaping @Sendable () -> Timestamp, onClose: @escaping @Sendable () -> Void
  ) {
    self.descriptor = descriptor
    self.limit = limit
    self.now = now
    self.onClose = onClose
  }

  func write(_ value: some Encodable) throws {
    let line = try JSONLines.encoder().encode(value) + Data("\n".utf8)
    let hasClosed = try state.withLock { state -> Bool in
      guard !state.isClosed else { return false }
      if !state.isDraining, state.lost == 0, takesAtOnce(line) {
        state.isClosed = !put(line)
        return state.isClosed
      }
      try enqueue(line, &state)
      return false
    }
    if hasClosed { onClose() }
  }

  /// Waits until all that was taken is written, at most this long.
  ///
  /// - Returns: whether it is.
  @discardableResult
  func finish(within seconds: Int) -> Bool {
    drained.wait(timeout: .now() + .seconds(seconds)) == .success
  }

  private func enqueue(_ line: Data, _ state: inout State) throws {
    let note = state.lost > 0 ? try self.note(of: state.lost) : Data()
    guard state.waitingBytes + note.count + line.count <= limit else {
      state.lost += 1
      return
    }
    if state.lost > 0 {
      append(note, &state)
      state.lost = 0
    }
    append(line, &state)
    guard !state.isDraining else { return }
    state.isDraining = true
    queue.async(group: drained) { self.drain() }
  }

  private func append(_ line: Data, _ state: inout State) {
    state.waiting.append(line)
    state.waitingBytes += line.count
  }

  /// Until nothing waits. It may stand still for as long as the reader does.
  private func drain() {
    while let lines = next() {
      for line in lines where !put(line) {
        state.withLock { state in
          state = State()
          state.isClosed = true
        }
        return onClose()
      }
      let written = lines.reduce(0) { $0 + $1.count }
      state.withLock { $0.waitingBytes -= written }
    }
  }

  private func next() -> [Data]? {
    state.withLock { state in
      if state.waiting.isEmpty, state.lost > 0, let note = try? note(of: state.lost) {
        state.lost = 0
        append(note, &state)
      }
      guard !state.waiting.isEmpty else {
        state.isDraining = false
        return nil
      }
      defer { state.waiting = [] }
      return state.waiting
    }
  }

  private func note(of count: Int) throws -> Data {
    try JSONLines.encoder().encode(Lost(at: now(), count: count)) + Data("\n".utf8)
  }

  /// A pipe that is ready has room for `PIPE_BUF` bytes at least (pipe(7)).
  private func takesAtOnce(_ line: Data) -> Bool {
    guard line.count <= Int(PIPE_BUF) else { return false }
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&request, 1, 0) == 1
  }

  /// - Returns: false if the reader has gone.
  private func put(_ line: Data) -> Bool {
    do {
      try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(contentsOf: line)
      return true
    } catch {
      return false
    }
  }
}
