internal import Model

/// How a person names a peer where the schema wants an InputPeer, InputUser or InputChannel:
/// `"@name"`, `"me"`, `"+phone"`, `"u:ID:HASH"`, or an id as `dialogs` lists it.
package struct PeerName: Hashable, Sendable {
  /// As it was written.
  package let text: String
  /// Where it stands, for errors: `$.peer`.
  let place: String

  package static func == (left: PeerName, right: PeerName) -> Bool { left.text == right.text }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// An error that begins with the place of this name.
  package func failure(_ message: String) -> RawError {
    RawError(.wrongType, "\(place): \(message)")
  }
}

/// The types of the schema that a name can stand for.
enum PeerType: String {
  case peer = "InputPeer"
  case user = "InputUser"
  case channel = "InputChannel"

  /// The account itself needs no introduction; nil where it cannot stand.
  var ownConstructor: String? {
    switch self {
    case .peer: "inputPeerSelf"
    case .user: "inputUserSelf"
    case .channel: nil
    }
  }

  /// How the schema addresses the peer in this type; nil if it cannot.
  func fields(of reference: PeerReference) -> (constructor: String, members: [JSONValue.Member])? {
    let hash = JSONValue.Member("access_hash", .number(String(reference.accessHash)))
    func id(_ name: String) -> JSONValue.Member {
      .init(name, .number(String(reference.peer.bare)))
    }
    switch (self, reference.peer) {
    case (.peer, .user): return ("inputPeerUser", [id("user_id"), hash])
    case (.peer, .group): return ("inputPeerChat", [id("chat_id")])
    case (.peer, .channel): return ("inputPeerChannel", [id("channel_id"), hash])
    case (.user, .user): return ("inputUser", [id("user_id"), hash])
    case (.channel, .channel): return ("inputChannel", [id("channel_id"), hash])
    case (.user, _), (.channel, _): return nil
    }
  }
}
