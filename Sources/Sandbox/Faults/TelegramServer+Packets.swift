import Cryptography
import MTProto
import TL
import TelegramSchema

/// What goes wrong with packets on their way out, and with updates.
extension TelegramServer {
  /// Sends a packet of a session, unless a fault makes something else of it.
  func send(_ packet: [UInt8], of key: SessionKey, on id: Int) {
    guard connections[id]?.isSilent != true else { return }
    guard let kind = strike(.packet, in: key) else {
      noteTold(key)
      return write(packet, on: id)
    }
    switch kind {
    case .losePacket: sessions[key]?.session.excuseAcknowledgements()
    case .doublePacket:
      write(packet, on: id)
      write(packet, on: id)
    case .damagePacket:
      var damaged = packet
      if damaged.indices.contains(8) { damaged[8] ^= 1 }
      write(damaged, on: id)
    case .oversizedFrame:
      if let bytes = connections[id]?.codec.encodeOversized() {
        connections[id]?.output.yield(Connection.Outgoing(bytes: bytes))
      }
    case .cutInPacket:
      if let bytes = connections[id]?.codec.encode(packet) {
        let half = Array(bytes.prefix(bytes.count / 2))
        connections[id]?.output.yield(Connection.Outgoing(bytes: half))
      }
      cut(id)
    case .transportError(let code):
      refuse(TransportRefusal(rawValue: code), on: id)
      cut(id)
    case .silence: connections[id]?.isSilent = true
    default:
      let (before, itself) = company(of: packet, in: key, kind)
      if let before { write(before, on: id) }
      write(itself, on: id)
    }
  }

  /// What comes before the packet, and what becomes of it.
  private func company(
    of packet: [UInt8], in key: SessionKey, _ kind: FaultKind
  ) -> (before: [UInt8]?, itself: [UInt8]) {
    let now = moment()
    var before: [UInt8]?
    switch kind {
    case .foreignSession: before = forgery(.foreignSession, in: key)
    case .evenID: before = forgery(.evenID, in: key)
    case .idAhead: before = forgery(.idAhead, in: key)
    case .idBehind: before = forgery(.idBehind, in: key)
    case .gzipBomb: before = sessions[key]?.session.hostilePacket(.gzipBomb, at: now)
    case .deepContainer: before = sessions[key]?.session.hostilePacket(.deepContainer, at: now)
    case .junk: before = configuration.random.bytes(96)
    case .malformedSibling:
      return (nil, sessions[key]?.session.spoiled(packet, at: now) ?? packet)
    default: break
    }
    return (before, packet)
  }

  /// Whoever believed it would fetch the difference and acknowledge it.
  private func forgery(_ forgery: Forgery, in key: SessionKey) -> [UInt8]? {
    sessions[key]?.session.forgedPacket(
      forgery, body: API.Updates.updatesTooLong.encoded(), at: moment())
  }

  /// Pushes an update to a session, unless a fault makes something else of it.
  func push(_ body: [UInt8], to key: SessionKey) {
    let kind = strike(.update, in: key)
    switch kind {
    case .loseUpdate: return
    case .reorderUpdate:
      detained[key, default: []].append(body)
      return
    case .delayUpdate(let pause):
      delay(.update(key, body), by: pause)
      return
    case .unknownUpdate:
      sessions[key]?.session.push(Hostile.unknownUpdate(at: gateway.world.now))
    case .doubleUpdate:
      sessions[key]?.session.push(body)
      sessions[key]?.session.push(body)
    default:
      sessions[key]?.session.push(body)
    }
    guard let late = detained.removeValue(forKey: key) else { return }
    for body in late { sessions[key]?.session.push(body) }
  }
}
