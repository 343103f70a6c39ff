// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `authorization#ad01d61d`
  package struct Authorization: TLConstructor {
    package static var constructorID: UInt32 { 0xad01d61d }
    package let current: Bool
    package let officialApp: Bool
    package let passwordPending: Bool
    package let encryptedRequestsDisabled: Bool
    package let callRequestsDisabled: Bool
    package let unconfirmed: Bool
    package let hash: Int64
    package let deviceModel: String
    package let platform: String
    package let systemVersion: String
    package let apiId: Int32
    package let appName: String
    package let appVersion: String
    package let dateCreated: Int32
    package let dateActive: Int32
    package let ip: String
    package let country: String
    package let region: String

    package init(current: Bool = false, officialApp: Bool = false, passwordPending: Bool = false, encryptedRequestsDisabled: Bool = false, callRequestsDisabled: Bool = false, unconfirmed: Bool = false, hash: Int64, deviceModel: String, platform: String, systemVersion: String, apiId: Int32, appName: String, appVersion: String, dateCreated: Int32, dateActive: Int32, ip: String, country: String, region: String) {
      self.current = current
      self.officialApp = officialApp
      self.passwordPending = passwordPending
      self.encryptedRequestsDisabled = encryptedRequestsDisabled
      self.callRequestsDisabled = callRequestsDisabled
      self.unconfirmed = unconfirmed
      self.hash = hash
      self.deviceModel = deviceModel
      self.platform = platform
      self.systemVersion = systemVersion
      self.apiId = apiId
      self.appName = appName
      self.appVersion = appVersion
      self.dateCreated = dateCreated
      self.dateActive = dateActive
      self.ip = ip
      self.country = country
      self.region = region
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.current = flagsWord & 0x1 != 0
      self.officialApp = flagsWord & 0x2 != 0
      self.passwordPending = flagsWord & 0x4 != 0
      self.encryptedRequestsDisabled = flagsWord & 0x8 != 0
      self.callRequestsDisabled = flagsWord & 0x10 != 0
      self.unconfirmed = flagsWord & 0x20 != 0
      self.hash = try reader.long()
      self.deviceModel = try reader.string()
      self.platform = try reader.string()
      self.systemVersion = try reader.string()
      self.apiId = try reader.int()
      self.appName = try reader.string()
      self.appVersion = try reader.string()
      self.dateCreated = try reader.int()
      self.dateActive = try reader.int()
      self.ip = try reader.string()
      self.country = try reader.string()
      self.region = try reader.string()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if current { flagsWord |= 0x1 }
      if officialApp { flagsWord |= 0x2 }
      if passwordPending { flagsWord |= 0x4 }
      if encryptedRequestsDisabled { flagsWord |= 0x8 }
      if callRequestsDisabled { flagsWord |= 0x10 }
      if unconfirmed { flagsWord |= 0x20 }
      writer.uint(flagsWord)
      writer.long(hash)
      writer.string(deviceModel)
      writer.string(platform)
      writer.string(systemVersion)
      writer.int(apiId)
      writer.string(appName)
      writer.string(appVersion)
      writer.int(dateCreated)
      writer.int(dateActive)
      writer.string(ip)
      writer.string(country)
      writer.string(region)
    }
  }
}
