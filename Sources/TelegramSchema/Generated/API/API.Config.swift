// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `config#cc1a241e`
  package struct Config: TLConstructor {
    package static var constructorID: UInt32 { 0xcc1a241e }
    package let defaultP2pContacts: Bool
    package let preloadFeaturedStickers: Bool
    package let revokePmInbox: Bool
    package let blockedMode: Bool
    package let forceTryIpv6: Bool
    package let date: Int32
    package let expires: Int32
    package let testMode: Bool
    package let thisDc: Int32
    package let dcOptions: [API.DcOption]
    package let dcTxtDomainName: String
    package let chatSizeMax: Int32
    package let megagroupSizeMax: Int32
    package let forwardedCountMax: Int32
    package let onlineUpdatePeriodMs: Int32
    package let offlineBlurTimeoutMs: Int32
    package let offlineIdleTimeoutMs: Int32
    package let onlineCloudTimeoutMs: Int32
    package let notifyCloudDelayMs: Int32
    package let notifyDefaultDelayMs: Int32
    package let pushChatPeriodMs: Int32
    package let pushChatLimit: Int32
    package let editTimeLimit: Int32
    package let revokeTimeLimit: Int32
    package let revokePmTimeLimit: Int32
    package let ratingEDecay: Int32
    package let stickersRecentLimit: Int32
    package let channelsReadMediaPeriod: Int32
    package let tmpSessions: Int32?
    package let callReceiveTimeoutMs: Int32
    package let callRingTimeoutMs: Int32
    package let callConnectTimeoutMs: Int32
    package let callPacketTimeoutMs: Int32
    package let meUrlPrefix: String
    package let autoupdateUrlPrefix: String?
    package let gifSearchUsername: String?
    package let venueSearchUsername: String?
    package let imgSearchUsername: String?
    package let staticMapsProvider: String?
    package let captionLengthMax: Int32
    package let messageLengthMax: Int32
    package let webfileDcId: Int32
    package let suggestedLangCode: String?
    package let langPackVersion: Int32?
    package let baseLangPackVersion: Int32?
    package let reactionsDefault: API.Reaction?
    package let autologinToken: String?

    package init(defaultP2pContacts: Bool = false, preloadFeaturedStickers: Bool = false, revokePmInbox: Bool = false, blockedMode: Bool = false, forceTryIpv6: Bool = false, date: Int32, expires: Int32, testMode: Bool, thisDc: Int32, dcOptions: [API.DcOption], dcTxtDomainName: String, chatSizeMax: Int32, megagroupSizeMax: Int32, forwardedCountMax: Int32, onlineUpdatePeriodMs: Int32, offlineBlurTimeoutMs: Int32, offlineIdleTimeoutMs: Int32, onlineCloudTimeoutMs: Int32, notifyCloudDelayMs: Int32, notifyDefaultDelayMs: Int32, pushChatPeriodMs: Int32, pushChatLimit: Int32, editTimeLimit: Int32, revokeTimeLimit: Int32, revokePmTimeLimit: Int32, ratingEDecay: Int32, stickersRecentLimit: Int32, channelsReadMediaPeriod: Int32, tmpSessions: Int32? = nil, callReceiveTimeoutMs: Int32, callRingTimeoutMs: Int32, callConnectTimeoutMs: Int32, callPacketTimeoutMs: Int32, meUrlPrefix: String, autoupdateUrlPrefix: String? = nil, gifSearchUsername: String? = nil, venueSearchUsername: String? = nil, imgSearchUsername: String? = nil, staticMapsProvider: String? = nil, captionLengthMax: Int32, messageLengthMax: Int32, webfileDcId: Int32, suggestedLangCode: String? = nil, langPackVersion: Int32? = nil, baseLangPackVersion: Int32? = nil, reactionsDefault: API.Reaction? = nil, autologinToken: String? = nil) {
      self.defaultP2pContacts = defaultP2pContacts
      self.preloadFeaturedStickers = preloadFeaturedStickers
      self.revokePmInbox = revokePmInbox
      self.blockedMode = blockedMode
      self.forceTryIpv6 = forceTryIpv6
      self.date = date
      self.expires = expires
      self.testMode = testMode
      self.thisDc = thisDc
      self.dcOptions = dcOptions
      self.dcTxtDomainName = dcTxtDomainName
      self.chatSizeMax = chatSizeMax
      self.megagroupSizeMax = megagroupSizeMax
      self.forwardedCountMax = forwardedCountMax
      self.onlineUpdatePeriodMs = onlineUpdatePeriodMs
      self.offlineBlurTimeoutMs = offlineBlurTimeoutMs
      self.offlineIdleTimeoutMs = offlineIdleTimeoutMs
      self.onlineCloudTimeoutMs = onlineCloudTimeoutMs
      self.notifyCloudDelayMs = notifyCloudDelayMs
      self.notifyDefaultDelayMs = notifyDefaultDelayMs
      self.pushChatPeriodMs = pushChatPeriodMs
      self.pushChatLimit = pushChatLimit
      self.editTimeLimit = editTimeLimit
      self.revokeTimeLimit = revokeTimeLimit
      self.revokePmTimeLimit = revokePmTimeLimit
      self.ratingEDecay = ratingEDecay
      self.stickersRecentLimit = stickersRecentLimit
      self.channelsReadMediaPeriod = channelsReadMediaPeriod
      self.tmpSessions = tmpSessions
      self.callReceiveTimeoutMs = callReceiveTimeoutMs
      self.callRingTimeoutMs = callRingTimeoutMs
      self.callConnectTimeoutMs = callConnectTimeoutMs
      self.callPacketTimeoutMs = callPacketTimeoutMs
      self.meUrlPrefix = meUrlPrefix
      self.autoupdateUrlPrefix = autoupdateUrlPrefix
      self.gifSearchUsername = gifSearchUsername
      self.venueSearchUsername = venueSearchUsername
      self.imgSearchUsername = imgSearchUsername
      self.staticMapsProvider = staticMapsProvider
      self.captionLengthMax = captionLengthMax
      self.messageLengthMax = messageLengthMax
      self.webfileDcId = webfileDcId
      self.suggestedLangCode = suggestedLangCode
      self.langPackVersion = langPackVersion
      self.baseLangPackVersion = baseLangPackVersion
      self.reactionsDefault = reactionsDefault
      self.autologinToken = autologinToken
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.defaultP2pContacts = flagsWord & 0x8 != 0
      self.preloadFeaturedStickers = flagsWord & 0x10 != 0
      self.revokePmInbox = flagsWord & 0x40 != 0
      self.blockedMode = flagsWord & 0x100 != 0
      self.forceTryIpv6 = flagsWord & 0x4000 != 0
      self.date = try reader.int()
      self.expires = try reader.int()
      self.testMode = try reader.bool()
      self.thisDc = try reader.int()
      self.dcOptions = try reader.vector()
      self.dcTxtDomainName = try reader.string()
      self.chatSizeMax = try reader.int()
      self.megagroupSizeMax = try reader.int()
      self.forwardedCountMax = try reader.int()
      self.onlineUpdatePeriodMs = try reader.int()
      self.offlineBlurTimeoutMs = try reader.int()
      self.offlineIdleTimeoutMs = try reader.int()
      self.onlineCloudTimeoutMs = try reader.int()
      self.notifyCloudDelayMs = try reader.int()
      self.notifyDefaultDelayMs = try reader.int()
      self.pushChatPeriodMs = try reader.int()
      self.pushChatLimit = try reader.int()
      self.editTimeLimit = try reader.int()
      self.revokeTimeLimit = try reader.int()
      self.revokePmTimeLimit = try reader.int()
      self.ratingEDecay = try reader.int()
      self.stickersRecentLimit = try reader.int()
      self.channelsReadMediaPeriod = try reader.int()
      self.tmpSessions = flagsWord & 0x1 != 0 ? try reader.int() : nil
      self.callReceiveTimeoutMs = try reader.int()
      self.callRingTimeoutMs = try reader.int()
      self.callConnectTimeoutMs = try reader.int()
      self.callPacketTimeoutMs = try reader.int()
      self.meUrlPrefix = try reader.string()
      self.autoupdateUrlPrefix = flagsWord & 0x80 != 0 ? try reader.string() : nil
      self.gifSearchUsername = flagsWord & 0x200 != 0 ? try reader.string() : nil
      self.venueSearchUsername = flagsWord & 0x400 != 0 ? try reader.string() : nil
      self.imgSearchUsername = flagsWord & 0x800 != 0 ? try reader.string() : nil
      self.staticMapsProvider = flagsWord & 0x1000 != 0 ? try reader.string() : nil
      self.captionLengthMax = try reader.int()
      self.messageLengthMax = try reader.int()
      self.webfileDcId = try reader.int()
      self.suggestedLangCode = flagsWord & 0x4 != 0 ? try reader.string() : nil
      self.langPackVersion = flagsWord & 0x4 != 0 ? try reader.int() : nil
      self.baseLangPackVersion = flagsWord & 0x4 != 0 ? try reader.int() : nil
      self.reactionsDefault = flagsWord & 0x8000 != 0 ? try API.Reaction(from: &reader) : nil
      self.autologinToken = flagsWord & 0x10000 != 0 ? try reader.string() : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if tmpSessions != nil { flagsWord |= 0x1 }
      if suggestedLangCode != nil && langPackVersion != nil && baseLangPackVersion != nil { flagsWord |= 0x4 }
      if defaultP2pContacts { flagsWord |= 0x8 }
      if preloadFeaturedStickers { flagsWord |= 0x10 }
      if revokePmInbox { flagsWord |= 0x40 }
      if autoupdateUrlPrefix != nil { flagsWord |= 0x80 }
      if blockedMode { flagsWord |= 0x100 }
      if gifSearchUsername != nil { flagsWord |= 0x200 }
      if venueSearchUsername != nil { flagsWord |= 0x400 }
      if imgSearchUsername != nil { flagsWord |= 0x800 }
      if staticMapsProvider != nil { flagsWord |= 0x1000 }
      if forceTryIpv6 { flagsWord |= 0x4000 }
      if reactionsDefault != nil { flagsWord |= 0x8000 }
      if autologinToken != nil { flagsWord |= 0x10000 }
      writer.uint(flagsWord)
      writer.int(date)
      writer.int(expires)
      writer.bool(testMode)
      writer.int(thisDc)
      writer.vector(dcOptions)
      writer.string(dcTxtDomainName)
      writer.int(chatSizeMax)
      writer.int(megagroupSizeMax)
      writer.int(forwardedCountMax)
      writer.int(onlineUpdatePeriodMs)
      writer.int(offlineBlurTimeoutMs)
      writer.int(offlineIdleTimeoutMs)
      writer.int(onlineCloudTimeoutMs)
      writer.int(notifyCloudDelayMs)
      writer.int(notifyDefaultDelayMs)
      writer.int(pushChatPeriodMs)
      writer.int(pushChatLimit)
      writer.int(editTimeLimit)
      writer.int(revokeTimeLimit)
      writer.int(revokePmTimeLimit)
      writer.int(ratingEDecay)
      writer.int(stickersRecentLimit)
      writer.int(channelsReadMediaPeriod)
      if let tmpSessions { writer.int(tmpSessions) }
      writer.int(callReceiveTimeoutMs)
      writer.int(callRingTimeoutMs)
      writer.int(callConnectTimeoutMs)
      writer.int(callPacketTimeoutMs)
      writer.string(meUrlPrefix)
      if let autoupdateUrlPrefix { writer.string(autoupdateUrlPrefix) }
      if let gifSearchUsername { writer.string(gifSearchUsername) }
      if let venueSearchUsername { writer.string(venueSearchUsername) }
      if let imgSearchUsername { writer.string(imgSearchUsername) }
      if let staticMapsProvider { writer.string(staticMapsProvider) }
      writer.int(captionLengthMax)
      writer.int(messageLengthMax)
      writer.int(webfileDcId)
      if let suggestedLangCode, flagsWord & 0x4 != 0 { writer.string(suggestedLangCode) }
      if let langPackVersion, flagsWord & 0x4 != 0 { writer.int(langPackVersion) }
      if let baseLangPackVersion, flagsWord & 0x4 != 0 { writer.int(baseLangPackVersion) }
      if let reactionsDefault { reactionsDefault.encode(to: &writer) }
      if let autologinToken { writer.string(autologinToken) }
    }
  }
}
