import Dispatch
import Foundation
import Glibc
import Synchronization

/// The program itself as a child process: what a user would run, with its events read from its
/// standard output.
final class TwinProcess: Sendable {
  /// How the process came to its end: the exit status, or the number of the signal that killed it.
  struct Ending: Sendable {
    let status: Int32
    let wasKilled: Bool
  }

  /// The lines of standard output, until it is closed.
  let lines: AsyncStream<String>

  private let pid: pid_t
  private let input: FileHandle
  private let endings: AsyncStream<Ending>

  /// Its number may belong to another process once it has been waited for.
  private let life: Life

  private static let spawning = Mutex(())

  /// - Parameters:
  ///   - executable: the program; nil for the one that runs.
  ///   - log: where its standard error goes; appended to.
  init(
    _ arguments: [String], executable: URL? = nil, environment: [String: String], log: URL
  ) throws {
    // The link leads to the program that runs, even if its file was replaced meanwhile.
    let path = executable?.path ?? "/proc/self/exe"
    // One at a time, so that no child is made between a pipe and its mark.
    let (pid, input, output) = try Self.spawning.withLock { _ in
      let (input, output) = (try Self.pipe(), try Self.pipe())
      let errors = open(log.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
      defer { for end in [input.reading, output.writing, errors] where end >= 0 { close(end) } }
      let pid = try Self.spawn(
        path, arguments, environment, input: input.reading, output: output.writing, errors: errors)
      return (pid, input.writing, output.reading)
    }
    self.pid = pid
    self.input = FileHandle(fileDescriptor: input, closeOnDealloc: true)
    lines = Self.lines(of: output)
    let life = Life()
    self.life = life
    endings = Self.ending(of: pid, life)
  }

  /// One line to its standard input.
  func enter(_ line: String) throws { try input.write(contentsOf: Data((line + "\n").utf8)) }

  /// No more lines.
  func closeInput() throws { try input.close() }

  /// At once and without a chance to do anything: `kill -9`.
  func kill() { life.signal(pid, SIGKILL) }

  /// Asks it to end.
  func terminate() { life.signal(pid, SIGTERM) }

  func ending() async -> Ending? {
    for await ending in endings { return ending }
    return nil
  }

  // MARK: Inside

  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String: String], input: Int32,
    output: Int32, errors: Int32
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (end, target) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
      posix_spawn_file_actions_adddup2(&actions, end, target)
    }
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    let settings = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + settings { free(text) } }
    var pid: pid_t = 0
    let failure = posix_spawn(&pid, path, &actions, nil, words, settings)
    guard failure == 0 else {
      throw CommandError(
        .usage, "\(path) cannot be started: \(String(cString: strerror(failure))).")
    }
    return pid
  }

  /// Closed in every child but the one it is made for: another that held it open would keep this one
  /// from ever seeing the end of its input.
  private static func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else {
      throw CommandError(.usage, "No pipe can be made: \(String(cString: strerror(errno))).")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Reads on a thread of its own until the other side is closed.
  private static func lines(of descriptor: Int32) -> AsyncStream<String> {
    let (lines, sink) = AsyncStream<String>.makeStream()
    DispatchQueue(label: "understudy.twin.output").async {
      var rest: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 16 * 1024)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        rest += buffer[..<count]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
          sink.yield(String(decoding: rest[..<end], as: UTF8.self))
          rest.removeSubrange(...end)
        }
      }
      close(descriptor)
      sink.finish()
    }
    return lines
  }

  /// Waits on a thread of its own (wait(2)).
  private static func ending(of pid: pid_t, _ life: Life) -> AsyncStream<Ending> {
    let (endings, sink) = AsyncStream<Ending>.makeStream()
    DispatchQueue(label: "understudy.twin.ending").async {
      var status: Int32 = 0
      // Waits without taking the number out of use, so that no signal can go astray in between.
      var information = siginfo_t()
      while waitid(P_PID, id_t(pid), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
      life.end { while waitpid(pid, &status, 0) < 0, errno == EINTR {} }
      // The encoding of wait(2): the signal in the low seven bits, the exit status above.
      let signal = status & 0x7F
      sink.yield(
        signal == 0
          ? Ending(status: (status >> 8) & 0xFF, wasKilled: false)
          : Ending(status: signal, wasKilled: true))
      sink.finish()
    }
    return endings
  }
}

/// Whether a process may still be signalled by its number.
private final class Life: Sendable {
  private let isOver = Mutex(false)

  func signal(_ pid: pid_t, _ signal: Int32) {
    isOver.withLock { isOver in if !isOver { _ = Glibc.kill(pid, signal) } }
  }

  func end(_ reap: () -> Void) {
    isOver.withLock { isOver in
      reap()
      isOver = true
    }
  }
}
