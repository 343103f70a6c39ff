// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension Methods.Help {
  /// `help.getCdnConfig#52029342`
  package struct GetCdnConfig: TLMethod {
    package static var constructorID: UInt32 { 0x52029342 }
    package typealias Response = API.CdnConfig

    package init() {
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
    }
  }
  /// `help.getConfig#c4f9186b`
  package struct GetConfig: TLMethod {
    package static var constructorID: UInt32 { 0xc4f9186b }
    package typealias Response = API.Config

    package init() {
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
    }
  }
  /// `help.getNearestDc#1fb33026`
  package struct GetNearestDc: TLMethod {
    package static var constructorID: UInt32 { 0x1fb33026 }
    package typealias Response = API.NearestDc

    package init() {
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
    }
  }
}
