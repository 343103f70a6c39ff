import TL
import TelegramSchema

extension Gateway {
  mutating func perform(
    _ call: Methods.Call, in session: SessionKey
  ) throws(Refusal) -> any TLEncodable {
    if let shelf { return try give(call, from: shelf) }
    if let answer = try performWithoutLogin(call, in: session) { return answer }
    let me = try viewer(of: session)
    if let answer = try performOnPeople(call, by: me) { return answer }
    if let answer = try performOnChats(call, by: me, in: session) { return answer }
    if let answer = try performOnFiles(call, by: me, in: session) { return answer }
    throw .methodInvalid
  }

  /// Who is logged in.
  func viewer(of session: SessionKey) throws(Refusal) -> Int64 {
    guard let person = authorizations[owner(of: session)] else { throw .unregistered }
    return person
  }

  private mutating func performWithoutLogin(
    _ call: Methods.Call, in session: SessionKey
  ) throws(Refusal) -> (any TLEncodable)? {
    switch call {
    case .helpGetConfig: config
    case .helpGetCdnConfig: cdnConfig
    case .helpGetNearestDc:
      API.NearestDc(country: "XX", thisDc: site.dc, nearestDc: site.dc)
    case .authSendCode(let call): try sendCode(call)
    case .authResendCode(let call): try resendCode(call)
    case .authSignIn(let call): try signIn(call, in: session)
    case .accountGetPassword: try password(in: session)
    case .authCheckPassword(let call): try checkPassword(call, in: session)
    case .authImportBotAuthorization(let call): try importBot(call, in: session)
    case .authExportLoginToken(let call): try exportToken(call, in: session)
    case .authImportLoginToken(let call): try importToken(call, in: session)
    case .authLogOut: try logOut(in: session)
    case .authExportAuthorization(let call): try exportAuthorization(call, in: session)
    case .authImportAuthorization(let call): try importAuthorization(call, in: session)
    default: nil
    }
  }

  private mutating func performOnPeople(
    _ call: Methods.Call, by me: Int64
  ) throws(Refusal) -> (any TLEncodable)? {
    switch call {
    case .usersGetUsers(let call): try users(call, for: me)
    case .usersGetFullUser(let call): try fullUser(call, for: me)
    case .authAcceptLoginToken(let call): try acceptToken(call, by: me)
    case .contactsGetContacts: contacts(of: me)
    case .contactsResolveUsername(let call): try resolve(username: call.username, for: me)
    case .contactsResolvePhone(let call): try resolve(phone: call.phone, for: me)
    case .accountUpdateStatus(let call): updateStatus(call, of: me)
    case .messagesGetChats(let call): chats(call, for: me)
    case .messagesGetFullChat(let call): try fullChat(call, for: me)
    case .channelsGetChannels(let call): try channels(call, for: me)
    case .channelsGetFullChannel(let call): try fullChannel(call, for: me)
    default: nil
    }
  }

  private mutating func performOnFiles(
    _ call: Methods.Call, by me: Int64, in session: SessionKey
  ) throws(Refusal) -> (any TLEncodable)? {
    switch call {
    case .uploadSaveFilePart(let call): try savePart(call, by: me)
    case .uploadSaveBigFilePart(let call): try saveBigPart(call, by: me)
    case .uploadGetFile(let call): try readFile(call)
    case .uploadGetCdnFileHashes(let call): try cdnHashes(call)
    case .uploadReuploadCdnFile(let call): try reupload(call)
    case .messagesUploadMedia(let call): try uploadMedia(call, by: me)
    case .messagesSendMedia(let call): try sendMedia(call, by: me, in: session)
    default: nil
    }
  }

  private mutating func performOnChats(
    _ call: Methods.Call, by me: Int64, in session: SessionKey
  ) throws(Refusal) -> (any TLEncodable)? {
    switch call {
    case .messagesGetDialogs(let call): try dialogs(call, of: me)
    case .messagesGetPinnedDialogs(let call): pinnedDialogs(call, of: me, in: session)
    case .messagesGetPeerDialogs(let call): try peerDialogs(call, of: me, in: session)
    case .messagesGetDialogFilters: API.Messages.DialogFilters(filters: [.dialogFilterDefault])
    case .messagesGetHistory(let call): try history(call, for: me)
    case .messagesSearch(let call): try search(call, for: me)
    case .messagesGetMessages(let call): messages(call, for: me)
    case .channelsGetMessages(let call): try channelMessages(call, for: me)
    case .messagesSendMessage(let call): try sendMessage(call, by: me, in: session)
    case .messagesForwardMessages(let call): try forwardMessages(call, by: me, in: session)
    case .messagesEditMessage(let call): try editMessage(call, by: me, in: session)
    case .messagesDeleteMessages(let call): deleteMessages(call, by: me, in: session)
    case .channelsDeleteMessages(let call): try deleteInChannel(call, by: me, in: session)
    case .messagesSetTyping(let call): try setTyping(call, by: me)
    case .messagesReadHistory(let call): try readHistory(call, by: me, in: session)
    case .channelsReadHistory(let call): try readChannel(call, by: me, in: session)
    case .messagesReadMessageContents:
      API.Messages.AffectedMessages(pts: world.state(of: me).pts, ptsCount: 0)
    case .messagesSendReaction(let call): try sendReaction(call, by: me, in: session)
    case .messagesSaveDraft(let call): try saveDraft(call, by: me, in: session)
    case .updatesGetState: state(of: me, in: session)
    case .updatesGetDifference(let call): try difference(call, of: me, in: session)
    case .updatesGetChannelDifference(let call): try channelDifference(call, of: me)
    default: nil
    }
  }
}
