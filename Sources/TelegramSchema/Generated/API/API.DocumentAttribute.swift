// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `DocumentAttribute`
  package enum DocumentAttribute: TLDecodable, TLEncodable {
    case documentAttributeAnimated
    indirect case documentAttributeAudio(API.DocumentAttribute.DocumentAttributeAudio)
    case documentAttributeFilename(API.DocumentAttribute.DocumentAttributeFilename)
    case documentAttributeHasStickers
    case documentAttributeImageSize(API.DocumentAttribute.DocumentAttributeImageSize)
    indirect case documentAttributeSticker(API.DocumentAttribute.DocumentAttributeSticker)
    indirect case documentAttributeVideo(API.DocumentAttribute.DocumentAttributeVideo)
    /// A constructor that has no Swift type.
    case raw(TLRaw)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.peekConstructor()
      switch id {
      case 0x11b58939:
        _ = try reader.constructor()
        self = .documentAttributeAnimated
      case 0x9852f9c6:
        _ = try reader.constructor()
        self = .documentAttributeAudio(try API.DocumentAttribute.DocumentAttributeAudio(body: &reader))
      case 0x15590068:
        _ = try reader.constructor()
        self = .documentAttributeFilename(try API.DocumentAttribute.DocumentAttributeFilename(body: &reader))
      case 0x9801d2f7:
        _ = try reader.constructor()
        self = .documentAttributeHasStickers
      case 0x6c37c15c:
        _ = try reader.constructor()
        self = .documentAttributeImageSize(try API.DocumentAttribute.DocumentAttributeImageSize(body: &reader))
      case 0x6319d612:
        _ = try reader.constructor()
        self = .documentAttributeSticker(try API.DocumentAttribute.DocumentAttributeSticker(body: &reader))
      case 0x43c57c48:
        _ = try reader.constructor()
        self = .documentAttributeVideo(try API.DocumentAttribute.DocumentAttributeVideo(body: &reader))
      default:
        self = .raw(try reader.raw(type: 91))
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .documentAttributeAnimated: writer.constructor(0x11b58939)
      case .documentAttributeAudio(let value): writer.constructor(0x9852f9c6); value.encodeBody(to: &writer)
      case .documentAttributeFilename(let value): writer.constructor(0x15590068); value.encodeBody(to: &writer)
      case .documentAttributeHasStickers: writer.constructor(0x9801d2f7)
      case .documentAttributeImageSize(let value): writer.constructor(0x6c37c15c); value.encodeBody(to: &writer)
      case .documentAttributeSticker(let value): writer.constructor(0x6319d612); value.encodeBody(to: &writer)
      case .documentAttributeVideo(let value): writer.constructor(0x43c57c48); value.encodeBody(to: &writer)
      case .raw(let value): value.encode(to: &writer)
      }
    }

    /// `documentAttributeAudio#9852f9c6`
    package struct DocumentAttributeAudio: Sendable {
      package static var constructorID: UInt32 { 0x9852f9c6 }
      package let voice: Bool
      package let duration: Int32
      package let title: String?
      package let performer: String?
      package let waveform: [UInt8]?

      package init(voice: Bool = false, duration: Int32, title: String? = nil, performer: String? = nil, waveform: [UInt8]? = nil) {
        self.voice = voice
        self.duration = duration
        self.title = title
        self.performer = performer
        self.waveform = waveform
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.voice = flagsWord & 0x400 != 0
        self.duration = try reader.int()
        self.title = flagsWord & 0x1 != 0 ? try reader.string() : nil
        self.performer = flagsWord & 0x2 != 0 ? try reader.string() : nil
        self.waveform = flagsWord & 0x4 != 0 ? try reader.bytes() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if title != nil { flagsWord |= 0x1 }
        if performer != nil { flagsWord |= 0x2 }
        if waveform != nil { flagsWord |= 0x4 }
        if voice { flagsWord |= 0x400 }
        writer.uint(flagsWord)
        writer.int(duration)
        if let title { writer.string(title) }
        if let performer { writer.string(performer) }
        if let waveform { writer.bytes(waveform) }
      }
    }

    /// `documentAttributeFilename#15590068`
    package struct DocumentAttributeFilename: Sendable {
      package static var constructorID: UInt32 { 0x15590068 }
      package let fileName: String

      package init(fileName: String) {
        self.fileName = fileName
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.fileName = try reader.string()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.string(fileName)
      }
    }

    /// `documentAttributeImageSize#6c37c15c`
    package struct DocumentAttributeImageSize: Sendable {
      package static var constructorID: UInt32 { 0x6c37c15c }
      package let w: Int32
      package let h: Int32

      package init(w: Int32, h: Int32) {
        self.w = w
        self.h = h
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.w = try reader.int()
        self.h = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(w)
        writer.int(h)
      }
    }

    /// `documentAttributeSticker#6319d612`
    package struct DocumentAttributeSticker: Sendable {
      package static var constructorID: UInt32 { 0x6319d612 }
      package let mask: Bool
      package let alt: String
      package let stickerset: TLRaw
      package let maskCoords: TLRaw?

      package init(mask: Bool = false, alt: String, stickerset: TLRaw, maskCoords: TLRaw? = nil) {
        self.mask = mask
        self.alt = alt
        self.stickerset = stickerset
        self.maskCoords = maskCoords
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.mask = flagsWord & 0x2 != 0
        self.alt = try reader.string()
        self.stickerset = try reader.raw(type: 191)
        self.maskCoords = flagsWord & 0x1 != 0 ? try reader.raw(type: 215) : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if maskCoords != nil { flagsWord |= 0x1 }
        if mask { flagsWord |= 0x2 }
        writer.uint(flagsWord)
        writer.string(alt)
        stickerset.encode(to: &writer)
        if let maskCoords { maskCoords.encode(to: &writer) }
      }
    }

    /// `documentAttributeVideo#43c57c48`
    package struct DocumentAttributeVideo: Sendable {
      package static var constructorID: UInt32 { 0x43c57c48 }
      package let roundMessage: Bool
      package let supportsStreaming: Bool
      package let nosound: Bool
      package let duration: Double
      package let w: Int32
      package let h: Int32
      package let preloadPrefixSize: Int32?
      package let videoStartTs: Double?
      package let videoCodec: String?

      package init(roundMessage: Bool = false, supportsStreaming: Bool = false, nosound: Bool = false, duration: Double, w: Int32, h: Int32, preloadPrefixSize: Int32? = nil, videoStartTs: Double? = nil, videoCodec: String? = nil) {
        self.roundMessage = roundMessage
        self.supportsStreaming = supportsStreaming
        self.nosound = nosound
        self.duration = duration
        self.w = w
        self.h = h
        self.preloadPrefixSize = preloadPrefixSize
        self.videoStartTs = videoStartTs
        self.videoCodec = videoCodec
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.roundMessage = flagsWord & 0x1 != 0
        self.supportsStreaming = flagsWord & 0x2 != 0
        self.nosound = flagsWord & 0x8 != 0
        self.duration = try reader.double()
        self.w = try reader.int()
        self.h = try reader.int()
        self.preloadPrefixSize = flagsWord & 0x4 != 0 ? try reader.int() : nil
        self.videoStartTs = flagsWord & 0x10 != 0 ? try reader.double() : nil
        self.videoCodec = flagsWord & 0x20 != 0 ? try reader.string() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if roundMessage { flagsWord |= 0x1 }
        if supportsStreaming { flagsWord |= 0x2 }
        if preloadPrefixSize != nil { flagsWord |= 0x4 }
        if nosound { flagsWord |= 0x8 }
        if videoStartTs != nil { flagsWord |= 0x10 }
        if videoCodec != nil { flagsWord |= 0x20 }
        writer.uint(flagsWord)
        writer.double(duration)
        writer.int(w)
        writer.int(h)
        if let preloadPrefixSize { writer.int(preloadPrefixSize) }
        if let videoStartTs { writer.double(videoStartTs) }
        if let videoCodec { writer.string(videoCodec) }
      }
    }
  }
}
