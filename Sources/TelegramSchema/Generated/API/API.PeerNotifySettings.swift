// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `peerNotifySettings#99622c0c`
  package struct PeerNotifySettings: TLConstructor {
    package static var constructorID: UInt32 { 0x99622c0c }
    package let showPreviews: Bool?
    package let silent: Bool?
    package let muteUntil: Int32?
    package let iosSound: TLRaw?
    package let androidSound: TLRaw?
    package let otherSound: TLRaw?
    package let storiesMuted: Bool?
    package let storiesHideSender: Bool?
    package let storiesIosSound: TLRaw?
    package let storiesAndroidSound: TLRaw?
    package let storiesOtherSound: TLRaw?

    package init(showPreviews: Bool? = nil, silent: Bool? = nil, muteUntil: Int32? = nil, iosSound: TLRaw? = nil, androidSound: TLRaw? = nil, otherSound: TLRaw? = nil, storiesMuted: Bool? = nil, storiesHideSender: Bool? = nil, storiesIosSound: TLRaw? = nil, storiesAndroidSound: TLRaw? = nil, storiesOtherSound: TLRaw? = nil) {
      self.showPreviews = showPreviews
      self.silent = silent
      self.muteUntil = muteUntil
      self.iosSound = iosSound
      self.androidSound = androidSound
      self.otherSound = otherSound
      self.storiesMuted = storiesMuted
      self.storiesHideSender = storiesHideSender
      self.storiesIosSound = storiesIosSound
      self.storiesAndroidSound = storiesAndroidSound
      self.storiesOtherSound = storiesOtherSound
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.showPreviews = flagsWord & 0x1 != 0 ? try reader.bool() : nil
      self.silent = flagsWord & 0x2 != 0 ? try reader.bool() : nil
      self.muteUntil = flagsWord & 0x4 != 0 ? try reader.int() : nil
      self.iosSound = flagsWord & 0x8 != 0 ? try reader.raw(type: 244) : nil
      self.androidSound = flagsWord & 0x10 != 0 ? try reader.raw(type: 244) : nil
      self.otherSound = flagsWord & 0x20 != 0 ? try reader.raw(type: 244) : nil
      self.storiesMuted = flagsWord & 0x40 != 0 ? try reader.bool() : nil
      self.storiesHideSender = flagsWord & 0x80 != 0 ? try reader.bool() : nil
      self.storiesIosSound = flagsWord & 0x100 != 0 ? try reader.raw(type: 244) : nil
      self.storiesAndroidSound = flagsWord & 0x200 != 0 ? try reader.raw(type: 244) : nil
      self.storiesOtherSound = flagsWord & 0x400 != 0 ? try reader.raw(type: 244) : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if showPreviews != nil { flagsWord |= 0x1 }
      if silent != nil { flagsWord |= 0x2 }
      if muteUntil != nil { flagsWord |= 0x4 }
      if iosSound != nil { flagsWord |= 0x8 }
      if androidSound != nil { flagsWord |= 0x10 }
      if otherSound != nil { flagsWord |= 0x20 }
      if storiesMuted != nil { flagsWord |= 0x40 }
      if storiesHideSender != nil { flagsWord |= 0x80 }
      if storiesIosSound != nil { flagsWord |= 0x100 }
      if storiesAndroidSound != nil { flagsWord |= 0x200 }
      if storiesOtherSound != nil { flagsWord |= 0x400 }
      writer.uint(flagsWord)
      if let showPreviews { writer.bool(showPreviews) }
      if let silent { writer.bool(silent) }
      if let muteUntil { writer.int(muteUntil) }
      if let iosSound { iosSound.encode(to: &writer) }
      if let androidSound { androidSound.encode(to: &writer) }
      if let otherSound { otherSound.encode(to: &writer) }
      if let storiesMuted { writer.bool(storiesMuted) }
      if let storiesHideSender { writer.bool(storiesHideSender) }
      if let storiesIosSound { storiesIosSound.encode(to: &writer) }
      if let storiesAndroidSound { storiesAndroidSound.encode(to: &writer) }
      if let storiesOtherSound { storiesOtherSound.encode(to: &writer) }
    }
  }
}
