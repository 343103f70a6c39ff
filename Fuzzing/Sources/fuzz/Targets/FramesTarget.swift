import Cryptography

@testable import MTProto

/// The frame reader: every transport, either side. However the bytes are cut on their way, the frames
/// are the same, and no more is held than a frame may have.
struct FramesTarget: FuzzTarget {
  static let name = "frames"

  private static let secret = SecretBytes([UInt8](repeating: 7, count: 16))

  /// Who reads, and what its bytes are put through before.
  private enum Setting: CaseIterable {
    case server, serverWithSecret
    case abridged, intermediate, padded, full
    /// The client's bytes in plain, behind a valid header.
    case serverObfuscated, serverBehindSecret
    case clientObfuscated
  }

  static func seeds() throws -> [[UInt8]] {
    let random = RandomSource.seeded(1)
    let payloads = [28, 40, 600].map { PlainMessage(messageID: 4, body: random.bytes($0)).packet }
    var seeds: [[UInt8]] = []
    for (index, setting) in Setting.allCases.enumerated() {
      for (number, kind) in TransportKind.allCases.enumerated() {
        var codec: TransportCodec
        switch setting {
        case .server: codec = TransportCodec(client: kind, random: random)
        case .abridged: codec = serving(.abridged)
        case .intermediate: codec = serving(.intermediate)
        case .padded: codec = serving(.paddedIntermediate)
        case .full: codec = serving(.full)
        default:
          guard kind != .full else { continue }
          codec = serving(kind)
        }
        var wire: [UInt8] = []
        for payload in payloads { wire += codec.encode(payload) }
        if setting != .server { wire += codec.encode(.flood) + codec.encode(quickAck: 77) }
        seeds.append([UInt8(index), UInt8(number), UInt8(number * 37)] + wire)
      }
    }
    return seeds
  }

  /// A server's side that has found out what the client speaks.
  private static func serving(_ kind: TransportKind) -> TransportCodec {
    var codec = TransportCodec.server(random: .seeded(3))
    codec.kind = kind
    return codec
  }

  func run(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    let setting = choices.element(of: Setting.allCases)
    let kind = choices.element(of: TransportKind.allCases)
    let pattern = choices.byte()
    guard let (codec, wire) = Self.prepare(setting, kind, choices.remainder()) else { return }
    let whole = Self.read(codec, [wire])
    let split = Self.read(codec, Splits.pieces(wire, pattern: pattern))
    demand(whole == split, "frames depend on how the bytes were cut")
    for frame in whole.frames {
      guard case .packet(let payload) = frame else { continue }
      demand(
        payload.count <= TransportCodec.maximumLength + TransportKind.longestPadding,
        "a frame is longer than frames may be")
      Self.checkReturn(payload, kind)
    }
  }

  private static func prepare(
    _ setting: Setting, _ kind: TransportKind, _ wire: [UInt8]
  ) -> (TransportCodec, [UInt8])? {
    switch setting {
    case .server: return (.server(), wire)
    case .serverWithSecret: return (.server(secret: secret), wire)
    case .abridged: return (TransportCodec(client: .abridged), wire)
    case .intermediate: return (TransportCodec(client: .intermediate), wire)
    case .padded: return (TransportCodec(client: .paddedIntermediate), wire)
    case .full: return (TransportCodec(client: .full), wire)
    case .serverObfuscated, .serverBehindSecret:
      let secret = setting == .serverBehindSecret ? secret : nil
      guard let obfuscation = Obfuscation(kind, dc: 2, secret: secret),
        var (header, ciphers) = try? ObfuscationCiphers.client(obfuscation, random: .seeded(5))
      else { return nil }
      var wire = wire
      guard (try? ciphers.sending.apply(to: &wire)) != nil else { return nil }
      header += wire
      return (.server(secret: secret), header)
    case .clientObfuscated:
      guard let obfuscation = Obfuscation(kind, dc: 2) else { return nil }
      var codec = TransportCodec(client: obfuscation, random: .seeded(5))
      _ = codec.encode([1, 2, 3, 4])
      return (codec, wire)
    }
  }

  private struct Outcome: Equatable {
    var frames: [Frame] = []
    var error: TransportError?
  }

  private static func read(_ codec: TransportCodec, _ pieces: [[UInt8]]) -> Outcome {
    var codec = codec
    var outcome = Outcome()
    do throws(TransportError) {
      for piece in pieces {
        codec.receive(piece)
        while let frame = try codec.next() { outcome.frames.append(frame) }
        demand(
          codec.buffer.count <= TransportCodec.maximumLength + piece.count + 1 << 17,
          "more is held than a frame may have")
      }
    } catch {
      outcome.error = error
    }
    return outcome
  }

  /// What was read can be sent on, and is read there as it is.
  private static func checkReturn(_ payload: [UInt8], _ kind: TransportKind) {
    guard payload.count >= PlainMessage.headerSize, payload.count % 4 == 0,
      payload.count <= TransportCodec.maximumLength, kind != .paddedIntermediate
    else { return }
    var sender = TransportCodec(client: kind, random: .seeded(1))
    var receiver = TransportCodec.server()
    receiver.receive(sender.encode(payload))
    demand((try? receiver.next()) == .packet(payload), "a frame is read otherwise than it was sent")
  }
}
