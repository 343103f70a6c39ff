// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// A value of any of MTProto's own types, told by its constructor's id.
  package indirect enum Value: TLDecodable, TLEncodable {
    case accessPointRule(MT.AccessPointRule)
    case badMsgNotification(MT.BadMsgNotification)
    case bindAuthKeyInner(MT.BindAuthKeyInner)
    case clientDHInnerData(MT.ClientDHInnerData)
    case destroyAuthKeyRes(MT.DestroyAuthKeyRes)
    case destroySessionRes(MT.DestroySessionRes)
    case futureSalt(MT.FutureSalt)
    case httpWait(MT.HttpWait)
    case ipPort(MT.IpPort)
    case msgDetailedInfo(MT.MsgDetailedInfo)
    case msgResendReq(MT.MsgResendReq)
    case msgsAck(MT.MsgsAck)
    case msgsAllInfo(MT.MsgsAllInfo)
    case msgsStateInfo(MT.MsgsStateInfo)
    case msgsStateReq(MT.MsgsStateReq)
    case newSession(MT.NewSession)
    case pQInnerData(MT.PQInnerData)
    case pong(MT.Pong)
    case resPQ(MT.ResPQ)
    case rpcDropAnswer(MT.RpcDropAnswer)
    case rpcError(MT.RpcError)
    case rpcResult(MT.RpcResult)
    case serverDHParams(MT.ServerDHParams)
    case serverDHInnerData(MT.ServerDHInnerData)
    case setClientDHParamsAnswer(MT.SetClientDHParamsAnswer)
    case helpConfigSimple(MT.Help.ConfigSimple)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.peekConstructor()
      switch id {
      case 0x4679b65f: self = .accessPointRule(try .init(from: &reader))
      case 0xa7eff811, 0xedab447b: self = .badMsgNotification(try .init(from: &reader))
      case 0x75a3f765: self = .bindAuthKeyInner(try .init(from: &reader))
      case 0x6643b654: self = .clientDHInnerData(try .init(from: &reader))
      case 0xea109b13, 0x0a9f2259, 0xf660e1d4: self = .destroyAuthKeyRes(try .init(from: &reader))
      case 0x62d350c9, 0xe22045fc: self = .destroySessionRes(try .init(from: &reader))
      case 0x0949d9dc: self = .futureSalt(try .init(from: &reader))
      case 0x9299359f: self = .httpWait(try .init(from: &reader))
      case 0xd433ad73, 0x37982646: self = .ipPort(try .init(from: &reader))
      case 0x276d3ec6, 0x809db6df: self = .msgDetailedInfo(try .init(from: &reader))
      case 0x8610baeb, 0x7d861a08: self = .msgResendReq(try .init(from: &reader))
      case 0x62d6b459: self = .msgsAck(try .init(from: &reader))
      case 0x8cc0d131: self = .msgsAllInfo(try .init(from: &reader))
      case 0x04deb57d: self = .msgsStateInfo(try .init(from: &reader))
      case 0xda69fb52: self = .msgsStateReq(try .init(from: &reader))
      case 0x9ec20908: self = .newSession(try .init(from: &reader))
      case 0x83c95aec, 0xa9f55f95, 0x3c6a84d4, 0x56fddf88: self = .pQInnerData(try .init(from: &reader))
      case 0x347773c5: self = .pong(try .init(from: &reader))
      case 0x05162463: self = .resPQ(try .init(from: &reader))
      case 0xa43ad8b7, 0xcd78e586, 0x5e2ad36e: self = .rpcDropAnswer(try .init(from: &reader))
      case 0x2144ca19: self = .rpcError(try .init(from: &reader))
      case 0xf35c6d01: self = .rpcResult(try .init(from: &reader))
      case 0x79cb045d, 0xd0e8075c: self = .serverDHParams(try .init(from: &reader))
      case 0xb5890dba: self = .serverDHInnerData(try .init(from: &reader))
      case 0xa69dae02, 0x3bcbf734, 0x46dc1fb9: self = .setClientDHParamsAnswer(try .init(from: &reader))
      case 0x5a592a6c: self = .helpConfigSimple(try .init(from: &reader))
      default: throw TLError(.unknownConstructor(id), offset: reader.position)
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .accessPointRule(let value): value.encode(to: &writer)
      case .badMsgNotification(let value): value.encode(to: &writer)
      case .bindAuthKeyInner(let value): value.encode(to: &writer)
      case .clientDHInnerData(let value): value.encode(to: &writer)
      case .destroyAuthKeyRes(let value): value.encode(to: &writer)
      case .destroySessionRes(let value): value.encode(to: &writer)
      case .futureSalt(let value): value.encode(to: &writer)
      case .httpWait(let value): value.encode(to: &writer)
      case .ipPort(let value): value.encode(to: &writer)
      case .msgDetailedInfo(let value): value.encode(to: &writer)
      case .msgResendReq(let value): value.encode(to: &writer)
      case .msgsAck(let value): value.encode(to: &writer)
      case .msgsAllInfo(let value): value.encode(to: &writer)
      case .msgsStateInfo(let value): value.encode(to: &writer)
      case .msgsStateReq(let value): value.encode(to: &writer)
      case .newSession(let value): value.encode(to: &writer)
      case .pQInnerData(let value): value.encode(to: &writer)
      case .pong(let value): value.encode(to: &writer)
      case .resPQ(let value): value.encode(to: &writer)
      case .rpcDropAnswer(let value): value.encode(to: &writer)
      case .rpcError(let value): value.encode(to: &writer)
      case .rpcResult(let value): value.encode(to: &writer)
      case .serverDHParams(let value): value.encode(to: &writer)
      case .serverDHInnerData(let value): value.encode(to: &writer)
      case .setClientDHParamsAnswer(let value): value.encode(to: &writer)
      case .helpConfigSimple(let value): value.encode(to: &writer)
      }
    }
  }
}
