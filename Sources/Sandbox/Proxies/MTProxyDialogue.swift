import MTProto

/// What an MTProxy does with one client: takes its packets out of their frames and puts them into its
/// own to the data center, and the other way round.
struct MTProxyDialogue: ProxyDialogue {
  private let configuration: MTProxyServer.Configuration
  private let note: @Sendable (MTProxyServer.Client) -> Void
  private var disguise: FakeTLSServer?
  private var client: TransportCodec
  /// Nil until the client is known.
  private var server: TransportCodec?
  private var isStranger = false

  init(
    _ configuration: MTProxyServer.Configuration,
    note: @escaping @Sendable (MTProxyServer.Client) -> Void
  ) {
    self.configuration = configuration
    self.note = note
    disguise = configuration.domain.map { FakeTLSServer(domain: $0, secret: configuration.secret) }
    client = .server(secret: configuration.secret)
  }

  mutating func receive(fromClient bytes: [UInt8]) -> ProxyStep {
    guard !isStranger else { return ProxyStep() }
    var step = ProxyStep()
    do throws(FakeTLSError) {
      let opened = try disguise?.receive(bytes, unixTime: configuration.unixTime())
      step.toClient = opened?.answer ?? []
      client.receive(opened?.data ?? bytes)
    } catch {
      return ProxyStep(toClient: FakeTLSServer.rejection, ends: true)
    }
    do throws(TransportError) {
      while let frame = try client.next() {
        // What is shorter than a message is nothing that clients send.
        guard case .packet(let packet) = frame else { return ProxyStep(ends: true) }
        if server == nil {
          guard let target = welcome() else { return ProxyStep(ends: true) }
          step.connect = target
        }
        step.toServer += server?.encode(packet) ?? []
      }
    } catch {
      guard server == nil, !configuration.cutsStrangers else { return ProxyStep(ends: true) }
      isStranger = true
      return ProxyStep()
    }
    return step
  }

  mutating func connected(_ stands: Bool) -> ProxyStep { ProxyStep(ends: !stands) }

  mutating func receive(fromServer bytes: [UInt8]) -> ProxyStep {
    server?.receive(bytes)
    var step = ProxyStep()
    do throws(TransportError) {
      while let frame = try server?.next() {
        switch frame {
        case .packet(let packet): step.toClient += client.encode(packet)
        case .refusal(let refusal): step.toClient += client.encode(refusal)
        case .quickAck: break
        }
      }
    } catch {
      step.ends = true
    }
    step.toClient = disguise?.wrap(step.toClient) ?? step.toClient
    return step
  }

  /// Where the client's packets go; nil if it is not served.
  private mutating func welcome() -> ProxyTarget? {
    guard let kind = client.kind, let dc = client.dc else { return nil }
    note(MTProxyServer.Client(kind: kind, dc: dc))
    let requiresPadding = configuration.requiresPadding || configuration.domain != nil
    guard !requiresPadding || kind == .paddedIntermediate else { return nil }
    // Media has the number's negative, test servers 10,000 more.
    let number = Int(dc.magnitude) % 10_000
    guard let target = configuration.dataCenters[number],
      let upstream = Obfuscation(.intermediate, dc: dc)
    else { return nil }
    server = TransportCodec(client: upstream)
    return target
  }
}
