internal import MTProto
internal import Model
internal import NIOCore
internal import NIOPosix

extension Connection {
  /// core.telegram.org gives none; a TCP connection that takes longer will not come about.
  private static let connectTime = TimeAmount.seconds(5)

  /// Connects, and connects again, until it is retired or its task is cancelled.
  ///
  /// - Throws: ``TelegramError`` if trying again is useless: `keyRefused`, `alreadyInUse`, or the
  ///   server does not know the key any more.
  func run() async throws(TelegramError) {
    defer { end() }
    if isMain, let key = core.credentials?.permanentKey, lease == nil {
      lease = KeyLease(key.id)
      if lease == nil {
        fatal = TelegramError(
          .alreadyInUse, "This session is in use by another connection of this program.")
      }
    }
    var attempt = policy.first
    while fatal == nil, !isRetired, !Task.isCancelled {
      await rest(max(attempt.pause, limit.pause(at: configuration.waits.now)))
      guard !isRetired, !Task.isCancelled else { break }
      limit.begin(at: configuration.waits.now)
      address = attempt.address
      let ending = await converse()
      attempt = policy.next(after: ending, using: &random)
    }
    if let fatal { throw fatal }
  }

  private func rest(_ pause: Duration) async {
    let clock = configuration.waits
    let until = clock.now.advanced(by: pause)
    while clock.now < until, !isRetired, !Task.isCancelled {
      await attention.wait(until: until, on: clock)
    }
  }

  private func converse() async -> ReconnectPolicy.Ending {
    let bootstrap = ClientBootstrap(group: configuration.eventLoops)
      .connectTimeout(Self.connectTime)
    trouble = nil
    do {
      let route = try Route(
        to: address, dc: dc, configuration: configuration, at: configuration.moment())
      let channel = try await Self.connect(bootstrap, to: route.first)
      try await channel.executeThenClose { inbound, outbound in
        self.beginLink(on: route)
        await withTaskGroup(of: Bool.self) { group in
          group.addTask {
            await self.read(inbound)
            return true
          }
          group.addTask { await self.write(outbound) }
          for await isOver in group where isOver { group.cancelAll() }
        }
      }
    } catch {
      // No connection, or a cut: either way the link is over, and the state of it says what to do.
      if link == nil { trouble = ConnectTrouble.reason(error) }
    }
    return endLink()
  }

  private nonisolated static func connect(
    _ bootstrap: ClientBootstrap, to server: (host: String, port: Int)
  ) async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
    let wrap: @Sendable (any Channel) -> EventLoopFuture<NIOAsyncChannel<ByteBuffer, ByteBuffer>> =
      {
        channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    // A server of this machine's, in simulations.
    if server.host.hasPrefix("/") {
      return try await bootstrap.connect(
        unixDomainSocketPath: server.host, channelInitializer: wrap)
    }
    let bootstrap = bootstrap.channelOption(.tcpOption(.tcp_nodelay), value: 1)
    // An address as Telegram gives them has no name to look up.
    if let address = try? SocketAddress(ipAddress: server.host, port: server.port) {
      return try await bootstrap.connect(to: address, channelInitializer: wrap)
    }
    return try await bootstrap.connect(
      host: server.host, port: server.port, channelInitializer: wrap)
  }

  private nonisolated func read(_ inbound: NIOAsyncChannelInboundStream<ByteBuffer>) async {
    do {
      for try await buffer in inbound {
        guard await receive(Array(buffer.readableBytesView)) else { return }
      }
    } catch {
      // The peer cut the connection; the end of this function says so.
    }
  }

  /// - Returns: false if the socket takes nothing more. What came in before may yet say why, a refusal for
  ///   instance, so it is read to its end.
  private nonisolated func write(
    _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  ) async -> Bool {
    while !Task.isCancelled {
      guard let bytes = await takeOutgoing() else { return true }
      if !bytes.isEmpty {
        do {
          try await outbound.write(ByteBuffer(bytes: bytes))
        } catch {
          return false
        }
      }
      await attention.wait(until: await nextLook, on: configuration.waits)
    }
    return true
  }

  private func end() {
    isRetired = true
    lease = nil
    let error = fatal ?? Self.closed
    for token in pending.keys.sorted() { settle(token, .failure(error)) }
  }
}
