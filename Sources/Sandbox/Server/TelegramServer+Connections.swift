import Logging
import MTProto
import NIOCore

/// One TCP connection.
struct Connection {
  var codec = TransportCodec.server()
  var handshake: ServerHandshake
  /// What is to be written; finishing it closes the connection.
  let output: AsyncStream<Outgoing>.Continuation
  var sessions: Set<SessionKey> = []
  /// It stays open; nothing is sent on it, and what comes is not read.
  var isSilent = false
  /// It is cut as soon as what came on it was looked at.
  var isDoomed = false

  struct Outgoing {
    var bytes: [UInt8]
    var isRefusal = false
  }
}

extension TelegramServer {
  nonisolated func serve(_ client: Client) async {
    do {
      try await client.executeThenClose { inbound, outbound in
        let (output, continuation) = AsyncStream.makeStream(of: Connection.Outgoing.self)
        guard let id = await open(continuation) else { return }
        await withTaskGroup(of: Bool.self) { group in
          group.addTask { await Self.write(output, to: outbound) }
          group.addTask {
            await self.read(inbound, of: id)
            return true
          }
          for await isOver in group where isOver { group.cancelAll() }
        }
        await close(id)
      }
    } catch {
      // A peer that vanishes while its channel closes is an ordinary end.
      configuration.logger.debug("A connection ended: \(error)")
    }
  }

  /// Writes everything that was to be written, and ends the connection; after a refusal only our side of
  /// it, since a socket that is closed with something unread throws away what is on its way to the client.
  ///
  /// - Returns: whether the connection is to be closed now.
  private nonisolated static func write(
    _ output: AsyncStream<Connection.Outgoing>,
    to outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  ) async -> Bool {
    var isRefused = false
    do {
      for await outgoing in output {
        isRefused = outgoing.isRefusal
        try await outbound.write(ByteBuffer(bytes: outgoing.bytes))
      }
    } catch {
      // The client is gone; what it has not acknowledged is kept with its session.
      return false
    }
    if isRefused { outbound.finish() }
    return !isRefused
  }

  /// Reads until the client has closed the connection. What comes after we have ended it is not looked at.
  private nonisolated func read(
    _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, of id: Int
  ) async {
    do {
      for try await buffer in inbound {
        if await !receive(Array(buffer.readableBytesView), on: id) { await cut(id) }
      }
    } catch {
      configuration.logger.debug("A connection broke: \(error)")
    }
  }

  /// Nil while connections are refused.
  private func open(_ output: AsyncStream<Connection.Outgoing>.Continuation) -> Int? {
    guard !refusesConnections, strike(.connection) == nil else { return nil }
    lastConnection += 1
    connections[lastConnection] = Connection(
      handshake: ServerHandshake(
        key: key.key, random: configuration.random, options: configuration.handshake),
      output: output)
    return lastConnection
  }

  private func close(_ id: Int) {
    guard let connection = connections.removeValue(forKey: id) else { return }
    connection.output.finish()
    let now = moment().monotonic
    for key in connection.sessions where sessions[key]?.connection == id {
      sessions[key]?.connection = nil
      sessions[key]?.disconnected = now
      sessions[key]?.session.disconnected()
    }
  }

  /// Ends a connection once what was given to it is written.
  func cut(_ id: Int) {
    connections[id]?.output.finish()
    close(id)
  }

  /// False if the connection must be closed, or is.
  private func receive(_ bytes: [UInt8], on id: Int) -> Bool {
    guard let isSilent = connections[id]?.isSilent else { return false }
    guard !isSilent else { return true }
    connections[id]?.codec.receive(bytes)
    do throws(TransportError) {
      while let frame = try connections[id]?.codec.next() {
        // Only servers send refusals and quick acks.
        guard case .packet(let packet) = frame, handle(packet, on: id) else { return false }
      }
    } catch {
      configuration.logger.debug("A client sent no frames: \(error)")
      return false
    }
    return connections[id] != nil
  }

  func write(_ packet: [UInt8], on id: Int) {
    guard !packet.isEmpty, connections[id]?.isSilent != true,
      let bytes = connections[id]?.codec.encode(packet)
    else { return }
    connections[id]?.output.yield(Connection.Outgoing(bytes: bytes))
  }

  func refuse(_ refusal: TransportRefusal, on id: Int) {
    guard connections[id]?.isSilent != true, let bytes = connections[id]?.codec.encode(refusal)
    else { return }
    connections[id]?.output.yield(Connection.Outgoing(bytes: bytes, isRefusal: true))
  }
}
