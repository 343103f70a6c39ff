// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `GeoPoint`
  package enum GeoPoint: TLDecodable, TLEncodable {
    case geoPoint(API.GeoPoint.GeoPoint)
    case geoPointEmpty

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xb2a2f663:
        self = .geoPoint(try API.GeoPoint.GeoPoint(body: &reader))
      case 0x1117dd5f:
        self = .geoPointEmpty
      default:
        throw reader.unknown(id, in: "GeoPoint")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .geoPoint(let value): writer.constructor(0xb2a2f663); value.encodeBody(to: &writer)
      case .geoPointEmpty: writer.constructor(0x1117dd5f)
      }
    }

    /// `geoPoint#b2a2f663`
    package struct GeoPoint: Sendable {
      package static var constructorID: UInt32 { 0xb2a2f663 }
      package let long: Double
      package let lat: Double
      package let accessHash: Int64
      package let accuracyRadius: Int32?

      package init(long: Double, lat: Double, accessHash: Int64, accuracyRadius: Int32? = nil) {
        self.long = long
        self.lat = lat
        self.accessHash = accessHash
        self.accuracyRadius = accuracyRadius
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.long = try reader.double()
        self.lat = try reader.double()
        self.accessHash = try reader.long()
        self.accuracyRadius = flagsWord & 0x1 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if accuracyRadius != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        writer.double(long)
        writer.double(lat)
        writer.long(accessHash)
        if let accuracyRadius { writer.int(accuracyRadius) }
      }
    }
  }
}
