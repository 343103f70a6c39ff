import Testing

@testable import Model

struct IdentityTests {
  @Test(
    "A peer's marked id and its text both lead back to it",
    arguments: [
      PeerID.user(1), .user(0xFF_FFFF_FFFF), .group(7), .channel(1), .channel(1234567890),
    ])
  func peersRoundTrip(peer: PeerID) {
    #expect(PeerID(marked: peer.marked) == peer)
    #expect(PeerID(peer.description) == peer)
  }

  @Test("Marked ids are those of the Bot API")
  func markedIDs() {
    #expect(PeerID.group(42).marked == -42)
    #expect(PeerID.channel(42).marked == -1_000_000_000_042)
    #expect(PeerID(marked: 0) == nil)
    #expect(PeerID(marked: .min) == nil)
    #expect(PeerID(marked: -1_000_000_000_000) == nil)
  }

  @Test(
    "An id that Telegram does not give is no peer's, and no arithmetic trips over it",
    arguments: [
      "ch:9223372036854775807", "c:9223372036854775807", "u:1099511627776", "c:1000000000000",
      "ch:997852516353", "u:0", "u:-5",
    ])
  func impossiblePeers(text: String) {
    #expect(PeerID(text) == nil)
    #expect(PeerReference(text + ":1") == nil)
  }

  @Test("Whatever the wire or a row brings has a marked id and a peer")
  func totalArithmetic() {
    for id in [Int64.min, -1, 0, 1, 997_852_516_352, .max] {
      for peer in [PeerID.user(id), .group(id), .channel(id)] {
        _ = PeerID(stored: peer.marked)
        #expect(peer.isPossible == (PeerID(peer.description) != nil))
      }
    }
    for id in [Int64.min, -4_000_000_000_000, -1_000_000_000_000, 0, .max] {
      #expect(PeerID(stored: id).marked == id)
    }
    #expect(PeerID(marked: -2_002_147_483_649) == .channel(1_002_147_483_649))
  }

  @Test("Peer references have the three forms of B6 and no other [B6 B19]")
  func references() {
    for text in ["u:5:-77", "c:9", "ch:3:12"] {
      #expect(PeerReference(text)?.description == text)
    }
    for text in ["", "u:5", "u:5:x", "c:9:1", "x:1:2", "u:-5:1", "ch:3", "u:5:1:2"] {
      #expect(PeerReference(text) == nil, "\(text)")
    }
  }

  @Test("A secret shows itself in no form of text")
  func secrets() {
    let secret = Secret("hunter2")
    var dumped = ""
    dump(secret, to: &dumped)
    for text in ["\(secret)", String(reflecting: secret), String(describing: [secret]), dumped] {
      #expect(!text.contains("hunter2"))
    }
    #expect(secret.reveal() == "hunter2")
  }

  @Test("A secret is found in a text whatever is put behind it [A7]")
  func hidden() {
    let secret = Secret("hunter2")
    #expect(secret.hidden(in: "a hunter2, hunter2", as: "‹x›") == "a ‹x›, ‹x›")
    #expect(secret.hidden(in: "hunter2\u{301}", as: "‹x›") == "‹x›\u{301}")
    #expect(!secret.occurs(in: "hunter"))
    #expect(Secret("").hidden(in: "a", as: "‹x›") == "a")
  }
}
