// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT.Methods {
  /// Any of MTProto's own methods, told by its id.
  package indirect enum Call: TLDecodable, TLEncodable {
    case contestSaveDeveloperInfo(MT.Methods.Contest.SaveDeveloperInfo)
    case destroyAuthKey(MT.Methods.DestroyAuthKey)
    case destroySession(MT.Methods.DestroySession)
    case getFutureSalts(MT.Methods.GetFutureSalts)
    case ping(MT.Methods.Ping)
    case pingDelayDisconnect(MT.Methods.PingDelayDisconnect)
    case reqDHParams(MT.Methods.ReqDHParams)
    case reqPq(MT.Methods.ReqPq)
    case reqPqMulti(MT.Methods.ReqPqMulti)
    case rpcDropAnswer(MT.Methods.RpcDropAnswer)
    case setClientDHParams(MT.Methods.SetClientDHParams)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.peekConstructor()
      switch id {
      case 0x9a5f6e95: self = .contestSaveDeveloperInfo(try .init(from: &reader))
      case 0xd1435160: self = .destroyAuthKey(try .init(from: &reader))
      case 0xe7512126: self = .destroySession(try .init(from: &reader))
      case 0xb921bd04: self = .getFutureSalts(try .init(from: &reader))
      case 0x7abe77ec: self = .ping(try .init(from: &reader))
      case 0xf3427b8c: self = .pingDelayDisconnect(try .init(from: &reader))
      case 0xd712e4be: self = .reqDHParams(try .init(from: &reader))
      case 0x60469778: self = .reqPq(try .init(from: &reader))
      case 0xbe7e8ef1: self = .reqPqMulti(try .init(from: &reader))
      case 0x58e4a740: self = .rpcDropAnswer(try .init(from: &reader))
      case 0xf5045f1f: self = .setClientDHParams(try .init(from: &reader))
      default: throw TLError(.unknownConstructor(id), offset: reader.position)
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .contestSaveDeveloperInfo(let value): value.encode(to: &writer)
      case .destroyAuthKey(let value): value.encode(to: &writer)
      case .destroySession(let value): value.encode(to: &writer)
      case .getFutureSalts(let value): value.encode(to: &writer)
      case .ping(let value): value.encode(to: &writer)
      case .pingDelayDisconnect(let value): value.encode(to: &writer)
      case .reqDHParams(let value): value.encode(to: &writer)
      case .reqPq(let value): value.encode(to: &writer)
      case .reqPqMulti(let value): value.encode(to: &writer)
      case .rpcDropAnswer(let value): value.encode(to: &writer)
      case .setClientDHParams(let value): value.encode(to: &writer)
      }
    }
  }
}
