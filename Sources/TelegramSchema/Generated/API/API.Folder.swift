// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `folder#ff544e65`
  package struct Folder: TLConstructor {
    package static var constructorID: UInt32 { 0xff544e65 }
    package let autofillNewBroadcasts: Bool
    package let autofillPublicGroups: Bool
    package let autofillNewCorrespondents: Bool
    package let id: Int32
    package let title: String
    package let photo: API.ChatPhoto?

    package init(autofillNewBroadcasts: Bool = false, autofillPublicGroups: Bool = false, autofillNewCorrespondents: Bool = false, id: Int32, title: String, photo: API.ChatPhoto? = nil) {
      self.autofillNewBroadcasts = autofillNewBroadcasts
      self.autofillPublicGroups = autofillPublicGroups
      self.autofillNewCorrespondents = autofillNewCorrespondents
      self.id = id
      self.title = title
      self.photo = photo
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.autofillNewBroadcasts = flagsWord & 0x1 != 0
      self.autofillPublicGroups = flagsWord & 0x2 != 0
      self.autofillNewCorrespondents = flagsWord & 0x4 != 0
      self.id = try reader.int()
      self.title = try reader.string()
      self.photo = flagsWord & 0x8 != 0 ? try API.ChatPhoto(from: &reader) : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if autofillNewBroadcasts { flagsWord |= 0x1 }
      if autofillPublicGroups { flagsWord |= 0x2 }
      if autofillNewCorrespondents { flagsWord |= 0x4 }
      if photo != nil { flagsWord |= 0x8 }
      writer.uint(flagsWord)
      writer.int(id)
      writer.string(title)
      if let photo { photo.encode(to: &writer) }
    }
  }
}
