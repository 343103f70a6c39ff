import Model
import TL
import TelegramSchema
import Testing

@testable import RawAPI

@Suite struct RawCallTests {
  private func bytes(
    _ method: String, _ json: String?, peers: [String: PeerReference] = [:]
  ) throws -> [UInt8] {
    let call = try RawCall(method: method, arguments: json, randomID: { 77 })
    let known = call.peers.compactMap { name in peers[name.text].map { (name, $0) } }
    return try call.encoded(peers: Dictionary(uniqueKeysWithValues: known))
  }

  @Test("What is written in JSON is the call that the typed method makes")
  func encodes() throws {
    let json = """
      {"peer": {"_": "inputPeerUser", "user_id": 5, "access_hash": "-9"}, "message": "hé 👋",
       "silent": true, "no_webpage": false, "reply_to": null, "random_id": 12,
       "entities": [{"_": "messageEntityBold", "offset": 0, "length": 2}]}
      """
    let typed = Methods.Messages.SendMessage(
      silent: true, peer: .inputPeerUser(.init(userId: 5, accessHash: -9)), message: "hé 👋",
      randomId: 12, entities: [.messageEntityBold(.init(offset: 0, length: 2))])
    #expect(try bytes("messages.sendMessage", json) == typed.encoded())
    #expect(try bytes("help.getConfig", nil) == Methods.Help.GetConfig().encoded())
  }

  @Test("Peers may be given as names and ids, which the account resolves; \"me\" needs nobody")
  func peers() throws {
    let json = #"{"peer": "@ada", "message": "hi"}"#
    let call = try RawCall(method: "messages.sendMessage", arguments: json)
    #expect(call.peers.map(\.text) == ["@ada"])
    let ada = PeerReference(peer: .user(5), accessHash: 6)
    let typed = Methods.Messages.SendMessage(
      peer: .inputPeerUser(.init(userId: 5, accessHash: 6)), message: "hi", randomId: 77)
    #expect(try bytes("messages.sendMessage", json, peers: ["@ada": ada]) == typed.encoded())
    #expect(
      try bytes("users.getUsers", #"{"id": ["me", 5]}"#, peers: ["5": ada])
        == Methods.Users.GetUsers(
          id: [.inputUserSelf, .inputUser(.init(userId: 5, accessHash: 6))]
        ).encoded())
    let error = #expect(throws: RawError.self) {
      try bytes("channels.getChannels", #"{"id": ["@ada"]}"#, peers: ["@ada": ada])
    }
    #expect(error?.message.contains("$.id[0]: InputChannel must be a channel") == true)
    #expect(throws: RawError.self) { try bytes("messages.sendMessage", json) }
  }

  @Test("A random_id that is left out is drawn once for each message, and kept")
  func randomIDs() throws {
    var drawn: Int64 = 0
    let call = try RawCall(
      method: "messages.forwardMessages",
      arguments: #"{"from_peer": "me", "to_peer": "me", "id": [1, 2, 3]}"#,
      randomID: {
        drawn += 1
        return drawn
      })
    let bytes = try call.encoded()
    #expect(try call.encoded() == bytes)
    guard case .array(let ids)? = try RawValue.json(bytes)["random_id"] else {
      Issue.record("no random ids")
      return
    }
    #expect(ids == [.number("1"), .number("2"), .number("3")])
  }

  @Test("The constructor of a type that has one only need not be named")
  func onlyConstructor() throws {
    let json = #"{"flags": 1}"#
    #expect(throws: RawError.self) { try bytes("account.updateStatus", json) }
    let code = #"{"phone_number": "+15550100001", "api_id": 1, "api_hash": "x", "settings": {}}"#
    #expect(
      try bytes("auth.sendCode", code)
        == Methods.Auth.SendCode(
          phoneNumber: "+15550100001", apiId: 1, apiHash: "x", settings: .init()
        ).encoded())
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let method: String
    let json: String?
    let code: RawError.Code
    let says: String
    var testDescription: String { says }
  }

  static let mistakes: [Mistake] = [
    Mistake(
      method: "messages.sendMesage", json: nil, code: .unknownName,
      says: "did you mean messages.sendMessage?"),
    Mistake(
      method: "getConfig", json: nil, code: .unknownName, says: "did you mean help.getConfig?"),
    Mistake(method: "ping", json: nil, code: .unknownName, says: "no method \"ping\""),
    Mistake(
      method: "inputPeerSelf", json: nil, code: .unknownName, says: "it is a constructor"),
    Mistake(
      method: "messages.sendMessage", json: #"{"peer": "me", "mesage": "x"}"#,
      code: .unknownField,
      says: #"$: messages.sendMessage has no "mesage"; did you mean "message"?"#),
    Mistake(
      method: "messages.sendMessage", json: #"{"peer": "me"}"#, code: .missingField,
      says: #"$: messages.sendMessage needs "message" (string)"#),
    Mistake(
      method: "messages.sendMessage", json: #"{"peer": {"_": "inputPeerUsr"}, "message": "x"}"#,
      code: .unknownName, says: #"$.peer._: the layer has no constructor "inputPeerUsr"; did you"#),
    Mistake(
      method: "messages.sendMessage", json: #"{"peer": {"_": "peerUser"}, "message": "x"}"#,
      code: .wrongType,
      says: "$.peer._: peerUser is a constructor of Peer, not of InputPeer; one of"),
    Mistake(
      method: "messages.sendMessage", json: #"{"peer": {}, "message": "x"}"#, code: .missingField,
      says: #"$.peer: "_" must name the constructor of InputPeer; one of inputPeerChannel"#),
    Mistake(
      method: "messages.sendMessage", json: #"{"peer": "me", "message": 5}"#, code: .wrongType,
      says: "$.message: string was expected, and this is a number"),
    Mistake(
      method: "messages.sendMessage", json: #"{"peer": "me", "message": "", "silent": 1}"#,
      code: .wrongType, says: "$.silent: true was expected"),
    Mistake(
      method: "messages.getHistory", json: #"{"peer": "me", "offset_id": 4294967296}"#,
      code: .wrongType, says: "$.offset_id: int ("),
    Mistake(
      method: "messages.getMessages", json: #"{"id": [{"_": "inputMessageID", "id": 1}, 2]}"#,
      code: .wrongType, says: "$.id[1]: InputMessage was expected"),
    Mistake(
      method: "upload.saveFilePart", json: #"{"file_id": 1, "file_part": 0, "bytes": "?"}"#,
      code: .wrongType, says: "$.bytes: bytes (a base64 string) was expected"),
    Mistake(
      method: "invokeWithLayer", json: #"{"layer": 1, "query": {"_": "help.getConfg"}}"#,
      code: .unknownName, says: "$.query._: the layer has no method \"help.getConfg\"; did you mean"
    ),
    Mistake(method: "help.getConfig", json: "[]", code: .wrongType, says: "a JSON object"),
    Mistake(
      method: "help.getConfig", json: "{", code: .syntax, says: "line 1, column 2: a name in quotes"
    ),
    Mistake(
      method: "help.getConfig", json: "{\n  \"a\": tru}", code: .syntax, says: "line 2, column 8"),
    Mistake(
      method: "help.getConfig", json: #"{"a": 1, "a": 2}"#, code: .syntax, says: "stands twice"),
    Mistake(
      method: "help.getConfig", json: #"{"_": "help.getNearestDc"}"#, code: .wrongType,
      says: "another method"),
  ]

  @Test("A mistake is named with its place and what to do", arguments: mistakes)
  func mistaken(_ mistake: Mistake) {
    let error = #expect(throws: RawError.self) { try bytes(mistake.method, mistake.json) }
    #expect(error?.code == mistake.code)
    #expect(error?.message.contains(mistake.says) == true, "\(error?.message ?? "")")
  }

  @Test("Fields that share a flag come together or not at all")
  func sharedFlags() throws {
    let error = #expect(throws: RawError.self) {
      try RawValue.bytes(
        #"{"_": "phone.createConferenceCall", "join": true, "block": "", "random_id": 1}"#)
    }
    #expect(error?.message.contains("together with") == true, "\(error?.message ?? "")")
  }

  @Test("Size and depth are bounded")
  func bounds() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: RawError.self) { try bytes("help.getConfig", deep) }
    let nested =
      String(repeating: #"{"_":"textBold","text":"#, count: 70) + #"{"_":"textEmpty"}"#
      + String(repeating: "}", count: 70)
    let error = #expect(throws: RawError.self) { try RawValue.bytes(nested) }
    #expect(error?.code == .tooLarge)
    let long = #"{"a": "\#(String(repeating: "x", count: 5 << 20))"}"#
    #expect(throws: RawError.self) { try bytes("help.getConfig", long) }
    let text = String(repeating: "x", count: 2 << 20)
    let large = #expect(throws: RawError.self) {
      try bytes("messages.sendMessage", #"{"peer": "me", "message": "\#(text)"}"#)
    }
    #expect(large?.code == .tooLarge)
  }

  @Test("An answer is read by the method's type, of a wrapping method by the wrapped one's")
  func answers() throws {
    let call = try RawCall(method: "users.getUsers", arguments: #"{"id": ["me"]}"#)
    let user = API.User.user(.init(isSelf: true, id: 5, firstName: "Ada\u{9b}"))
    #expect(
      try call.answer([user].encoded()).text()
        == #"[{"_":"user","self":true,"id":5,"first_name":"Ada\u009b"}]"#)
    let wrapped = try RawCall(
      method: "invokeWithoutUpdates",
      arguments: #"{"query": {"_": "account.updateStatus", "offline": true}}"#)
    #expect(try wrapped.answer(true.encoded()) == .bool(true))
    #expect(throws: TLError.self) { try wrapped.answer(user.encoded()) }
  }
}
