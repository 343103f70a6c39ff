// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `InputMedia`
  package enum InputMedia: TLDecodable, TLEncodable {
    indirect case inputMediaDocument(API.InputMedia.InputMediaDocument)
    case inputMediaEmpty
    case inputMediaPhoto(API.InputMedia.InputMediaPhoto)
    indirect case inputMediaUploadedDocument(API.InputMedia.InputMediaUploadedDocument)
    indirect case inputMediaUploadedPhoto(API.InputMedia.InputMediaUploadedPhoto)
    /// A constructor that has no Swift type.
    case raw(TLRaw)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.peekConstructor()
      switch id {
      case 0xa8763ab5:
        _ = try reader.constructor()
        self = .inputMediaDocument(try API.InputMedia.InputMediaDocument(body: &reader))
      case 0x9664f57f:
        _ = try reader.constructor()
        self = .inputMediaEmpty
      case 0xe3af4434:
        _ = try reader.constructor()
        self = .inputMediaPhoto(try API.InputMedia.InputMediaPhoto(body: &reader))
      case 0x037c9330:
        _ = try reader.constructor()
        self = .inputMediaUploadedDocument(try API.InputMedia.InputMediaUploadedDocument(body: &reader))
      case 0x7d8375da:
        _ = try reader.constructor()
        self = .inputMediaUploadedPhoto(try API.InputMedia.InputMediaUploadedPhoto(body: &reader))
      default:
        self = .raw(try reader.raw(type: 168))
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .inputMediaDocument(let value): writer.constructor(0xa8763ab5); value.encodeBody(to: &writer)
      case .inputMediaEmpty: writer.constructor(0x9664f57f)
      case .inputMediaPhoto(let value): writer.constructor(0xe3af4434); value.encodeBody(to: &writer)
      case .inputMediaUploadedDocument(let value): writer.constructor(0x037c9330); value.encodeBody(to: &writer)
      case .inputMediaUploadedPhoto(let value): writer.constructor(0x7d8375da); value.encodeBody(to: &writer)
      case .raw(let value): value.encode(to: &writer)
      }
    }

    /// `inputMediaDocument#a8763ab5`
    package struct InputMediaDocument: Sendable {
      package static var constructorID: UInt32 { 0xa8763ab5 }
      package let spoiler: Bool
      package let id: API.InputDocument
      package let videoCover: API.InputPhoto?
      package let videoTimestamp: Int32?
      package let ttlSeconds: Int32?
      package let query: String?

      package init(spoiler: Bool = false, id: API.InputDocument, videoCover: API.InputPhoto? = nil, videoTimestamp: Int32? = nil, ttlSeconds: Int32? = nil, query: String? = nil) {
        self.spoiler = spoiler
        self.id = id
        self.videoCover = videoCover
        self.videoTimestamp = videoTimestamp
        self.ttlSeconds = ttlSeconds
        self.query = query
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.spoiler = flagsWord & 0x4 != 0
        self.id = try API.InputDocument(from: &reader)
        self.videoCover = flagsWord & 0x8 != 0 ? try API.InputPhoto(from: &reader) : nil
        self.videoTimestamp = flagsWord & 0x10 != 0 ? try reader.int() : nil
        self.ttlSeconds = flagsWord & 0x1 != 0 ? try reader.int() : nil
        self.query = flagsWord & 0x2 != 0 ? try reader.string() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if ttlSeconds != nil { flagsWord |= 0x1 }
        if query != nil { flagsWord |= 0x2 }
        if spoiler { flagsWord |= 0x4 }
        if videoCover != nil { flagsWord |= 0x8 }
        if videoTimestamp != nil { flagsWord |= 0x10 }
        writer.uint(flagsWord)
        id.encode(to: &writer)
        if let videoCover { videoCover.encode(to: &writer) }
        if let videoTimestamp { writer.int(videoTimestamp) }
        if let ttlSeconds { writer.int(ttlSeconds) }
        if let query { writer.string(query) }
      }
    }

    /// `inputMediaPhoto#e3af4434`
    package struct InputMediaPhoto: Sendable {
      package static var constructorID: UInt32 { 0xe3af4434 }
      package let spoiler: Bool
      package let id: API.InputPhoto
      package let ttlSeconds: Int32?
      package let video: API.InputDocument?
      /// Sent by the same bit as the values it follows from.
      package var livePhoto: Bool { video != nil }

      package init(spoiler: Bool = false, id: API.InputPhoto, ttlSeconds: Int32? = nil, video: API.InputDocument? = nil) {
        self.spoiler = spoiler
        self.id = id
        self.ttlSeconds = ttlSeconds
        self.video = video
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.spoiler = flagsWord & 0x2 != 0
        self.id = try API.InputPhoto(from: &reader)
        self.ttlSeconds = flagsWord & 0x1 != 0 ? try reader.int() : nil
        self.video = flagsWord & 0x4 != 0 ? try API.InputDocument(from: &reader) : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if ttlSeconds != nil { flagsWord |= 0x1 }
        if spoiler { flagsWord |= 0x2 }
        if video != nil { flagsWord |= 0x4 }
        writer.uint(flagsWord)
        id.encode(to: &writer)
        if let ttlSeconds { writer.int(ttlSeconds) }
        if let video { video.encode(to: &writer) }
      }
    }

    /// `inputMediaUploadedDocument#037c9330`
    package struct InputMediaUploadedDocument: Sendable {
      package static var constructorID: UInt32 { 0x037c9330 }
      package let nosoundVideo: Bool
      package let forceFile: Bool
      package let spoiler: Bool
      package let file: API.InputFile
      package let thumb: API.InputFile?
      package let mimeType: String
      package let attributes: [API.DocumentAttribute]
      package let stickers: [API.InputDocument]?
      package let videoCover: API.InputPhoto?
      package let videoTimestamp: Int32?
      package let ttlSeconds: Int32?

      package init(nosoundVideo: Bool = false, forceFile: Bool = false, spoiler: Bool = false, file: API.InputFile, thumb: API.InputFile? = nil, mimeType: String, attributes: [API.DocumentAttribute], stickers: [API.InputDocument]? = nil, videoCover: API.InputPhoto? = nil, videoTimestamp: Int32? = nil, ttlSeconds: Int32? = nil) {
        self.nosoundVideo = nosoundVideo
        self.forceFile = forceFile
        self.spoiler = spoiler
        self.file = file
        self.thumb = thumb
        self.mimeType = mimeType
        self.attributes = attributes
        self.stickers = stickers
        self.videoCover = videoCover
        self.videoTimestamp = videoTimestamp
        self.ttlSeconds = ttlSeconds
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.nosoundVideo = flagsWord & 0x8 != 0
        self.forceFile = flagsWord & 0x10 != 0
        self.spoiler = flagsWord & 0x20 != 0
        self.file = try API.InputFile(from: &reader)
        self.thumb = flagsWord & 0x4 != 0 ? try API.InputFile(from: &reader) : nil
        self.mimeType = try reader.string()
        self.attributes = try reader.vector()
        self.stickers = flagsWord & 0x1 != 0 ? try reader.vector() : nil
        self.videoCover = flagsWord & 0x40 != 0 ? try API.InputPhoto(from: &reader) : nil
        self.videoTimestamp = flagsWord & 0x80 != 0 ? try reader.int() : nil
        self.ttlSeconds = flagsWord & 0x2 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if stickers != nil { flagsWord |= 0x1 }
        if ttlSeconds != nil { flagsWord |= 0x2 }
        if thumb != nil { flagsWord |= 0x4 }
        if nosoundVideo { flagsWord |= 0x8 }
        if forceFile { flagsWord |= 0x10 }
        if spoiler { flagsWord |= 0x20 }
        if videoCover != nil { flagsWord |= 0x40 }
        if videoTimestamp != nil { flagsWord |= 0x80 }
        writer.uint(flagsWord)
        file.encode(to: &writer)
        if let thumb { thumb.encode(to: &writer) }
        writer.string(mimeType)
        writer.vector(attributes)
        if let stickers { writer.vector(stickers) }
        if let videoCover { videoCover.encode(to: &writer) }
        if let videoTimestamp { writer.int(videoTimestamp) }
        if let ttlSeconds { writer.int(ttlSeconds) }
      }
    }

    /// `inputMediaUploadedPhoto#7d8375da`
    package struct InputMediaUploadedPhoto: Sendable {
      package static var constructorID: UInt32 { 0x7d8375da }
      package let spoiler: Bool
      package let file: API.InputFile
      package let stickers: [API.InputDocument]?
      package let ttlSeconds: Int32?
      package let video: API.InputDocument?
      /// Sent by the same bit as the values it follows from.
      package var livePhoto: Bool { video != nil }

      package init(spoiler: Bool = false, file: API.InputFile, stickers: [API.InputDocument]? = nil, ttlSeconds: Int32? = nil, video: API.InputDocument? = nil) {
        self.spoiler = spoiler
        self.file = file
        self.stickers = stickers
        self.ttlSeconds = ttlSeconds
        self.video = video
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.spoiler = flagsWord & 0x4 != 0
        self.file = try API.InputFile(from: &reader)
        self.stickers = flagsWord & 0x1 != 0 ? try reader.vector() : nil
        self.ttlSeconds = flagsWord & 0x2 != 0 ? try reader.int() : nil
        self.video = flagsWord & 0x8 != 0 ? try API.InputDocument(from: &reader) : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if stickers != nil { flagsWord |= 0x1 }
        if ttlSeconds != nil { flagsWord |= 0x2 }
        if spoiler { flagsWord |= 0x4 }
        if video != nil { flagsWord |= 0x8 }
        writer.uint(flagsWord)
        file.encode(to: &writer)
        if let stickers { writer.vector(stickers) }
        if let ttlSeconds { writer.int(ttlSeconds) }
        if let video { video.encode(to: &writer) }
      }
    }
  }
}
