import Model
import RawAPI
import Synchronization

/// What happened lately, numbered from 1: whoever asks for what came after a number misses nothing that
/// is still kept.
final class ControlJournal: Sendable {
  static let capacity = 1000

  private struct State {
    var last = 0
    var entries: [(number: Int, observer: Int64, value: JSONValue)] = []
    var codes: [LoginCode] = []
  }

  private let state = Mutex(State())

  func note(_ observation: Observation) {
    state.withLock { state in
      state.last += 1
      state.entries.append(
        (state.last, observation.observer, observation.json(number: state.last)))
      if state.entries.count > 2 * Self.capacity {
        state.entries.removeFirst(state.entries.count - Self.capacity)
      }
    }
  }

  func note(_ code: LoginCode) {
    state.withLock { state in
      state.codes.removeAll { $0.phone == code.phone }
      state.codes.append(code)
      if state.codes.count > 100 { state.codes.removeFirst() }
    }
  }

  /// The newest code of each phone, oldest first.
  var codes: [LoginCode] { state.withLock(\.codes) }

  func observations(
    after number: Int, by observer: Int64?, limit: Int
  ) -> (values: [JSONValue], last: Int) {
    state.withLock { state in
      let found = state.entries.filter { entry in
        entry.number > number && (observer == nil || entry.observer == observer)
      }
      let page = found.prefix(limit)
      return (
        page.map(\.value), page.count < found.count ? page.last?.number ?? number : state.last
      )
    }
  }
}

extension Observation {
  func json(number: Int) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("number", .integer(number)), .init("observer", .integer(observer)),
    ]
    func add(_ name: String, _ value: JSONValue) { members.append(.init(name, value)) }
    switch kind {
    case .message(let arrival):
      add("kind", .string("message"))
      members += arrival.message.members
      add("random_id", .integer(arrival.randomID))
      add("typed_before", .bool(arrival.typedBefore))
      add("read_before", .bool(arrival.readBefore))
    case .edited(let message):
      add("kind", .string("edited"))
      members += message.members
    case .deleted(let messages):
      add("kind", .string("deleted"))
      add("messages", .array(messages.map { .integer($0) }))
    case .typing(let chat, let person, let activity):
      add("kind", .string("typing"))
      add("chat", .string("\(chat)"))
      add("by", .integer(person))
      add("activity", .string(activity.rawValue))
    case .read(let chat, let mark):
      add("kind", .string("read"))
      add("chat", .string("\(chat)"))
      add("up_to", .integer(mark))
    case .reactions(let chat, let message, let reactions):
      add("kind", .string("reactions"))
      add("chat", .string("\(chat)"))
      add("message", .integer(message))
      add(
        "reactions",
        .array(
          reactions.map {
            .object([.init("by", .integer($0.person)), .init("emoji", .string($0.emoji))])
          }))
    }
    return .object(members)
  }
}

extension StoredMessage {
  /// As its owner knows it.
  var members: [JSONValue.Member] {
    [
      .init("chat", .string("\(chat)")), .init("message", .integer(id)),
      .init("by", .integer(author)), .init("date", .integer(date)), .init("text", .string(text)),
      .init("reply_to", .integer(replyTo)),
      .init("file", .integer(file)),
    ]
  }
}
