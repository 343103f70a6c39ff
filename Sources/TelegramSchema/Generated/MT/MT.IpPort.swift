// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `IpPort`
  package enum IpPort: TLDecodable, TLEncodable {
    case ipPort(MT.IpPort.IpPort)
    case ipPortSecret(MT.IpPort.IpPortSecret)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xd433ad73:
        self = .ipPort(try MT.IpPort.IpPort(body: &reader))
      case 0x37982646:
        self = .ipPortSecret(try MT.IpPort.IpPortSecret(body: &reader))
      default:
        throw reader.unknown(id, in: "IpPort")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .ipPort(let value): writer.constructor(0xd433ad73); value.encodeBody(to: &writer)
      case .ipPortSecret(let value): writer.constructor(0x37982646); value.encodeBody(to: &writer)
      }
    }

    /// `ipPort#d433ad73`
    package struct IpPort: Sendable {
      package static var constructorID: UInt32 { 0xd433ad73 }
      package let ipv4: Int32
      package let port: Int32

      package init(ipv4: Int32, port: Int32) {
        self.ipv4 = ipv4
        self.port = port
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.ipv4 = try reader.int()
        self.port = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(ipv4)
        writer.int(port)
      }
    }

    /// `ipPortSecret#37982646`
    package struct IpPortSecret: Sendable {
      package static var constructorID: UInt32 { 0x37982646 }
      package let ipv4: Int32
      package let port: Int32
      package let secret: [UInt8]

      package init(ipv4: Int32, port: Int32, secret: [UInt8]) {
        self.ipv4 = ipv4
        self.port = port
        self.secret = secret
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.ipv4 = try reader.int()
        self.port = try reader.int()
        self.secret = try reader.bytes()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(ipv4)
        writer.int(port)
        writer.bytes(secret)
      }
    }
  }
}
