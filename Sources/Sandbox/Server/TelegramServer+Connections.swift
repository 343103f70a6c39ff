import Logging
import MTProto
import NIOCore

/// One TCP connection.
struct Connection {
  var codec = TransportCodec.server()
  var handshake: ServerHandshake
  /// What is to be written; finishing it closes the connection.
  let output: AsyncStream<[UInt8]>.Continuation
  var sessions: Set<SessionKey> = []
  /// It stays open; nothing is sent on it, and what comes is not read.
  var isSilent = false
  /// It is cut as soon as what came on it was looked at.
  var isDoomed = false
}

extension TelegramServer {
  nonisolated func serve(_ client: Client) async {
    do {
      try await client.executeThenClose { inbound, outbound in
        let (output, continuation) = AsyncStream.makeStream(of: [UInt8].self)
        guard let id = await open(continuation) else { return }
        await withTaskGroup { group in
          group.addTask { await Self.write(output, to: outbound) }
          group.addTask { await self.read(inbound, of: id) }
          // Whichever side ends first ends the connection.
          await group.next()
          group.cancelAll()
        }
        await close(id)
      }
    } catch {
      // A peer that vanishes while its channel closes is an ordinary end.
      configuration.logger.debug("A connection ended: \(error)")
    }
  }

  private nonisolated static func write(
    _ output: AsyncStream<[UInt8]>, to outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  ) async {
    do {
      for await bytes in output { try await outbound.write(ByteBuffer(bytes: bytes)) }
    } catch {
      // The client is gone; what it has not acknowledged is kept with its session.
    }
  }

  private nonisolated func read(
    _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, of id: Int
  ) async {
    do {
      for try await buffer in inbound {
        guard await receive(Array(buffer.readableBytesView), on: id) else { return }
      }
    } catch {
      configuration.logger.debug("A connection broke: \(error)")
    }
  }

  /// Nil while connections are refused.
  private func open(_ output: AsyncStream<[UInt8]>.Continuation) -> Int? {
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

  /// False if the connection must be closed.
  private func receive(_ bytes: [UInt8], on id: Int) -> Bool {
    guard connections[id]?.isSilent != true else { return true }
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
    connections[id]?.output.yield(bytes)
  }

  func refuse(_ refusal: TransportRefusal, on id: Int) {
    guard connections[id]?.isSilent != true, let bytes = connections[id]?.codec.encode(refusal)
    else { return }
    connections[id]?.output.yield(bytes)
  }
}
