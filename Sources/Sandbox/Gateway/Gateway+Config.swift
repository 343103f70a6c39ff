import TelegramSchema

extension Gateway {
  /// One data centre, this one, and its delivery server. Times and limits are those that Telegram's servers
  /// tell.
  var config: API.Config {
    let here = API.DcOption(
      static: true, thisPortOnly: true, id: site.dc, ipAddress: site.host, port: site.port.clamped)
    return API.Config(
      date: world.now, expires: world.now &+ 3600, testMode: false, thisDc: site.dc,
      dcOptions: cdn.map { [here, $0.option] } ?? [here],
      dcTxtDomainName: "", chatSizeMax: 200, megagroupSizeMax: 200_000, forwardedCountMax: 100,
      onlineUpdatePeriodMs: 210_000, offlineBlurTimeoutMs: 5000, offlineIdleTimeoutMs: 30_000,
      onlineCloudTimeoutMs: 300_000, notifyCloudDelayMs: 30_000, notifyDefaultDelayMs: 1500,
      pushChatPeriodMs: 60_000, pushChatLimit: 2, editTimeLimit: 172_800,
      revokeTimeLimit: Int32.max, revokePmTimeLimit: Int32.max, ratingEDecay: 2_419_200,
      stickersRecentLimit: 200, channelsReadMediaPeriod: 604_800, callReceiveTimeoutMs: 20_000,
      callRingTimeoutMs: 90_000, callConnectTimeoutMs: 30_000, callPacketTimeoutMs: 10_000,
      meUrlPrefix: "https://t.me/", captionLengthMax: 1024,
      messageLengthMax: world.limits.messageLength.clamped, webfileDcId: site.dc)
  }

  var cdnConfig: API.CdnConfig {
    API.CdnConfig(
      publicKeys: cdn.map { [API.CdnPublicKey(dcId: $0.dc, publicKey: $0.publicKey)] } ?? [])
  }
}
