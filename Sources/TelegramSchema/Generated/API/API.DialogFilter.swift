// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `DialogFilter`
  package enum DialogFilter: TLDecodable, TLEncodable {
    indirect case dialogFilter(API.DialogFilter.DialogFilter)
    indirect case dialogFilterChatlist(API.DialogFilter.DialogFilterChatlist)
    case dialogFilterDefault

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xaa472651:
        self = .dialogFilter(try API.DialogFilter.DialogFilter(body: &reader))
      case 0x96537bd7:
        self = .dialogFilterChatlist(try API.DialogFilter.DialogFilterChatlist(body: &reader))
      case 0x363293ae:
        self = .dialogFilterDefault
      default:
        throw reader.unknown(id, in: "DialogFilter")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .dialogFilter(let value): writer.constructor(0xaa472651); value.encodeBody(to: &writer)
      case .dialogFilterChatlist(let value): writer.constructor(0x96537bd7); value.encodeBody(to: &writer)
      case .dialogFilterDefault: writer.constructor(0x363293ae)
      }
    }

    /// `dialogFilter#aa472651`
    package struct DialogFilter: Sendable {
      package static var constructorID: UInt32 { 0xaa472651 }
      package let contacts: Bool
      package let nonContacts: Bool
      package let groups: Bool
      package let broadcasts: Bool
      package let bots: Bool
      package let excludeMuted: Bool
      package let excludeRead: Bool
      package let excludeArchived: Bool
      package let titleNoanimate: Bool
      package let id: Int32
      package let title: API.TextWithEntities
      package let emoticon: String?
      package let color: Int32?
      package let pinnedPeers: [API.InputPeer]
      package let includePeers: [API.InputPeer]
      package let excludePeers: [API.InputPeer]

      package init(contacts: Bool = false, nonContacts: Bool = false, groups: Bool = false, broadcasts: Bool = false, bots: Bool = false, excludeMuted: Bool = false, excludeRead: Bool = false, excludeArchived: Bool = false, titleNoanimate: Bool = false, id: Int32, title: API.TextWithEntities, emoticon: String? = nil, color: Int32? = nil, pinnedPeers: [API.InputPeer], includePeers: [API.InputPeer], excludePeers: [API.InputPeer]) {
        self.contacts = contacts
        self.nonContacts = nonContacts
        self.groups = groups
        self.broadcasts = broadcasts
        self.bots = bots
        self.excludeMuted = excludeMuted
        self.excludeRead = excludeRead
        self.excludeArchived = excludeArchived
        self.titleNoanimate = titleNoanimate
        self.id = id
        self.title = title
        self.emoticon = emoticon
        self.color = color
        self.pinnedPeers = pinnedPeers
        self.includePeers = includePeers
        self.excludePeers = excludePeers
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.contacts = flagsWord & 0x1 != 0
        self.nonContacts = flagsWord & 0x2 != 0
        self.groups = flagsWord & 0x4 != 0
        self.broadcasts = flagsWord & 0x8 != 0
        self.bots = flagsWord & 0x10 != 0
        self.excludeMuted = flagsWord & 0x800 != 0
        self.excludeRead = flagsWord & 0x1000 != 0
        self.excludeArchived = flagsWord & 0x2000 != 0
        self.titleNoanimate = flagsWord & 0x10000000 != 0
        self.id = try reader.int()
        self.title = try API.TextWithEntities(from: &reader)
        self.emoticon = flagsWord & 0x2000000 != 0 ? try reader.string() : nil
        self.color = flagsWord & 0x8000000 != 0 ? try reader.int() : nil
        self.pinnedPeers = try reader.vector()
        self.includePeers = try reader.vector()
        self.excludePeers = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if contacts { flagsWord |= 0x1 }
        if nonContacts { flagsWord |= 0x2 }
        if groups { flagsWord |= 0x4 }
        if broadcasts { flagsWord |= 0x8 }
        if bots { flagsWord |= 0x10 }
        if excludeMuted { flagsWord |= 0x800 }
        if excludeRead { flagsWord |= 0x1000 }
        if excludeArchived { flagsWord |= 0x2000 }
        if emoticon != nil { flagsWord |= 0x2000000 }
        if color != nil { flagsWord |= 0x8000000 }
        if titleNoanimate { flagsWord |= 0x10000000 }
        writer.uint(flagsWord)
        writer.int(id)
        title.encode(to: &writer)
        if let emoticon { writer.string(emoticon) }
        if let color { writer.int(color) }
        writer.vector(pinnedPeers)
        writer.vector(includePeers)
        writer.vector(excludePeers)
      }
    }

    /// `dialogFilterChatlist#96537bd7`
    package struct DialogFilterChatlist: Sendable {
      package static var constructorID: UInt32 { 0x96537bd7 }
      package let hasMyInvites: Bool
      package let titleNoanimate: Bool
      package let id: Int32
      package let title: API.TextWithEntities
      package let emoticon: String?
      package let color: Int32?
      package let pinnedPeers: [API.InputPeer]
      package let includePeers: [API.InputPeer]

      package init(hasMyInvites: Bool = false, titleNoanimate: Bool = false, id: Int32, title: API.TextWithEntities, emoticon: String? = nil, color: Int32? = nil, pinnedPeers: [API.InputPeer], includePeers: [API.InputPeer]) {
        self.hasMyInvites = hasMyInvites
        self.titleNoanimate = titleNoanimate
        self.id = id
        self.title = title
        self.emoticon = emoticon
        self.color = color
        self.pinnedPeers = pinnedPeers
        self.includePeers = includePeers
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.hasMyInvites = flagsWord & 0x4000000 != 0
        self.titleNoanimate = flagsWord & 0x10000000 != 0
        self.id = try reader.int()
        self.title = try API.TextWithEntities(from: &reader)
        self.emoticon = flagsWord & 0x2000000 != 0 ? try reader.string() : nil
        self.color = flagsWord & 0x8000000 != 0 ? try reader.int() : nil
        self.pinnedPeers = try reader.vector()
        self.includePeers = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if emoticon != nil { flagsWord |= 0x2000000 }
        if hasMyInvites { flagsWord |= 0x4000000 }
        if color != nil { flagsWord |= 0x8000000 }
        if titleNoanimate { flagsWord |= 0x10000000 }
        writer.uint(flagsWord)
        writer.int(id)
        title.encode(to: &writer)
        if let emoticon { writer.string(emoticon) }
        if let color { writer.int(color) }
        writer.vector(pinnedPeers)
        writer.vector(includePeers)
      }
    }
  }
}
