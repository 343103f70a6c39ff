internal import TL
internal import TelegramSchema

/// The messages that concern the session itself, seen from either side.
enum ServiceMessage: Sendable {
  case result(MT.RpcResult)
  case acks([Int64])
  case badMessage(id: Int64, code: Int32)
  case badSalt(id: Int64, salt: Int64)
  case newSession(MT.NewSession)
  case pong(MT.Pong)
  case stateRequest([Int64])
  case stateInfo(request: Int64, states: [UInt8])
  case allInfo(ids: [Int64], states: [UInt8])
  /// `request` is nil where the answer is to nothing of ours.
  case detailedInfo(request: Int64?, answer: Int64)
  case resendRequest([Int64])
  /// The ids are those of calls; their answers are wanted.
  case resendAnswers([Int64])
  case futureSalts(MT.FutureSalts)
  case destroyedSession(Int64)
  case ping(id: Int64, disconnectDelay: Int32?)
  case getFutureSalts(Int32)
  case dropAnswer(Int64)
  case destroySession(Int64)
  case httpWait

  /// Nil if the body is none of them: a call, or an update. Throws if it is one, but damaged.
  init?(_ body: [UInt8]) throws(TLError) {
    var reader = TLReader(body)
    switch try reader.constructor() {
    case MT.RpcResult.constructorID:
      self = .result(try MT.RpcResult(body: &reader))
    case MT.MsgsAck.constructorID:
      self = .acks(try MT.MsgsAck(body: &reader).msgIds)
    case MT.BadMsgNotification.BadMsgNotification.constructorID:
      let message = try MT.BadMsgNotification.BadMsgNotification(body: &reader)
      self = .badMessage(id: message.badMsgId, code: message.errorCode)
    case MT.BadMsgNotification.BadServerSalt.constructorID:
      let message = try MT.BadMsgNotification.BadServerSalt(body: &reader)
      self = .badSalt(id: message.badMsgId, salt: message.newServerSalt)
    case MT.NewSession.constructorID:
      self = .newSession(try MT.NewSession(body: &reader))
    case MT.Pong.constructorID:
      self = .pong(try MT.Pong(body: &reader))
    case MT.MsgsStateReq.constructorID:
      self = .stateRequest(try MT.MsgsStateReq(body: &reader).msgIds)
    case MT.MsgsStateInfo.constructorID:
      let message = try MT.MsgsStateInfo(body: &reader)
      self = .stateInfo(request: message.reqMsgId, states: message.info)
    case MT.MsgsAllInfo.constructorID:
      let message = try MT.MsgsAllInfo(body: &reader)
      self = .allInfo(ids: message.msgIds, states: message.info)
    case MT.MsgDetailedInfo.MsgDetailedInfo.constructorID:
      let message = try MT.MsgDetailedInfo.MsgDetailedInfo(body: &reader)
      self = .detailedInfo(request: message.msgId, answer: message.answerMsgId)
    case MT.MsgDetailedInfo.MsgNewDetailedInfo.constructorID:
      let message = try MT.MsgDetailedInfo.MsgNewDetailedInfo(body: &reader)
      self = .detailedInfo(request: nil, answer: message.answerMsgId)
    case MT.MsgResendReq.MsgResendReq.constructorID:
      self = .resendRequest(try MT.MsgResendReq.MsgResendReq(body: &reader).msgIds)
    case MT.MsgResendReq.MsgResendAnsReq.constructorID:
      self = .resendAnswers(try MT.MsgResendReq.MsgResendAnsReq(body: &reader).msgIds)
    case MT.FutureSalts.constructorID:
      self = .futureSalts(try MT.FutureSalts(body: &reader))
    case MT.DestroySessionRes.DestroySessionOk.constructorID,
      MT.DestroySessionRes.DestroySessionNone.constructorID:
      self = .destroyedSession(try reader.long())
    case MT.Methods.Ping.constructorID:
      self = .ping(id: try MT.Methods.Ping(body: &reader).pingId, disconnectDelay: nil)
    case MT.Methods.PingDelayDisconnect.constructorID:
      let message = try MT.Methods.PingDelayDisconnect(body: &reader)
      self = .ping(id: message.pingId, disconnectDelay: message.disconnectDelay)
    case MT.Methods.GetFutureSalts.constructorID:
      self = .getFutureSalts(try MT.Methods.GetFutureSalts(body: &reader).num)
    case MT.Methods.RpcDropAnswer.constructorID:
      self = .dropAnswer(try MT.Methods.RpcDropAnswer(body: &reader).reqMsgId)
    case MT.Methods.DestroySession.constructorID:
      self = .destroySession(try MT.Methods.DestroySession(body: &reader).sessionId)
    case MT.HttpWait.constructorID:
      self = .httpWait
    default:
      return nil
    }
  }
}

/// What one side knows of a message of the other, as msgs_state_info says it
/// (core.telegram.org/mtproto/service_messages_about_messages).
enum MessageState: UInt8, Sendable {
  /// The id is too low, so that it may have been forgotten.
  case forgotten = 1
  /// Not received, though ids around it were.
  case notReceived = 2
  /// Not received: the id is higher than anything received.
  case notYet = 3
  case received = 4

  /// The low three bits tell; the others say how far it has been processed.
  init?(byte: UInt8) {
    self.init(rawValue: byte & 7)
  }

  /// Beside `received`: it is being carried out, or was.
  static let isProcessed: UInt8 = 32
  /// Beside `received`: there is an answer.
  static let isAnswered: UInt8 = 64

  static func of(_ ids: [Int64], in window: ReplayWindow) -> [UInt8] {
    ids.map { id in
      let state: MessageState =
        if window.contains(id) {
          .received
        } else if let least = window.least, id < least {
          .forgotten
        } else if let greatest = window.greatest, id < greatest {
          .notReceived
        } else {
          .notYet
        }
      return state.rawValue
    }
  }
}
