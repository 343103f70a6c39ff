// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `MessageMedia`
  package enum MessageMedia: TLDecodable, TLEncodable {
    indirect case messageMediaContact(API.MessageMedia.MessageMediaContact)
    indirect case messageMediaDocument(API.MessageMedia.MessageMediaDocument)
    case messageMediaEmpty
    case messageMediaGeo(API.MessageMedia.MessageMediaGeo)
    case messageMediaPhoto(API.MessageMedia.MessageMediaPhoto)
    case messageMediaUnsupported
    case messageMediaWebPage(API.MessageMedia.MessageMediaWebPage)
    /// A constructor that has no Swift type.
    case raw(TLRaw)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.peekConstructor()
      switch id {
      case 0x70322949:
        _ = try reader.constructor()
        self = .messageMediaContact(try API.MessageMedia.MessageMediaContact(body: &reader))
      case 0x52d8ccd9:
        _ = try reader.constructor()
        self = .messageMediaDocument(try API.MessageMedia.MessageMediaDocument(body: &reader))
      case 0x3ded6320:
        _ = try reader.constructor()
        self = .messageMediaEmpty
      case 0x56e0d474:
        _ = try reader.constructor()
        self = .messageMediaGeo(try API.MessageMedia.MessageMediaGeo(body: &reader))
      case 0xe216eb63:
        _ = try reader.constructor()
        self = .messageMediaPhoto(try API.MessageMedia.MessageMediaPhoto(body: &reader))
      case 0x9f84f49e:
        _ = try reader.constructor()
        self = .messageMediaUnsupported
      case 0xddf10c3b:
        _ = try reader.constructor()
        self = .messageMediaWebPage(try API.MessageMedia.MessageMediaWebPage(body: &reader))
      default:
        self = .raw(try reader.raw(type: 223))
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .messageMediaContact(let value): writer.constructor(0x70322949); value.encodeBody(to: &writer)
      case .messageMediaDocument(let value): writer.constructor(0x52d8ccd9); value.encodeBody(to: &writer)
      case .messageMediaEmpty: writer.constructor(0x3ded6320)
      case .messageMediaGeo(let value): writer.constructor(0x56e0d474); value.encodeBody(to: &writer)
      case .messageMediaPhoto(let value): writer.constructor(0xe216eb63); value.encodeBody(to: &writer)
      case .messageMediaUnsupported: writer.constructor(0x9f84f49e)
      case .messageMediaWebPage(let value): writer.constructor(0xddf10c3b); value.encodeBody(to: &writer)
      case .raw(let value): value.encode(to: &writer)
      }
    }

    /// `messageMediaContact#70322949`
    package struct MessageMediaContact: Sendable {
      package static var constructorID: UInt32 { 0x70322949 }
      package let phoneNumber: String
      package let firstName: String
      package let lastName: String
      package let vcard: String
      package let userId: Int64

      package init(phoneNumber: String, firstName: String, lastName: String, vcard: String, userId: Int64) {
        self.phoneNumber = phoneNumber
        self.firstName = firstName
        self.lastName = lastName
        self.vcard = vcard
        self.userId = userId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.phoneNumber = try reader.string()
        self.firstName = try reader.string()
        self.lastName = try reader.string()
        self.vcard = try reader.string()
        self.userId = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.string(phoneNumber)
        writer.string(firstName)
        writer.string(lastName)
        writer.string(vcard)
        writer.long(userId)
      }
    }

    /// `messageMediaDocument#52d8ccd9`
    package struct MessageMediaDocument: Sendable {
      package static var constructorID: UInt32 { 0x52d8ccd9 }
      package let nopremium: Bool
      package let spoiler: Bool
      package let video: Bool
      package let round: Bool
      package let voice: Bool
      package let document: API.Document?
      package let altDocuments: [API.Document]?
      package let videoCover: API.Photo?
      package let videoTimestamp: Int32?
      package let ttlSeconds: Int32?

      package init(nopremium: Bool = false, spoiler: Bool = false, video: Bool = false, round: Bool = false, voice: Bool = false, document: API.Document? = nil, altDocuments: [API.Document]? = nil, videoCover: API.Photo? = nil, videoTimestamp: Int32? = nil, ttlSeconds: Int32? = nil) {
        self.nopremium = nopremium
        self.spoiler = spoiler
        self.video = video
        self.round = round
        self.voice = voice
        self.document = document
        self.altDocuments = altDocuments
        self.videoCover = videoCover
        self.videoTimestamp = videoTimestamp
        self.ttlSeconds = ttlSeconds
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.nopremium = flagsWord & 0x8 != 0
        self.spoiler = flagsWord & 0x10 != 0
        self.video = flagsWord & 0x40 != 0
        self.round = flagsWord & 0x80 != 0
        self.voice = flagsWord & 0x100 != 0
        self.document = flagsWord & 0x1 != 0 ? try API.Document(from: &reader) : nil
        self.altDocuments = flagsWord & 0x20 != 0 ? try reader.vector() : nil
        self.videoCover = flagsWord & 0x200 != 0 ? try API.Photo(from: &reader) : nil
        self.videoTimestamp = flagsWord & 0x400 != 0 ? try reader.int() : nil
        self.ttlSeconds = flagsWord & 0x4 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if document != nil { flagsWord |= 0x1 }
        if ttlSeconds != nil { flagsWord |= 0x4 }
        if nopremium { flagsWord |= 0x8 }
        if spoiler { flagsWord |= 0x10 }
        if altDocuments != nil { flagsWord |= 0x20 }
        if video { flagsWord |= 0x40 }
        if round { flagsWord |= 0x80 }
        if voice { flagsWord |= 0x100 }
        if videoCover != nil { flagsWord |= 0x200 }
        if videoTimestamp != nil { flagsWord |= 0x400 }
        writer.uint(flagsWord)
        if let document { document.encode(to: &writer) }
        if let altDocuments { writer.vector(altDocuments) }
        if let videoCover { videoCover.encode(to: &writer) }
        if let videoTimestamp { writer.int(videoTimestamp) }
        if let ttlSeconds { writer.int(ttlSeconds) }
      }
    }

    /// `messageMediaGeo#56e0d474`
    package struct MessageMediaGeo: Sendable {
      package static var constructorID: UInt32 { 0x56e0d474 }
      package let geo: API.GeoPoint

      package init(geo: API.GeoPoint) {
        self.geo = geo
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.geo = try API.GeoPoint(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        geo.encode(to: &writer)
      }
    }

    /// `messageMediaPhoto#e216eb63`
    package struct MessageMediaPhoto: Sendable {
      package static var constructorID: UInt32 { 0xe216eb63 }
      package let spoiler: Bool
      package let photo: API.Photo?
      package let ttlSeconds: Int32?
      package let video: API.Document?
      /// Sent by the same bit as the values it follows from.
      package var livePhoto: Bool { video != nil }

      package init(spoiler: Bool = false, photo: API.Photo? = nil, ttlSeconds: Int32? = nil, video: API.Document? = nil) {
        self.spoiler = spoiler
        self.photo = photo
        self.ttlSeconds = ttlSeconds
        self.video = video
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.spoiler = flagsWord & 0x8 != 0
        self.photo = flagsWord & 0x1 != 0 ? try API.Photo(from: &reader) : nil
        self.ttlSeconds = flagsWord & 0x4 != 0 ? try reader.int() : nil
        self.video = flagsWord & 0x10 != 0 ? try API.Document(from: &reader) : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if photo != nil { flagsWord |= 0x1 }
        if ttlSeconds != nil { flagsWord |= 0x4 }
        if spoiler { flagsWord |= 0x8 }
        if video != nil { flagsWord |= 0x10 }
        writer.uint(flagsWord)
        if let photo { photo.encode(to: &writer) }
        if let ttlSeconds { writer.int(ttlSeconds) }
        if let video { video.encode(to: &writer) }
      }
    }

    /// `messageMediaWebPage#ddf10c3b`
    package struct MessageMediaWebPage: Sendable {
      package static var constructorID: UInt32 { 0xddf10c3b }
      package let forceLargeMedia: Bool
      package let forceSmallMedia: Bool
      package let manual: Bool
      package let safe: Bool
      package let webpage: TLRaw

      package init(forceLargeMedia: Bool = false, forceSmallMedia: Bool = false, manual: Bool = false, safe: Bool = false, webpage: TLRaw) {
        self.forceLargeMedia = forceLargeMedia
        self.forceSmallMedia = forceSmallMedia
        self.manual = manual
        self.safe = safe
        self.webpage = webpage
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.forceLargeMedia = flagsWord & 0x1 != 0
        self.forceSmallMedia = flagsWord & 0x2 != 0
        self.manual = flagsWord & 0x8 != 0
        self.safe = flagsWord & 0x10 != 0
        self.webpage = try reader.raw(type: 414)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if forceLargeMedia { flagsWord |= 0x1 }
        if forceSmallMedia { flagsWord |= 0x2 }
        if manual { flagsWord |= 0x8 }
        if safe { flagsWord |= 0x10 }
        writer.uint(flagsWord)
        webpage.encode(to: &writer)
      }
    }
  }
}
