import Foundation
import NIOCore
import NIOPosix

/// A TCP server on loopback whose every connection is led by a closure, so that a test can answer
/// with any bytes, right or wrong.
struct RawServer: Sendable {
  typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

  let port: Int
  var url: String { "http://127.0.0.1:\(port)" }

  /// - Parameter answer: leads one connection, which is closed when it returns or throws.
  static func with<Result: Sendable>(
    _ answer: @escaping @Sendable (inout Peer) async throws -> Void,
    _ body: (RawServer) async throws -> Result
  ) async throws -> Result {
    let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .bind(host: "127.0.0.1", port: 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          try Connection(wrappingChannelSynchronously: channel)
        }
      }
    let port = listener.channel.localAddress?.port ?? 0
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await withThrowingDiscardingTaskGroup { connections in
          try await listener.executeThenClose { accepted in
            for try await connection in accepted {
              connections.addTask {
                // A client that goes away in the middle is part of what is tested.
                try? await connection.executeThenClose { inbound, outbound in
                  var peer = Peer(inbound: inbound.makeAsyncIterator(), outbound: outbound)
                  try await answer(&peer)
                }
              }
            }
          }
        }
      }
      defer { group.cancelAll() }
      return try await body(RawServer(port: port))
    }
  }

  struct Peer {
    var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var pending = ""

    init(
      inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
      outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
      self.inbound = inbound
      self.outbound = outbound
    }

    /// The next request with its body as far as Content-Length says; nil when the client has gone.
    mutating func request() async throws -> String? {
      while true {
        if let end = pending.range(of: "\r\n\r\n") {
          let head = pending[..<end.lowerBound].lowercased()
          let length =
            head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst(15).filter(\.isNumber)) } ?? 0
          if pending[end.upperBound...].utf8.count >= length {
            defer { pending = "" }
            return pending
          }
        }
        guard var bytes = try await inbound.next() else { return nil }
        pending += bytes.readString(length: bytes.readableBytes) ?? ""
      }
    }

    func send(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

    func send(_ bytes: [UInt8]) async throws { try await outbound.write(ByteBuffer(bytes: bytes)) }

    /// Returns when the client closes the connection.
    mutating func waitForEnd() async throws { while try await inbound.next() != nil {} }
  }
}
