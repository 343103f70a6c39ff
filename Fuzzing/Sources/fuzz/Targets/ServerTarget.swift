import Cryptography
import Model
import SchemaFilling
import SchemaGenerator
import TL
import TelegramSchema

@testable import Sandbox

/// The sandbox's API: any calls, by somebody logged in and by somebody who is not, are answered or refused,
/// and what they cause can be told to everybody.
struct ServerTarget: FuzzTarget {
  static let name = "sandbox"

  private static let session = SessionKey(authKey: 1, session: 1)
  private static let other = SessionKey(authKey: 2, session: 2)
  private static let clock = WallClock(read: { Timestamp(seconds: 1_700_000_000) }) { _ in }

  private static let gateway: Gateway = {
    var gateway = Gateway(
      world: .populated(seed: 5, clock: clock, history: 3), random: .seeded(1))
    gateway.restore([1: Cast.owner, 2: Cast.alice], initialised: [1, 2, 3], bindings: [:])
    for session in [session, other] {
      _ = gateway.answer(Methods.Updates.GetState().encoded(), in: session)
    }
    return gateway
  }()

  static func seeds() throws -> [[UInt8]] {
    let me = API.InputPeer.inputPeerSelf
    let calls: [any TLEncodable] = [
      Methods.Messages.SendMessage(peer: me, message: "hello", randomId: 5),
      Methods.Messages.EditMessage(peer: me, id: 1, message: "changed"),
      Methods.Messages.GetHistory(
        peer: me, offsetId: 0, offsetDate: 0, addOffset: 0, limit: 10, maxId: 0, minId: 0, hash: 0),
      Methods.Messages.ForwardMessages(fromPeer: me, id: [1], randomId: [7], toPeer: me),
      Methods.Messages.DeleteMessages(revoke: true, id: [1, 2]),
      Methods.Messages.SetTyping(peer: me, action: .sendMessageTypingAction),
      Methods.Upload.SaveFilePart(fileId: 5, filePart: 0, bytes: [1, 2, 3]),
      Methods.Messages.SendMedia(
        peer: me,
        media: .inputMediaUploadedPhoto(
          .init(file: .inputFile(.init(id: 5, parts: 1, name: "a", md5Checksum: "")))),
        message: "", randomId: 8),
      Methods.Updates.GetDifference(pts: 1, date: 1, qts: 0),
      Methods.Contacts.ResolveUsername(username: "benokafor"),
      Methods.Auth.SendCode(
        phoneNumber: "+15550101001", apiId: 1, apiHash: "x", settings: .init()),
    ]
    let all = calls.map { [0] + Choices.part($0.encoded()) }
    var filler = Filler([try Definitions.schema("api")], seed: 9)
    let kinds = ["messages.", "updates.", "upload.", "auth.", "channels.", "users.", "contacts."]
    let served = try Definitions.schema("api").definitions.filter { definition in
      kinds.contains { definition.name.hasPrefix($0) }
    }
    let filled = served.filter { $0.id % 8 == 0 }.map { filler.fill($0) }
      .filter { $0.count < 600 }.map { [1] + Choices.part($0) }
    return all + [Array(all.joined())] + filled
  }

  func run(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    var gateway = Self.gateway
    for _ in 0..<24 where !choices.isEmpty {
      let sessions = [Self.session, Self.other, SessionKey(authKey: 3, session: 3)]
      let session = choices.element(of: sessions)
      if case .success(let answer) = gateway.answer(choices.part(), in: session).result {
        demand(TLRest(encoded: answer).constructorID != nil, "an answer is no TL value")
      }
      for delivery in gateway.world.takeDeliveries() {
        for push in gateway.pushes(of: delivery, to: [Self.session, Self.other]) {
          demand((try? API.Updates(bytes: push.body)) != nil, "a push cannot be read")
        }
      }
      _ = gateway.world.takeObservations()
    }
  }
}
