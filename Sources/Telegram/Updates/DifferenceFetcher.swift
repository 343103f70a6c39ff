internal import MTProto
internal import Model
internal import TelegramSchema

/// Asks the server for what the box wants.
struct DifferenceFetcher: Sendable {
  enum Answer: Sendable {
    case state(API.Updates.State)
    case account(API.Updates.Difference)
    case channel(Int64, API.Updates.ChannelDifference)
    case failed(TelegramError)
  }

  /// core.telegram.org/method/updates.getChannelDifference: bots may ask for more, users for 100.
  private static let channelLimit: Int32 = 100

  let call: APICaller
  let book: PeerBook

  func fetch(_ request: DifferenceRequest) async -> Answer {
    do throws(TelegramError) {
      switch request {
      case .state:
        return .state(try await call(Methods.Updates.GetState()))
      case .account(let pts, let qts, let date):
        return .account(
          try await call(Methods.Updates.GetDifference(pts: pts, date: date, qts: qts)))
      case .channel(let id, let pts):
        guard let channel = await book.reference(to: .channel(id))?.inputChannel else {
          throw TelegramError(.unknownPeer, "No access hash is known for channel \(id).")
        }
        return .channel(
          id,
          try await call(
            Methods.Updates.GetChannelDifference(
              channel: channel, filter: .channelMessagesFilterEmpty, pts: pts,
              limit: Self.channelLimit)))
      }
    } catch {
      return .failed(error)
    }
  }
}

extension DifferenceFailure {
  init(_ error: TelegramError) {
    switch error.code {
    case .unknownPeer: self = .gone
    case .badAnswer: self = .unusable
    case .server(let error) where error.code == 400 || error.code == 403 || error.code == 406:
      self = Self.goneErrors.contains(error.name) ? .gone : .unusable
    case .server(let error) where error.name == "PERSISTENT_TIMESTAMP_OUTDATED": self = .unusable
    default: self = .temporary
    }
  }

  private static let goneErrors: Set<String> = [
    "CHANNEL_PRIVATE", "CHANNEL_INVALID", "CHANNEL_PUBLIC_GROUP_NA", "CHAT_FORBIDDEN",
    "USER_BANNED_IN_CHANNEL", "USER_NOT_PARTICIPANT",
  ]
}
