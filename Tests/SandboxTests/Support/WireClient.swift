import Cryptography
import MTProto
import NIOCore
import NIOPosix
import Sandbox
import TL
import TelegramSchema

/// MTProto's client side over a socket, with nothing on top: what tests of the server call it with.
actor WireClient {
  /// What a client keeps between connections.
  struct Identity: Sendable {
    let key: AuthKey
    let salt: Int64
  }

  struct Closed: Error {}

  private typealias Writer = NIOAsyncChannelOutboundWriter<ByteBuffer>

  private let writer: Writer
  private var codec = TransportCodec(client: .abridged)
  private var handshake: ClientHandshake
  private(set) var session: ClientSession?
  private var ready: CheckedContinuation<Identity, any Error>?
  private var identity: Identity?
  private var waiting: [CallID: CheckedContinuation<[UInt8], any Error>] = [:]
  /// Answers that came before anybody waited for them.
  private var early: [CallID: Result<[UInt8], CallFailure>] = [:]
  private var isClosed = false
  private(set) var refusal: TransportRefusal?
  private var isInitialised = false
  let updates: AsyncStream<API.Updates>
  private let updateSink: AsyncStream<API.Updates>.Continuation

  private init(
    _ writer: Writer, server: TelegramServer, session: ClientSession?, keyLife: Int32?
  ) {
    self.writer = writer
    self.session = session
    isInitialised = session != nil
    handshake = ClientHandshake(keys: [server.key.key.publicKey], dc: 2, expiresIn: keyLife)
    (updates, updateSink) = AsyncStream.makeStream(of: API.Updates.self)
  }

  /// Connects, and disconnects after `body`.
  ///
  /// - Parameters:
  ///   - identity: an auth key to begin a new session with.
  ///   - session: a session to go on with. With neither, keys are exchanged.
  ///   - keyLife: seconds that the key lives; nil for a permanent one.
  static func with<Result: Sendable>(
    _ server: TelegramServer, as identity: Identity? = nil,
    continuing session: ClientSession? = nil, keyLife: Int32? = nil,
    _ body: (WireClient) async throws -> Result
  ) async throws -> Result {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: server.host, port: server.port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    return try await channel.executeThenClose { inbound, outbound in
      let fresh = identity.map { ClientSession(key: $0.key, salt: $0.salt) }
      let client = WireClient(outbound, server: server, session: session ?? fresh, keyLife: keyLife)
      return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { await client.read(inbound) }
        defer { group.cancelAll() }
        await client.resume(isFresh: session == nil)
        return try await body(client)
      }
    }
  }

  private func read(_ inbound: NIOAsyncChannelInboundStream<ByteBuffer>) async {
    do {
      for try await buffer in inbound {
        codec.receive(buffer.readableBytesView)
        while let frame = try codec.next() { try await take(frame) }
      }
    } catch {
      // The connection is over either way.
    }
    isClosed = true
    session?.disconnected()
    updateSink.finish()
    ready?.resume(throwing: Closed())
    ready = nil
    for continuation in waiting.values { continuation.resume(throwing: Closed()) }
    waiting = [:]
  }

  private func resume(isFresh: Bool) async {
    if isFresh { isInitialised = false }
    session?.connected(at: .now())
    await pump()
  }

  /// Exchanges keys.
  func exchangeKeys() async throws -> Identity {
    let packet = handshake.start(at: .now())
    try await writer.write(ByteBuffer(bytes: codec.encode(packet)))
    if let identity { return identity }
    if isClosed { throw Closed() }
    return try await withCheckedThrowingContinuation { ready = $0 }
  }

  private func take(_ frame: Frame) async throws {
    switch frame {
    case .quickAck: break
    case .refusal(let code): refusal = code
    case .packet(let packet):
      if session == nil {
        switch try handshake.receive(packet, at: .now()) {
        case .send(let answer): try await writer.write(ByteBuffer(bytes: codec.encode(answer)))
        case .finished(let result):
          session = ClientSession(key: result.key, salt: result.salt, clock: result.clock)
          session?.connected(at: .now())
          let identity = Identity(key: result.key, salt: result.salt)
          self.identity = identity
          ready?.resume(returning: identity)
          ready = nil
        }
      } else {
        session?.receive(packet, at: .now())
        await pump()
      }
    }
  }

  private func pump() async {
    for action in session?.poll(at: .now()) ?? [] {
      switch action {
      case .send(let packet):
        // A write to a closed connection shows in the read loop.
        try? await writer.write(ByteBuffer(bytes: codec.encode(packet)))
      case .answer(let id, let result):
        if let continuation = waiting.removeValue(forKey: id) {
          continuation.resume(with: result.mapError { $0 as any Error })
        } else {
          early[id] = result
        }
      case .update(let body):
        if let updates = try? API.Updates(bytes: body) { updateSink.yield(updates) }
      case .updatesMayBeMissing, .saltChanged, .clockChanged, .bound, .unbound, .bindingRefused,
        .close:
        break
      }
    }
  }

  /// What the exchange on this connection gave.
  var exchanged: Identity? { identity }

  /// Answers to calls of an earlier connection.
  var unclaimedAnswers: Int { early.count }

  /// Calls one boxed TL value as it is.
  func callRaw(_ body: [UInt8]) async throws -> [UInt8] {
    guard let id = session?.call(body) else { throw Closed() }
    await pump()
    if let result = early.removeValue(forKey: id) { return try result.get() }
    if isClosed { throw Closed() }
    return try await withCheckedThrowingContinuation { waiting[id] = $0 }
  }

  /// Calls a method; the first call of a session goes with initConnection.
  func call<Method: TLMethod>(_ method: Method) async throws -> Method.Response {
    var body = method.encoded()
    if !isInitialised {
      isInitialised = true
      body = Self.initialising(method).encoded()
    }
    return try Method.Response(bytes: try await callRaw(body))
  }

  static func initialising<Method: TLMethod>(
    _ method: Method
  ) -> Methods.InvokeWithLayer<Methods.InitConnection<Method>> {
    Methods.InvokeWithLayer(
      layer: API.layer,
      query: Methods.InitConnection(
        apiId: 1, deviceModel: "test", systemVersion: "1", appVersion: "1", systemLangCode: "en",
        langPack: "", langCode: "en", query: method))
  }

  /// Calls that the server answers with an error give it.
  func refusal<Method: TLMethod>(of method: Method) async throws -> String {
    do {
      _ = try await call(method)
      return "no error"
    } catch CallFailure.rpc(let error) {
      return error.text
    }
  }

  /// Logs in with the code that the server sends.
  func logIn(_ phone: String = Cast.ownerPhone, at server: TelegramServer) async throws {
    var codes = server.loginCodes().makeAsyncIterator()
    let sent = try await call(
      Methods.Auth.SendCode(
        phoneNumber: phone, apiId: 1, apiHash: "sandbox", settings: API.CodeSettings()))
    guard case .sentCode(let sent) = sent, let code = await codes.next() else { throw Closed() }
    _ = try await call(
      Methods.Auth.SignIn(
        phoneNumber: phone, phoneCodeHash: sent.phoneCodeHash, phoneCode: code.code))
  }
}
