import Cryptography
import MTProto
import NIOCore
import NIOPosix
import TL
import Telegram
import TelegramSchema
import Testing

/// A server on 127.0.0.1 that speaks MTProto and answers calls by a closure: for what goes wrong on
/// the wire, which the sandbox does not do.
actor WireServer {
  enum Answer: Sendable {
    case value(any TLEncodable)
    case error(Int32, String)
    /// The connection is cut in place of an answer; the call counts as executed.
    case cut
    case silence
  }

  /// What was called, without its wrappers, and whether it came with initConnection.
  struct Call: Sendable {
    var method: Methods.Call
    var isIntroduced: Bool
  }

  private struct Peer {
    var codec = TransportCodec.server()
    var handshake: ServerHandshake
    var sessionID: Int64?
    let writer: NIOAsyncChannelOutboundWriter<ByteBuffer>
    var isCut = false
  }

  private let key: RSAPrivateKey
  private let answer: @Sendable (Methods.Call) async -> Answer
  private var listener: NIOAsyncChannel<NIOAsyncChannel<ByteBuffer, ByteBuffer>, Never>?
  private var keys: [Int64: (key: AuthKey, salt: Int64)] = [:]
  private var sessions: [Int64: ServerSession] = [:]
  private var peers: [Int: Peer] = [:]
  private(set) var calls: [Call] = []
  private(set) var connections = 0
  private(set) var bindings = 0
  var keyCount: Int { keys.count }
  /// In place of an answer to anything encrypted; -444 to anything at all.
  var refusal: TransportRefusal?

  init(
    key: RSAPrivateKey, answer: @escaping @Sendable (Methods.Call) async -> Answer
  ) {
    self.key = key
    self.answer = answer
  }

  /// Every packet goes out behind a quick ack that nobody asked for.
  var sendsQuickAcks = false

  func sendQuickAcks() { sendsQuickAcks = true }

  /// In place of binding a temporary key.
  private var bindingRefusal: String?
  /// So many packets of key exchanges are answered with -404.
  private var refusedExchanges = 0

  func refuse(with refusal: TransportRefusal?) { self.refusal = refusal }
  func refuseBindings(with text: String?) { bindingRefusal = text }
  func refuseExchanges(_ count: Int) { refusedExchanges = count }

  /// Listens, hands the address to the body, and ends with it.
  static func serve<Result: Sendable>(
    key: RSAPrivateKey, answer: @escaping @Sendable (Methods.Call) async -> Answer,
    _ body: @escaping @Sendable (WireServer, ServerAddress) async throws -> Result
  ) async throws -> Result {
    let server = WireServer(key: key, answer: answer)
    let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .bind(host: "127.0.0.1", port: 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    let address = ServerAddress(
      dc: 2, host: "127.0.0.1", port: listener.channel.localAddress?.port ?? 0)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await withThrowingDiscardingTaskGroup { peers in
          try await listener.executeThenClose { inbound in
            for try await channel in inbound {
              peers.addTask { await server.talk(to: channel) }
            }
          }
        }
      }
      defer { group.cancelAll() }
      let result = try await body(server, address)
      let conduct = await server.conduct
      #expect(conduct.isFlawless, "\(conduct)")
      return result
    }
  }

  /// What clients did wrong.
  private var conduct: ConductReport {
    sessions.values.reduce(into: ConductReport()) { $0.merge($1.report) }
  }

  func cutAll() async {
    for id in peers.keys {
      peers[id]?.isCut = true
      peers[id]?.writer.finish()
    }
  }

  func push(_ updates: API.Updates) async {
    for id in sessions.keys { sessions[id]?.push(updates.encoded()) }
    for id in peers.keys { await flush(id) }
  }

  private nonisolated func talk(to channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async {
    // A client that goes away in mid-sentence is what these tests are about.
    try? await channel.executeThenClose { inbound, outbound in
      let id = await self.enter(outbound)
      for try await buffer in inbound {
        guard await self.receive(Array(buffer.readableBytesView), from: id) else { break }
      }
      await self.leave(id)
    }
  }

  private func enter(_ writer: NIOAsyncChannelOutboundWriter<ByteBuffer>) -> Int {
    connections += 1
    peers[connections] = Peer(handshake: ServerHandshake(key: key), writer: writer)
    return connections
  }

  private func leave(_ id: Int) {
    guard let peer = peers.removeValue(forKey: id), let session = peer.sessionID else { return }
    if !peers.values.contains(where: { $0.sessionID == session }) {
      sessions[session]?.disconnected()
    }
  }

  private func receive(_ bytes: [UInt8], from id: Int) async -> Bool {
    peers[id]?.codec.receive(bytes)
    while let frame = try? peers[id]?.codec.next(), case .packet(let packet) = frame {
      if Envelope.keyID(of: packet) == 0, refusedExchanges > 0 {
        refusedExchanges -= 1
        if let frame = peers[id]?.codec.encode(.notFound) { await writeRaw(frame, to: id) }
        return false
      } else if Envelope.keyID(of: packet) == 0, refusal != .invalidDC {
        guard let reply = try? peers[id]?.handshake.receive(packet, at: .now()) else {
          return false
        }
        if let result = reply.result { keys[result.key.id] = (result.key, result.salt) }
        await write(reply.packet, to: id)
      } else if let refusal {
        if let frame = peers[id]?.codec.encode(refusal) { await writeRaw(frame, to: id) }
        return false
      } else {
        guard let known = Envelope.keyID(of: packet).flatMap({ keys[$0] }),
          let message = try? Envelope.open(packet, with: known.key, from: .client)
        else { return false }
        let sessionID = message.sessionID
        if sessions[sessionID] == nil {
          sessions[sessionID] = ServerSession(
            key: known.key, sessionID: sessionID, salt: known.salt)
        } else if peers[id]?.sessionID != sessionID {
          sessions[sessionID]?.connected()
        }
        peers[id]?.sessionID = sessionID
        sessions[sessionID]?.receive(message, at: .now())
        await flush(id)
      }
    }
    return peers[id]?.isCut == false
  }

  private func flush(_ id: Int) async {
    guard let sessionID = peers[id]?.sessionID else { return }
    let actions = sessions[sessionID]?.poll(at: .now()) ?? []
    for action in actions {
      switch action {
      case .send(let packet): await write(packet, to: id)
      case .call(let call): await carryOut(call, sessionID, id)
      case .close: peers[id]?.writer.finish()
      case .dropped, .destroySession: break
      }
    }
  }

  private func carryOut(_ call: ServerCall, _ sessionID: Int64, _ id: Int) async {
    guard var method = try? Methods.Call(bytes: call.body) else { return }
    if case .authBindTempAuthKey(let request) = method {
      return await bind(request, call.messageID, sessionID, id)
    }
    var isIntroduced = false
    if case .invokeWithLayer(let layer) = method,
      let inner = try? Methods.Call(bytes: layer.query.bytes)
    {
      method = inner
    }
    if case .initConnection(let connection) = method,
      let inner = try? Methods.Call(bytes: connection.query.bytes)
    {
      method = inner
      isIntroduced = true
    }
    calls.append(Call(method: method, isIntroduced: isIntroduced))
    switch await answer(method) {
    case .value(let value): sessions[sessionID]?.answer(call.messageID, with: value.encoded())
    case .error(let code, let text):
      sessions[sessionID]?.fail(call.messageID, code: code, text: text)
    case .cut:
      sessions[sessionID]?.answer(call.messageID, with: true.encoded())
      peers[id]?.isCut = true
      peers[id]?.sessionID = nil
      peers[id]?.writer.finish()
      sessions[sessionID]?.disconnected()
      return
    case .silence: return
    }
    await flush(id)
  }

  private func bind(
    _ request: Methods.Auth.BindTempAuthKey, _ message: Int64, _ sessionID: Int64, _ id: Int
  ) async {
    bindings += 1
    let refusal =
      bindingRefusal
      ?? sessions[sessionID].flatMap {
        BindingCheck.refusal(
          of: request, message: message, session: sessionID, temporaryKey: $0.key,
          permanentKey: keys[request.permAuthKeyId]?.key)
      }
    if let refusal {
      sessions[sessionID]?.fail(message, code: 400, text: refusal)
    } else {
      sessions[sessionID]?.answer(message, with: true.encoded())
    }
    await flush(id)
  }

  private func write(_ packet: [UInt8], to id: Int) async {
    let ack = sendsQuickAcks ? peers[id]?.codec.encode(quickAck: 0x0102_0304) ?? [] : []
    if let frame = peers[id]?.codec.encode(packet) { await writeRaw(ack + frame, to: id) }
  }

  private func writeRaw(_ frame: [UInt8], to id: Int) async {
    // The client may have gone meanwhile.
    try? await peers[id]?.writer.write(ByteBuffer(bytes: frame))
  }
}
