internal import MTProto
internal import Model
internal import TelegramSchema

/// Asks the server for what the box wants, and for the messages themselves where a difference is too
/// long to be told.
struct DifferenceFetcher: Sendable {
  enum Answer: Sendable {
    case state(API.Updates.State)
    /// With what was fetched, if the difference is too long.
    case account(API.Updates.Difference, GapFiller.Found?)
    case channel(Int64, API.Updates.ChannelDifference, GapFiller.Found?)
    case failed(TelegramError)
  }

  /// core.telegram.org/api/updates: bots may ask for 100,000, users for 100.
  private static let channelLimit: Int32 = 100

  let api: AccountAPI

  /// - Parameter since: up to when everything is known; zero: not known.
  func fetch(_ request: DifferenceRequest, since: Int32) async -> Answer {
    do throws(TelegramError) {
      switch request {
      case .state:
        return .state(try await api.call(Methods.Updates.GetState()))
      case .account(let pts, let qts, let date):
        return try await account(
          Methods.Updates.GetDifference(pts: pts, date: date, qts: qts), since: since)
      case .channel(let id, let pts): return try await channel(id, pts: pts, since: since)
      }
    } catch {
      return .failed(error)
    }
  }

  private func account(
    _ request: Methods.Updates.GetDifference, since: Int32
  ) async throws(TelegramError) -> Answer {
    let difference: API.Updates.Difference
    do throws(TelegramError) {
      difference = try await api.call(request)
    } catch {
      guard error.saysPositionIsInvalid else { throw error }
      // The server does not know this position, and will not: on from where it stands now.
      let state = try await api.call(Methods.Updates.GetState())
      difference = .differenceTooLong(.init(pts: state.pts))
    }
    guard case .differenceTooLong = difference, since > 0 else { return .account(difference, nil) }
    let found = try await GapFiller(api: api).fill(since: Timestamp(seconds: Int64(since)))
    return .account(difference, found)
  }

  private func channel(
    _ id: Int64, pts: Int32, since: Int32
  ) async throws(TelegramError) -> Answer {
    guard let reference = await api.book.reference(to: .channel(id)),
      let channel = reference.inputChannel
    else { throw TelegramError(.unknownPeer, "No access hash is known for channel \(id).") }
    let difference: API.Updates.ChannelDifference
    do throws(TelegramError) {
      difference = try await api.call(
        Methods.Updates.GetChannelDifference(
          channel: channel, filter: .channelMessagesFilterEmpty, pts: pts,
          limit: Self.channelLimit))
    } catch {
      guard error.saysPositionIsInvalid else { throw error }
      difference = try await newest(of: reference, because: error)
    }
    guard case .channelDifferenceTooLong(let long) = difference, since > 0 else {
      return .channel(id, difference, nil)
    }
    api.book.learn(difference)
    let oldest = long.messages.min { $0.id < $1.id }
    let start = Timestamp(seconds: Int64(since))
    var found = GapFiller.Found()
    if oldest?.date.map({ $0 >= start }) ?? false {
      found = try await GapFiller(api: api).fill(id, before: oldest?.id, since: start)
    }
    found.chats = 1
    // The newest that it brings may be from before.
    let recent = long.messages.filter { $0.date.map { $0 >= start } ?? false }
    return .channel(
      id,
      .channelDifferenceTooLong(
        .init(
          final: long.final, timeout: long.timeout, dialog: long.dialog, messages: recent,
          chats: long.chats, users: long.users)), found)
  }
}

extension DifferenceFetcher {
  /// Where a channel stands, in the form of a difference that is too long.
  private func newest(
    of channel: PeerReference, because error: TelegramError
  ) async throws(TelegramError) -> API.Updates.ChannelDifference {
    let answer = try await api.call(
      Methods.Messages.GetPeerDialogs(
        peers: [.inputDialogPeer(.init(peer: channel.inputPeer))]))
    guard let dialog = answer.dialogs.first else { throw error }
    return .channelDifferenceTooLong(
      .init(
        final: true, dialog: dialog, messages: answer.messages, chats: answer.chats,
        users: answer.users))
  }
}

extension TelegramError {
  fileprivate var saysPositionIsInvalid: Bool {
    ["PERSISTENT_TIMESTAMP_INVALID", "PERSISTENT_TIMESTAMP_EMPTY"].contains(server?.name)
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
