// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `MessagesFilter`
  package enum MessagesFilter: TLDecodable, TLEncodable {
    case inputMessagesFilterChatPhotos
    case inputMessagesFilterContacts
    case inputMessagesFilterDocument
    case inputMessagesFilterEmpty
    case inputMessagesFilterGeo
    case inputMessagesFilterGif
    case inputMessagesFilterMusic
    case inputMessagesFilterMyMentions
    case inputMessagesFilterPhoneCalls(API.MessagesFilter.InputMessagesFilterPhoneCalls)
    case inputMessagesFilterPhotoVideo
    case inputMessagesFilterPhotos
    case inputMessagesFilterPinned
    case inputMessagesFilterPoll
    case inputMessagesFilterRoundVideo
    case inputMessagesFilterRoundVoice
    case inputMessagesFilterUrl
    case inputMessagesFilterVideo
    case inputMessagesFilterVoice

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x3a20ecb8:
        self = .inputMessagesFilterChatPhotos
      case 0xe062db83:
        self = .inputMessagesFilterContacts
      case 0x9eddf188:
        self = .inputMessagesFilterDocument
      case 0x57e2f66c:
        self = .inputMessagesFilterEmpty
      case 0xe7026d0d:
        self = .inputMessagesFilterGeo
      case 0xffc86587:
        self = .inputMessagesFilterGif
      case 0x3751b49e:
        self = .inputMessagesFilterMusic
      case 0xc1f8e69a:
        self = .inputMessagesFilterMyMentions
      case 0x80c99768:
        self = .inputMessagesFilterPhoneCalls(try API.MessagesFilter.InputMessagesFilterPhoneCalls(body: &reader))
      case 0x56e9f0e4:
        self = .inputMessagesFilterPhotoVideo
      case 0x9609a51c:
        self = .inputMessagesFilterPhotos
      case 0x1bb00451:
        self = .inputMessagesFilterPinned
      case 0xfa2bc90a:
        self = .inputMessagesFilterPoll
      case 0xb549da53:
        self = .inputMessagesFilterRoundVideo
      case 0x7a7c17a4:
        self = .inputMessagesFilterRoundVoice
      case 0x7ef0dd87:
        self = .inputMessagesFilterUrl
      case 0x9fc00e65:
        self = .inputMessagesFilterVideo
      case 0x50f5c392:
        self = .inputMessagesFilterVoice
      default:
        throw reader.unknown(id, in: "MessagesFilter")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .inputMessagesFilterChatPhotos: writer.constructor(0x3a20ecb8)
      case .inputMessagesFilterContacts: writer.constructor(0xe062db83)
      case .inputMessagesFilterDocument: writer.constructor(0x9eddf188)
      case .inputMessagesFilterEmpty: writer.constructor(0x57e2f66c)
      case .inputMessagesFilterGeo: writer.constructor(0xe7026d0d)
      case .inputMessagesFilterGif: writer.constructor(0xffc86587)
      case .inputMessagesFilterMusic: writer.constructor(0x3751b49e)
      case .inputMessagesFilterMyMentions: writer.constructor(0xc1f8e69a)
      case .inputMessagesFilterPhoneCalls(let value): writer.constructor(0x80c99768); value.encodeBody(to: &writer)
      case .inputMessagesFilterPhotoVideo: writer.constructor(0x56e9f0e4)
      case .inputMessagesFilterPhotos: writer.constructor(0x9609a51c)
      case .inputMessagesFilterPinned: writer.constructor(0x1bb00451)
      case .inputMessagesFilterPoll: writer.constructor(0xfa2bc90a)
      case .inputMessagesFilterRoundVideo: writer.constructor(0xb549da53)
      case .inputMessagesFilterRoundVoice: writer.constructor(0x7a7c17a4)
      case .inputMessagesFilterUrl: writer.constructor(0x7ef0dd87)
      case .inputMessagesFilterVideo: writer.constructor(0x9fc00e65)
      case .inputMessagesFilterVoice: writer.constructor(0x50f5c392)
      }
    }

    /// `inputMessagesFilterPhoneCalls#80c99768`
    package struct InputMessagesFilterPhoneCalls: Sendable {
      package static var constructorID: UInt32 { 0x80c99768 }
      package let missed: Bool

      package init(missed: Bool = false) {
        self.missed = missed
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.missed = flagsWord & 0x1 != 0
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if missed { flagsWord |= 0x1 }
        writer.uint(flagsWord)
      }
    }
  }
}
