import Cryptography
import Dispatch
import Foundation
import Glibc

/// Where a running twin hears the other commands of its home: a socket that only its user can reach, in
/// the folder for what lives as long as processes do. One question a connection: a line of JSON each way.
final class TwinSocket: Sendable {
  /// Whoever wants to ask something.
  let connections: AsyncStream<TwinConnection>

  private let descriptor: Int32
  let path: String

  /// Named by the home, so that each has its own and the path stays short (unix(7): 107 bytes).
  private static func path(for home: Home) throws -> String {
    let folder = URL(fileURLWithPath: home.path).resolvingSymlinksInPath().path
    let digest = SHA256.hash(Array("understudy home \(folder)".utf8)).prefix(8)
    let name = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return try "\(RuntimeFolder.path())/\(name).sock"
  }

  /// Whoever holds the home's lock may make it: what lies there is of a process that has ended.
  init(home: Home) throws {
    path = try Self.path(for: home)
    let descriptor = try UnixSocket.make(path) { address, size, descriptor in
      guard bind(descriptor, address, size) == 0 else { return false }
      return listen(descriptor, 8) == 0
    } before: {
      unlink($0)
    }
    self.descriptor = descriptor
    let (connections, sink) = AsyncStream<TwinConnection>.makeStream(
      bufferingPolicy: .bufferingOldest(16))
    self.connections = connections
    // A thread of its own waits for callers until the socket is shut down.
    DispatchQueue(label: "understudy.control").async {
      while let accepted = Self.next(descriptor) { sink.yield(TwinConnection(accepted)) }
      close(descriptor)
      sink.finish()
    }
  }

  deinit {
    unlink(path)
    shutdown(descriptor, Int32(SHUT_RDWR))
  }

  private static func next(_ descriptor: Int32) -> Int32? {
    while true {
      let accepted = accept(descriptor, nil, nil)
      if accepted >= 0 {
        _ = fcntl(accepted, F_SETFD, FD_CLOEXEC)
        return accepted
      }
      // A caller that has gone again is no reason to stop listening.
      guard errno == EINTR || errno == ECONNABORTED else { return nil }
    }
  }
}

/// One side of a question and its answer. Closed with its last reference.
final class TwinConnection: Sendable {
  private let descriptor: Int32
  /// An answer of 2,000 rules is a quarter of it.
  private static let longest = 4 << 20

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    // Neither side waits for ever for the other one.
    var limit = timeval(tv_sec: 30, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(descriptor, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
    }
  }

  deinit { close(descriptor) }

  /// A line without its line feed; nil if the other side has gone, is silent or says too much.
  func line() -> Data? {
    var line = Data()
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while line.count <= Self.longest {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      line.append(contentsOf: buffer[..<count])
      if line.last == UInt8(ascii: "\n") { return line.dropLast() }
    }
    return nil
  }

  /// False if the other side has gone.
  @discardableResult
  func write(_ value: some Encodable) -> Bool {
    guard let line = try? JSONLines.encoder().encode(value) + Data("\n".utf8) else { return false }
    var rest = line[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }
}

/// The calls that both sides make.
enum UnixSocket {
  static func make(
    _ path: String,
    _ body: (UnsafePointer<sockaddr>, socklen_t, Int32) -> Bool,
    before prepare: (String) -> Void = { _ in }
  ) throws -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
      throw CommandError(
        .usage, "The path \(path) is too long for a socket.",
        remedy: "Name a shorter place in XDG_RUNTIME_DIR.")
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw failure(path) }
    prepare(path)
    let isMade = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size), descriptor)
      }
    }
    guard isMade else {
      defer { close(descriptor) }
      throw failure(path)
    }
    return descriptor
  }

  private static func failure(_ path: String) -> CommandError {
    CommandError(.usage, "\(path) cannot be used: \(String(cString: strerror(errno))).")
  }
}
