import NIOCore
import NIOPosix

/// One client's connection to a proxy and, once it is wanted, the proxy's to a server.
actor ProxyTunnel {
  typealias Channel = NIOAsyncChannel<ByteBuffer, ByteBuffer>

  private var dialogue: any ProxyDialogue
  private let toClient: AsyncStream<[UInt8]>.Continuation
  private let toServer: AsyncStream<[UInt8]>.Continuation
  private let targets: AsyncStream<ProxyTarget>.Continuation

  private init(
    _ dialogue: any ProxyDialogue, toClient: AsyncStream<[UInt8]>.Continuation,
    toServer: AsyncStream<[UInt8]>.Continuation, targets: AsyncStream<ProxyTarget>.Continuation
  ) {
    self.dialogue = dialogue
    self.toClient = toClient
    self.toServer = toServer
    self.targets = targets
  }

  /// Takes clients on a port of loopback for as long as `body` runs, which is told the port.
  static func serve<Result: Sendable>(
    port: Int, dialogue: @escaping @Sendable () -> any ProxyDialogue,
    during body: (Int) async throws -> Result
  ) async throws -> Result {
    let listener: NIOAsyncChannel<Channel, Never>
    do {
      listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
        .bind(host: "127.0.0.1", port: port) { channel in
          channel.eventLoop.makeCompletedFuture {
            try Channel(wrappingChannelSynchronously: channel)
          }
        }
    } catch {
      throw SandboxError(.listen, "Cannot listen on 127.0.0.1:\(port).", cause: error)
    }
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await withThrowingDiscardingTaskGroup { clients in
          try await listener.executeThenClose { inbound in
            for try await client in inbound {
              clients.addTask { await carry(client, dialogue()) }
            }
          }
        }
      }
      defer { group.cancelAll() }
      return try await body(listener.channel.localAddress?.port ?? port)
    }
  }

  private static func carry(_ client: Channel, _ dialogue: any ProxyDialogue) async {
    let (clientBytes, toClient) = AsyncStream.makeStream(of: [UInt8].self)
    let (serverBytes, toServer) = AsyncStream.makeStream(of: [UInt8].self)
    let (wanted, targets) = AsyncStream.makeStream(of: ProxyTarget.self)
    let tunnel = ProxyTunnel(
      dialogue, toClient: toClient, toServer: toServer, targets: targets)
    // A side that vanishes while its channel closes is an ordinary end, for which there is nobody to
    // tell; everything else has ended before.
    try? await client.executeThenClose { inbound, outbound in
      await withTaskGroup(of: Void.self) { group in
        group.addTask {
          await read(inbound) { await tunnel.take(fromClient: $0) }
          tunnel.end()
        }
        group.addTask {
          for await target in wanted {
            await tunnel.reach(target, with: serverBytes)
            return
          }
        }
        await write(clientBytes, to: outbound)
        group.cancelAll()
      }
    }
  }

  private nonisolated func reach(
    _ target: ProxyTarget, with bytes: AsyncStream<[UInt8]>
  ) async {
    do {
      let server = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .channelOption(.tcpOption(.tcp_nodelay), value: 1)
        .connect(host: target.host, port: target.port) { channel in
          channel.eventLoop.makeCompletedFuture {
            try Channel(wrappingChannelSynchronously: channel)
          }
        }
      await connected(true)
      try await server.executeThenClose { inbound, outbound in
        await withTaskGroup(of: Void.self) { group in
          group.addTask { await Self.read(inbound) { await self.take(fromServer: $0) } }
          group.addTask { await Self.write(bytes, to: outbound) }
          await group.next()
          group.cancelAll()
        }
      }
    } catch {
      // Nothing if it stood already: then this is its end.
      await connected(false)
    }
    end()
  }

  /// Gives everything to `take` until it wants no more or the peer has gone.
  private static func read(
    _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, _ take: ([UInt8]) async -> Void
  ) async {
    do {
      for try await buffer in inbound { await take(Array(buffer.readableBytesView)) }
    } catch {
      // The peer cut the connection; the end of this function says so.
    }
  }

  private static func write(
    _ bytes: AsyncStream<[UInt8]>, to outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  ) async {
    do {
      for await part in bytes { try await outbound.write(ByteBuffer(bytes: part)) }
    } catch {
      // As above.
    }
  }

  private func take(fromClient bytes: [UInt8]) {
    carryOut(dialogue.receive(fromClient: bytes))
  }

  private func take(fromServer bytes: [UInt8]) {
    carryOut(dialogue.receive(fromServer: bytes))
  }

  private func connected(_ stands: Bool) { carryOut(dialogue.connected(stands)) }

  private func carryOut(_ step: ProxyStep) {
    if !step.toClient.isEmpty { toClient.yield(step.toClient) }
    if !step.toServer.isEmpty { toServer.yield(step.toServer) }
    if let target = step.connect {
      if target.isLoopback { targets.yield(target) } else { connected(false) }
    }
    if step.ends { end() }
  }

  private nonisolated func end() { toClient.finish() }
}
