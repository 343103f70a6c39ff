// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension Methods {
  /// `initConnection#c1cd5ea9`
  package struct InitConnection<Query: TLQuery>: TLMethod {
    package static var constructorID: UInt32 { 0xc1cd5ea9 }
    package typealias Response = Query.Response
    package let apiId: Int32
    package let deviceModel: String
    package let systemVersion: String
    package let appVersion: String
    package let systemLangCode: String
    package let langPack: String
    package let langCode: String
    package let proxy: API.InputClientProxy?
    package let params: TLRaw?
    package let query: Query

    package init(apiId: Int32, deviceModel: String, systemVersion: String, appVersion: String, systemLangCode: String, langPack: String, langCode: String, proxy: API.InputClientProxy? = nil, params: TLRaw? = nil, query: Query) {
      self.apiId = apiId
      self.deviceModel = deviceModel
      self.systemVersion = systemVersion
      self.appVersion = appVersion
      self.systemLangCode = systemLangCode
      self.langPack = langPack
      self.langCode = langCode
      self.proxy = proxy
      self.params = params
      self.query = query
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.apiId = try reader.int()
      self.deviceModel = try reader.string()
      self.systemVersion = try reader.string()
      self.appVersion = try reader.string()
      self.systemLangCode = try reader.string()
      self.langPack = try reader.string()
      self.langCode = try reader.string()
      self.proxy = flagsWord & 0x1 != 0 ? try API.InputClientProxy(from: &reader) : nil
      self.params = flagsWord & 0x2 != 0 ? try reader.raw(type: 204) : nil
      self.query = try Query(from: &reader)
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if proxy != nil { flagsWord |= 0x1 }
      if params != nil { flagsWord |= 0x2 }
      writer.uint(flagsWord)
      writer.int(apiId)
      writer.string(deviceModel)
      writer.string(systemVersion)
      writer.string(appVersion)
      writer.string(systemLangCode)
      writer.string(langPack)
      writer.string(langCode)
      if let proxy { proxy.encode(to: &writer) }
      if let params { params.encode(to: &writer) }
      query.encode(to: &writer)
    }
  }
  /// `invokeAfterMsg#cb9f372d`
  package struct InvokeAfterMsg<Query: TLQuery>: TLMethod {
    package static var constructorID: UInt32 { 0xcb9f372d }
    package typealias Response = Query.Response
    package let msgId: Int64
    package let query: Query

    package init(msgId: Int64, query: Query) {
      self.msgId = msgId
      self.query = query
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.msgId = try reader.long()
      self.query = try Query(from: &reader)
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.long(msgId)
      query.encode(to: &writer)
    }
  }
  /// `invokeWithLayer#da9b0d0d`
  package struct InvokeWithLayer<Query: TLQuery>: TLMethod {
    package static var constructorID: UInt32 { 0xda9b0d0d }
    package typealias Response = Query.Response
    package let layer: Int32
    package let query: Query

    package init(layer: Int32, query: Query) {
      self.layer = layer
      self.query = query
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.layer = try reader.int()
      self.query = try Query(from: &reader)
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int(layer)
      query.encode(to: &writer)
    }
  }
  /// `invokeWithoutUpdates#bf9459b7`
  package struct InvokeWithoutUpdates<Query: TLQuery>: TLMethod {
    package static var constructorID: UInt32 { 0xbf9459b7 }
    package typealias Response = Query.Response
    package let query: Query

    package init(query: Query) {
      self.query = query
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.query = try Query(from: &reader)
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      query.encode(to: &writer)
    }
  }
}
